using ChildrensTrust.Pipeline.Statistics;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class IntervalTests
{
    /// <summary>PHEindicatormethods' reference workbook.</summary>
    [Theory]
    [InlineData(65, 100, .5525444330, .7363575176, .4954946574, .7783540614)]
    [InlineData(1045, 5000, .1979554988, .2204913037, .1917938180, .2273156290)]
    [InlineData(1, 100, .0017674321, .0544861962, .0008730657, .1045544528)]
    public void The_Wilson_interval_is_that_of_the_reference_workbook(double x, double n, double lower, double upper, double lower998, double upper998)
    {
        var usual = WilsonScore.Of(x, n, Confidence.Usual);
        (Math.Round(usual.Lower, 10), Math.Round(usual.Upper, 10)).ShouldBe((lower, upper));
        var control = WilsonScore.Of(x, n, Confidence.Control);
        (Math.Round(control.Lower, 10), Math.Round(control.Upper, 10)).ShouldBe((lower998, upper998));
    }

    [Theory]
    [InlineData(5, 100, .0215436792, .1117504692)]
    [InlineData(20, 100, .1333669333, .2888291656)]
    [InlineData(222, 3215, .0607916904, .0783395668)]
    [InlineData(0, 50, 0, .0713475991)]
    [InlineData(50, 50, .9286524009, 1)]
    public void At_95_percent_too(double x, double n, double lower, double upper)
    {
        var interval = WilsonScore.Of(x, n, Confidence.Usual);
        (Math.Round(interval.Lower, 10), Math.Round(interval.Upper, 10)).ShouldBe((lower, upper));
    }

    [Theory]
    [InlineData(101, 100)]
    [InlineData(-1, 100)]
    [InlineData(0, 0)]
    public void What_is_no_proportion_has_no_interval(double x, double n) => Should.Throw<ArgumentOutOfRangeException>(() => WilsonScore.Of(x, n, Confidence.Usual));

    [Theory]
    [InlineData(65, 50.163187710, 82.849138546, 42.880261471, 94.000290844)]
    [InlineData(10, 4.787450, 18.391459, 2.916318, 24.193725)]
    public void Byars_interval_is_that_of_the_reference_workbook(double x, double lower, double upper, double lower998, double upper998)
    {
        ByarRate.OfCount(x, Confidence.Usual).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(lower, 1e-6), i => i.Upper.ShouldBe(upper, 1e-6));
        ByarRate.OfCount(x, Confidence.Control).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(lower998, 1e-6), i => i.Upper.ShouldBe(upper998, 1e-6));
    }

    /// <summary>Worked with 40 digits from the formula: 982.5932018073268… and 1110.3312129856498….</summary>
    [Fact]
    public void Of_a_large_count_too() =>
        ByarRate.OfCount(1045, Confidence.Usual).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(982.593201807, 1e-8), i => i.Upper.ShouldBe(1110.331212986, 1e-8));

    [Theory]
    [InlineData(1, .0253178080, 5.5716433909)]
    [InlineData(5, 1.6234863901, 11.6683320793)]
    public void Below_ten_events_the_interval_is_exact(double x, double lower, double upper) =>
        ByarRate.OfCount(x, Confidence.Usual).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(lower, 1e-9), i => i.Upper.ShouldBe(upper, 1e-9));

    [Fact]
    public void Nine_events_are_exact_and_ten_are_Byars()
    {
        ByarRate.OfCount(9, Confidence.Usual).Lower.ShouldBe(4.115373, 1e-6);
        ByarRate.OfCount(10, Confidence.Usual).Lower.ShouldBe(4.787450, 1e-6);
    }

    [Theory]
    [InlineData(5930, 8.9611086876279327, 1.96, 8.260446, 9.714909)]
    [InlineData(5930, 8.9611086876279327, 3.0902, 7.879930, 10.174248)]
    [InlineData(1339, 12.8379546895717, 1.96, 11.151927, 14.736609)]
    [InlineData(1339, 12.8379546895717, 3.0902, 10.273921, 15.928292)]
    public void Control_limits_are_those_of_Fingertips(double n, double benchmark, double z, double lower, double upper)
    {
        var limits = ControlLimits.Of(benchmark / 100, n, z).Times(100);
        (Math.Round(limits.Lower, 6), Math.Round(limits.Upper, 6)).ShouldBe((lower, upper));
    }

    [Fact]
    public void An_interval_contains_its_estimate() => Gen.Int[1, 100_000].SelectMany(n => Gen.Int[0, n].Select(x => (x, n))).Sample((x, n) =>
        WilsonScore.Of(x, n, Confidence.Usual).Contains((double)x / n) && ByarRate.OfCount(x, Confidence.Usual).Contains(x)
        && WilsonScore.Of(x, n, Confidence.Control).Lower <= WilsonScore.Of(x, n, Confidence.Usual).Lower);

    [Fact]
    public void Scaling_a_rate_scales_its_interval() => Gen.Int[0, 5000].Sample(x =>
    {
        var (one, thousand) = (ByarRate.OfRate(x, 30_000, 1, Confidence.Usual), ByarRate.OfRate(x, 30_000, 1000, Confidence.Usual));
        return Math.Abs((one.Upper * 1000) - thousand.Upper) < 1e-9 && Math.Abs((one.Lower * 1000) - thousand.Lower) < 1e-9;
    });

    [Fact]
    public void Quantiles_of_one_to_fifty_are_those_of_Excel()
    {
        decimal[] values = [.. Enumerable.Range(1, 50)];
        new[] { 0m, .25m, .5m, .75m, 1m }.Select(s => Quantile.Of(values, s)).ShouldBe([1m, 13.25m, 25.5m, 37.75m, 50m]);
    }
}
