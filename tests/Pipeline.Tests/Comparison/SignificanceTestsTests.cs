using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>Repeat child protection plans in the year to 31 March 2013: Nottinghamshire 174 of 1,002, England 7,870 of 52,680 (Department for Education, table D3).</summary>
public sealed class SignificanceTestsTests
{
    private static readonly Observation Notts = Known.Figure(Known.Academic(2013), 17.4m, 174, 1002);
    private static readonly Observation England = Known.Figure(Known.Academic(2013), 14.9m, 7870, 52680);

    [Fact]
    public void Every_test_that_the_counts_allow_is_made_at_both_levels() => Tested(Notts, England).ShouldBe(
    [
        ("national", "interval against value", 95, "worse"), ("national", "two intervals", 95, "similar"), ("national", "control limits", 95, "worse"),
        ("national", "interval against value", 99.8m, "similar"), ("national", "two intervals", 99.8m, "similar"), ("national", "control limits", 99.8m, "similar"),
    ]);

    [Fact]
    public void Without_counts_of_England_two_intervals_are_not_compared() =>
        Tested(Notts, England with { Numerator = null }).Select(t => t.Test).Distinct().ShouldBe(["interval against value", "control limits"]);

    [Fact]
    public void Without_counts_nothing_is_tested() => Tested(Notts with { Denominator = null }, England).ShouldBeEmpty();

    [Fact]
    public void Counts_that_give_another_figure_are_not_the_figures_counts() => Tested(Notts with { Numerator = 274 }, England).ShouldBeEmpty();

    [Fact]
    public void A_gap_is_tested_as_the_difference_of_two_proportions()
    {
        // Newcombe (1998), table II, contrast (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339.
        var gap = Known.Absence with { Unit = "pp" };
        var figure = Known.Figure(Known.Academic(2013), 20.0m, 56, 70) with { MinusNumerator = 48, MinusDenominator = 80 };

        var interval = SignificanceInterval.Of(gap, new(figure, Known.Of2014((Known.Nottinghamshire, 1)).Latest(Known.Nottinghamshire)!.Series, Known.Release("2015-10-01", "a")))!;

        (Math.Round(interval.At95.Lower, 2), Math.Round(interval.At95.Upper, 2)).ShouldBe((5.24, 33.39));
        interval.Method.ShouldBe("Newcombe's method 10, the difference of two proportions");
    }

    private static List<(string Against, string Test, decimal Confidence, string Outcome)> Tested(Observation local, Observation england) =>
        [.. Known.Compare(Known.Series((Known.Nottinghamshire, local), (Known.England, england))).Tests.Select(t => (t.Against, t.Test, t.Confidence, t.Outcome))];
}
