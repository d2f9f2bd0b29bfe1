using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class MeasureTests
{
    [Fact]
    public void A_missing_figure_is_not_zero() => Measure.None(MissingReason.Suppressed, "c").ShouldNotBe(Measure.Of(0));

    [Fact]
    public void Every_reason_has_words_of_its_own()
    {
        var words = Enum.GetValues<MissingReason>().Select(r => r.Words()).ToList();

        words.ShouldBeUnique();
        words.ShouldAllBe(w => w.Length > 0);
    }
}
