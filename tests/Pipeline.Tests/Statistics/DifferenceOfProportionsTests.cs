using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class DifferenceOfProportionsTests
{
    /// <summary>Newcombe (1998), table II, contrasts (a) to (h), method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .1705, .8090)]
    [InlineData(6, 7, 2, 7, .0582, .8062)]
    [InlineData(5, 56, 0, 29, -.0381, .1926)]
    [InlineData(0, 10, 0, 20, -.1611, .2775)]
    [InlineData(0, 10, 0, 10, -.2775, .2775)]
    [InlineData(10, 10, 0, 20, .6791, 1)]
    [InlineData(10, 10, 0, 10, .6075, 1)]
    public void Newcombes_own_contrasts(double x1, double n1, double x2, double n2, double lower, double upper)
    {
        var interval = DifferenceOfProportions.Calculate(x1, n1, x2, n2, Confidence.Level95);
        (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)).ShouldBe((lower, upper));
    }

    [Theory]
    [InlineData(11, 10, 3, 10)]
    [InlineData(3, 10, -1, 10)]
    [InlineData(3, 10, 0, 0)]
    public void What_is_no_proportion_has_no_difference(double x1, double n1, double x2, double n2) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            DifferenceOfProportions.Calculate(x1, n1, x2, n2, Confidence.Level95)
        );
}
