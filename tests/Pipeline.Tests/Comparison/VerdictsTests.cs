using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class VerdictsTests
{
    private static readonly Gen<decimal?> AnyFigure = Gen.OneOf(
        Gen.Int[-50, 50].Select(i => (decimal?)(i / 10m)),
        Gen.Const((decimal?)null)
    );

    [Theory]
    [InlineData("60.6", "58.6", Polarity.High, Verdict.Exceeds)]
    [InlineData("51.4", "53.4", Polarity.High, Verdict.DoesNotMeet)]
    [InlineData("17.4", "14.9", Polarity.Low, Verdict.DoesNotMeet)]
    [InlineData("4.53", "4.62", Polarity.Low, Verdict.Exceeds)]
    [InlineData("24.2", "24.2", Polarity.Low, Verdict.InLine)]
    [InlineData("67.7", "67.7", Polarity.High, Verdict.InLine)]
    [InlineData("43.4", "43.1", Polarity.Neutral, Verdict.NoJudgement)]
    [InlineData("43.4", "43.4", Polarity.Neutral, Verdict.NoJudgement)]
    public void A_published_figure_is_judged_by_its_polarity(
        string value,
        string against,
        Polarity polarity,
        Verdict verdict
    ) => Verdicts.Compare(Given.Number(value), Given.Number(against), polarity).ShouldBe(verdict);

    [Fact]
    public void Figures_that_only_rounding_makes_equal_are_not_in_line() =>
        Verdicts.Compare(37.84m, 37.82m, Polarity.Low).ShouldBe(Verdict.DoesNotMeet);

    [Fact]
    public void Trailing_zeros_make_no_difference() =>
        Verdicts.Compare(37.80m, 37.8m, Polarity.High).ShouldBe(Verdict.InLine);

    [Fact]
    public void A_missing_figure_gives_no_comparison_whatever_the_polarity() =>
        Gen.Select(AnyFigure, Gen.Enum<Polarity>())
            .Sample(
                (figure, polarity) =>
                    Verdicts.Compare(null, figure, polarity) == Verdict.NoComparison
                    && Verdicts.Compare(figure, null, polarity) == Verdict.NoComparison
            );

    [Fact]
    public void The_other_polarity_swaps_exceeds_and_does_not_meet_and_nothing_else() =>
        Gen.Select(AnyFigure, AnyFigure)
            .Sample(
                (value, against) =>
                    Verdicts.Compare(value, against, Polarity.Low)
                    == Verdicts.Compare(value, against, Polarity.High) switch
                    {
                        Verdict.Exceeds => Verdict.DoesNotMeet,
                        Verdict.DoesNotMeet => Verdict.Exceeds,
                        var same => same,
                    }
            );

    [Theory]
    [InlineData(new[] { Verdict.DoesNotMeet, Verdict.DoesNotMeet }, Verdict.DoesNotMeet)]
    [InlineData(new[] { Verdict.Exceeds, Verdict.DoesNotMeet }, Verdict.Mixed)]
    [InlineData(new[] { Verdict.Exceeds, Verdict.InLine }, Verdict.Mixed)]
    [InlineData(new[] { Verdict.Exceeds, Verdict.NoComparison }, Verdict.NoComparison)]
    [InlineData(new[] { Verdict.NoComparison, Verdict.NoComparison }, Verdict.NoComparison)]
    [InlineData(new[] { Verdict.NoJudgement, Verdict.NoJudgement }, Verdict.NoJudgement)]
    [InlineData(new Verdict[0], Verdict.NoComparison)]
    public void Several_areas_have_one_verdict_where_all_are_compared_and_agree_and_are_mixed_where_not(
        Verdict[] parts,
        Verdict verdict
    ) => Verdicts.Combine(parts).ShouldBe(verdict);

    [Theory]
    [InlineData(Verdict.Exceeds, "exceeds")]
    [InlineData(Verdict.InLine, "in line")]
    [InlineData(Verdict.DoesNotMeet, "does not meet")]
    [InlineData(Verdict.Mixed, "mixed")]
    [InlineData(Verdict.NoJudgement, "no judgement")]
    [InlineData(Verdict.NoComparison, "no comparison")]
    public void A_verdict_is_in_the_reports_words(Verdict verdict, string words) => verdict.Words().ShouldBe(words);
}
