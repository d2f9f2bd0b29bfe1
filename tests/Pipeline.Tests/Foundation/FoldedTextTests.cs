using System.Text;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tests.Foundation;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("E10000024\u00a0", "E10000024")]
    [InlineData("\u2009Persons \t", "Persons")]
    [InlineData("2022\u201323", "2022-23")]
    [InlineData("16\u201417", "16-17")]
    [InlineData("\u22121.2", "-1.2")]
    [InlineData("Local \u00a0authority", "Local authority")]
    [InlineData("\u201cperiod\u201d", "\"period\"")]
    [InlineData("Head\u2019s", "Head's")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("\uff17\uff0e\uff19", "7.9")]
    [InlineData("area\r\ncode", "area code")]
    [InlineData(" Local  authority ", "Local authority")]
    public void What_cannot_be_told_apart_on_paper_is_one_text(string text, string folded)
    {
        FoldedText.Of(text).ShouldBe(folded);
        Encoding.UTF8.GetString(FoldedText.Of(Encoding.UTF8.GetBytes(text))).ShouldBe(folded);
    }

    [Theory]
    [InlineData("7.9²")]
    [InlineData("3½")]
    public void A_raised_digit_or_a_fraction_does_not_become_a_part_of_the_number(string text) =>
        FoldedText.Of(text).ShouldBe(text);

    [Fact]
    public void A_backtick_is_an_apostrophe() => FoldedText.Of("Head`s").ShouldBe("Head's");

    [Fact]
    public void Half_a_character_is_no_fault() => FoldedText.Of("\ud800 a").ShouldBe("\ud800 a");
}
