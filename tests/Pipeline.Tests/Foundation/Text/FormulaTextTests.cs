using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tests.Foundation.Text;

public sealed class FormulaTextTests
{
    [Theory]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData("  =1")]
    [InlineData("\u00A0=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A1")]
    [InlineData("﹦1")]
    public void A_text_that_would_be_calculated_gets_an_apostrophe(string text) =>
        FormulaText.Harmless(text).ShouldBe($"'{text}");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Nottinghamshire")]
    [InlineData("2010/11")]
    [InlineData("5 = 5")]
    [InlineData("−0.3")]
    [InlineData("–")]
    public void Any_other_text_is_left_as_it_is(string text) => FormulaText.Harmless(text).ShouldBe(text);
}
