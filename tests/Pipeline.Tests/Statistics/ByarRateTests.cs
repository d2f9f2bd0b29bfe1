using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>The reference workbook of PHEindicatormethods; for nine events and none, the chi-squared quantiles worked
/// with 30 digits.</summary>
public sealed class ByarRateTests
{
    // The limits of nine events by Byar's method, 4.1069 to 17.0858, are what the threshold at ten must not give.
    [Theory]
    [InlineData(0, 0, 3.6888794541)]
    [InlineData(1, .0253178080, 5.5716433909)]
    [InlineData(5, 1.6234863901, 11.6683320793)]
    [InlineData(9, 4.1153730974, 17.0848034514)]
    public void Below_ten_events_the_interval_is_exact(double x, double lower, double upper) =>
        ShouldBe(ByarRate.OfCount(x, Confidence.Level95), lower, upper, 5e-10);

    [Theory]
    [InlineData(0, 0, 6.9077552790)]
    [InlineData(1, .0010005003, 9.2334134764)]
    [InlineData(9, 2.4524244044, 22.6573733091)]
    public void Exact_at_99_point_8_percent_too(double x, double lower, double upper) =>
        ShouldBe(ByarRate.OfCount(x, Confidence.Level998), lower, upper, 5e-10);

    [Theory]
    [InlineData(10, 4.787450, 18.391459, 5e-7)]
    [InlineData(65, 50.163187710, 82.849138546, 5e-10)]
    public void From_ten_events_on_the_interval_is_Byars(double x, double lower, double upper, double within) =>
        ShouldBe(ByarRate.OfCount(x, Confidence.Level95), lower, upper, within);

    [Theory]
    [InlineData(10, 2.916318, 24.193725, 5e-7)]
    [InlineData(65, 42.880261471, 94.000290844, 5e-10)]
    public void Byars_at_99_point_8_percent_too(double x, double lower, double upper, double within) =>
        ShouldBe(ByarRate.OfCount(x, Confidence.Level998), lower, upper, within);

    /// <summary>
    /// Worked with 40 digits from the formula: 982.5932018073268… and 1110.3312129856498…. The workbook prints
    /// 1110.331212686 for the upper end, which is not what its formula gives.
    /// </summary>
    [Fact]
    public void Of_a_large_count_too() =>
        ShouldBe(ByarRate.OfCount(1045, Confidence.Level95), 982.593201807, 1110.331212986, 5e-10);

    [Fact]
    public void A_rate_is_the_count_scaled_by_its_population()
    {
        var (count, rate) = (
            ByarRate.OfCount(65, Confidence.Level95),
            ByarRate.OfRate(65, 20_000, 10_000, Confidence.Level95)
        );
        ShouldBe(rate, count.Lower / 2, count.Upper / 2, 1e-12);
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(1, 0)]
    [InlineData(1, -100)]
    public void What_is_no_rate_has_no_interval(double x, double population) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ByarRate.OfRate(x, population, 1000, Confidence.Level95));

    private static void ShouldBe(Interval interval, double lower, double upper, double within)
    {
        interval.Lower.ShouldBe(lower, within);
        interval.Upper.ShouldBe(upper, within);
    }
}
