using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class MeasureTests
{
    [Fact]
    public void A_missing_figure_is_not_zero() =>
        Measure.None(MissingReason.Suppressed, "c").ShouldNotBe(Measure.From(0));

    [Theory]
    [InlineData(MissingReason.NotAvailable, "not available")]
    [InlineData(MissingReason.NotApplicable, "not applicable")]
    [InlineData(MissingReason.Suppressed, "suppressed")]
    [InlineData(MissingReason.LowReliability, "of low reliability")]
    [InlineData(MissingReason.RoundsToZero, "too low to show, though not zero")]
    [InlineData(MissingReason.NotAvailableOrSuppressed, "not available or suppressed")]
    [InlineData(MissingReason.NotGiven, "not given")]
    [InlineData(MissingReason.Withheld, "withheld by its publisher")]
    [InlineData(MissingReason.Conflicting, "given twice with different values")]
    public void A_reason_is_part_of_a_sentence(MissingReason reason, string words) => reason.Words().ShouldBe(words);

    [Fact]
    public void What_is_no_reason_has_no_words() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ((MissingReason)99).Words());

    [Fact]
    public void Every_reason_has_words_of_its_own()
    {
        var words = Enum.GetValues<MissingReason>().Select(r => r.Words()).ToList();

        words.ShouldBeUnique();
        words.ShouldAllBe(w => w.Length > 0);
    }
}
