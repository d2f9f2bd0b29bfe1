using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class IntervalOverlapTests
{
    /// <summary>The first three are those of Fingertips' own tests; in the others one interval ends where the other
    /// begins, touches by no more than that, or lies within it.</summary>
    [Theory]
    [InlineData(2.7, 3.6, 3.5, 4.5, true)]
    [InlineData(2.7, 4.1, 3.5, 4.5, true)]
    [InlineData(2.7, 3.1, 3.5, 4.5, false)]
    [InlineData(2.7, 3.5, 3.5, 4.5, true)]
    [InlineData(2.7, 3.4999999, 3.5, 4.5, false)]
    [InlineData(1, 9, 3.5, 4.5, true)]
    public void Two_intervals_that_have_a_value_in_common_overlap(
        double lower,
        double upper,
        double otherLower,
        double otherUpper,
        bool overlap
    )
    {
        var (one, other) = (new Interval(lower, upper), new Interval(otherLower, otherUpper));
        IntervalOverlap.Overlap(one, other).ShouldBe(overlap);
        IntervalOverlap.Overlap(other, one).ShouldBe(overlap);
    }

    [Theory]
    [InlineData(2.6999, false)]
    [InlineData(2.7, true)]
    [InlineData(3.6, true)]
    [InlineData(3.6001, false)]
    public void The_ends_of_an_interval_belong_to_it(double value, bool contained) =>
        new Interval(2.7, 3.6).Contains(value).ShouldBe(contained);
}
