using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class ControlLimitsTests
{
    /// <summary>Two areas of Fingertips' own tests, by b ± z√(b(1−b)/n) to 30 digits.</summary>
    [Theory]
    [InlineData(5930, 8.9611086876279327, 1.96, 8.234128, 9.688090)]
    [InlineData(5930, 8.9611086876279327, 3.0902, 7.814927, 10.107291)]
    [InlineData(1339, 12.8379546895717, 1.96, 11.046205, 14.629705)]
    [InlineData(1339, 12.8379546895717, 3.0902, 10.013023, 15.662886)]
    [InlineData(25, 1, 1.96, 0, 4.900351)]
    public void Of_a_proportion_they_lie_as_far_from_the_benchmark_on_each_side_and_never_below_none(
        double n,
        double benchmark,
        double z,
        double lower,
        double upper
    )
    {
        var limits = ControlLimits.Calculate(benchmark / 100, n, z).Times(100);
        (Math.Round(limits.Lower, 6), Math.Round(limits.Upper, 6)).ShouldBe((lower, upper));
    }

    [Theory]
    [InlineData(5930, 8.9611086876279327, 7.7065767, true, true)]
    [InlineData(1339, 12.8379546895717, 10.9783420, true, false)]
    public void A_proportion_below_them_is_lower_at_each_level(
        double n,
        double benchmark,
        double value,
        bool at95,
        bool at998
    )
    {
        (value < ControlLimits.Calculate(benchmark / 100, n, 1.96).Times(100).Lower).ShouldBe(at95);
        (value < ControlLimits.Calculate(benchmark / 100, n, 3.0902).Times(100).Lower).ShouldBe(at998);
    }

    [Theory]
    [InlineData(-.01, 100)]
    [InlineData(1.01, 100)]
    [InlineData(.5, 0)]
    public void What_is_no_proportion_has_no_limits(double benchmark, double n) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ControlLimits.Calculate(benchmark, n, 1.96));
}
