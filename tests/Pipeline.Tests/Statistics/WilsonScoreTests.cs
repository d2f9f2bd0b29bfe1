using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>The reference workbook of PHEindicatormethods, all ten digits of it.</summary>
public sealed class WilsonScoreTests
{
    [Theory]
    [InlineData(65, 100, .5525444330, .7363575176)]
    [InlineData(1045, 5000, .1979554988, .2204913037)]
    [InlineData(1, 100, .0017674321, .0544861962)]
    [InlineData(5, 100, .0215436792, .1117504692)]
    [InlineData(20, 100, .1333669333, .2888291656)]
    [InlineData(222, 3215, .0607916904, .0783395668)]
    [InlineData(0, 50, 0, .0713475991)]
    [InlineData(50, 50, .9286524009, 1)]
    public void At_95_percent(double x, double n, double lower, double upper) =>
        Rounded(WilsonScore.Calculate(x, n, Confidence.Level95)).ShouldBe((lower, upper));

    [Theory]
    [InlineData(65, 100, .4954946574, .7783540614)]
    [InlineData(1045, 5000, .1917938180, .2273156290)]
    [InlineData(1, 100, .0008730657, .1045544528)]
    public void At_99_point_8_percent(double x, double n, double lower, double upper) =>
        Rounded(WilsonScore.Calculate(x, n, Confidence.Level998)).ShouldBe((lower, upper));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(28)]
    [InlineData(52680)]
    public void None_is_exactly_0_and_all_exactly_1(double n)
    {
        WilsonScore.Calculate(0, n, Confidence.Level95).Lower.ShouldBe(0);
        WilsonScore.Calculate(n, n, Confidence.Level95).Upper.ShouldBe(1);
        WilsonScore.Calculate(n, n, Confidence.Level998).Upper.ShouldBe(1);
    }

    [Theory]
    [InlineData(101, 100)]
    [InlineData(-1, 100)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void What_is_no_proportion_has_no_interval(double x, double n) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WilsonScore.Calculate(x, n, Confidence.Level95));

    private static (double, double) Rounded(Interval interval) =>
        (Math.Round(interval.Lower, 10), Math.Round(interval.Upper, 10));
}
