using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>
/// Repeat child protection plans in the year to 31 March 2013, worked from end to end: Nottinghamshire 174 of 1,002,
/// published as 17.4%; England 14.9% (Department for Education, characteristics of children in need, table D3). A lower
/// figure is better.
/// </summary>
public sealed class WorkedExampleTests
{
    private const decimal Nottinghamshire = 17.4m;
    private const decimal England = 14.9m;

    private static readonly Interval At95 = WilsonScore.Calculate(174, 1002, Confidence.Level95).Times(100);
    private static readonly Interval At998 = WilsonScore.Calculate(174, 1002, Confidence.Level998).Times(100);

    [Fact]
    public void The_share_and_its_interval()
    {
        Math.Round(100.0 * 174 / 1002, 3).ShouldBe(17.365);
        (Math.Round(At95.Lower, 3), Math.Round(At95.Upper, 3)).ShouldBe((15.146, 19.834));
    }

    [Fact]
    public void It_does_not_meet_the_national_average_and_is_worse_at_95_percent_but_not_at_99_point_8()
    {
        Verdicts.Compare(Nottinghamshire, England, Polarity.Low).ShouldBe(Verdict.DoesNotMeet);
        Significance.Compare(At95, (double)England, Polarity.Low).ShouldBe(TestOutcome.Worse);
        Significance.Compare(At998, (double)England, Polarity.Low).ShouldBe(TestOutcome.Similar);
    }

    /// <summary>The averages of both sets are held to their figures in the tests of the neighbours' average.</summary>
    [Theory]
    [InlineData("May 2025, mean", 14.9556, TestOutcome.Worse)]
    [InlineData("May 2025, median", 13.9, TestOutcome.Worse)]
    [InlineData("May 2025, pooled", 15.4943, TestOutcome.Similar)]
    [InlineData("April 2021, mean", 16.1889, TestOutcome.Similar)]
    [InlineData("April 2021, median", 16.7, TestOutcome.Similar)]
    [InlineData("April 2021, pooled", 16.7053, TestOutcome.Similar)]
    public void Against_the_neighbours_it_depends_on_the_set(string _, double average, TestOutcome outcome) =>
        Significance.Compare(At95, average, Polarity.Low).ShouldBe(outcome);

    /// <summary>England's counts are rounded to ten: 7,870 of 52,680 is 14.94%, and the published figure stays
    /// 14.9%.</summary>
    [Fact]
    public void Two_intervals_and_control_limits_say_as_much()
    {
        var limits = ControlLimits.Calculate((double)England / 100, 1002, Confidence.Level95.Z).Times(100);
        ((double)Nottinghamshire > limits.Upper).ShouldBeTrue();
        IntervalOverlap.Overlap(At95, WilsonScore.Calculate(7870, 52680, Confidence.Level95).Times(100)).ShouldBeTrue();
        var difference = DifferenceOfProportions.Calculate(174, 1002, 7870, 52680, Confidence.Level95);
        difference.Lower.ShouldBeGreaterThan(0);
    }
}
