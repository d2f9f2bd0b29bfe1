using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

public sealed class RateControlLimitsTests
{
    private const double Baseline = 116.1720835;
    private const int Years = 3;

    /// <summary>The Office for Health Improvement and Disparities' own test of funnel plots of rates: in each row, the
    /// population of one year at which so many events lie on a limit.</summary>
    [Theory]
    [InlineData(1, 1598.675694, 20.85059119, 7.264481402, 4588.535848)]
    [InlineData(2, 2072.984403, 32.15975314, 69.49732367, 959.2695538)]
    [InlineData(9, 4902.152951, 61.19760093, 1180.827018, 254.0592274)]
    [InlineData(10, 5276.757672, 63.17010446, 1375.943768, 242.2579623)]
    [InlineData(143, 48334.01896, 98.61929071, 34581.83173, 137.8373102)]
    [InlineData(1360, 411529.9259, 110.158048, 369759.5622, 122.6021934)]
    public void At_95_percent(int events, double populationBelow, double lower, double populationAbove, double upper) =>
        OnTheLimit(Confidence.Level95, events, populationBelow, lower, populationAbove, upper);

    [Theory]
    [InlineData(1, 2649.348525, 12.58170943, 0.287087625, 116108.569)]
    [InlineData(10, 6924.776769, 48.13632908, 849.4639547, 392.4043292)]
    [InlineData(1360, 424043.2424, 106.9073359, 358342.3275, 126.5084525)]
    public void At_99_point_8_percent(
        int events,
        double populationBelow,
        double lower,
        double populationAbove,
        double upper
    ) => OnTheLimit(Confidence.Level998, events, populationBelow, lower, populationAbove, upper);

    /// <summary>The Poisson tails worked with 20 digits.</summary>
    [Theory]
    [InlineData(0.5, 0, 2.71569089, 0, 4.24952244)]
    [InlineData(3, 0, 7.29428799, 0, 10.07578762)]
    [InlineData(8, 2.49585889, 14.46825281, 0.44252448, 18.52696129)]
    [InlineData(20, 11.24765809, 29.70632374, 7.24241344, 35.65028671)]
    [InlineData(115, 93.97075030, 136.97758791, 82.83597009, 150.02091989)]
    [InlineData(2000, 1912.32491249, 2088.62230856, 1862.73682201, 2140.11342401)]
    public void Around_an_expected_count(double expected, double lower, double upper, double lower998, double upper998)
    {
        var (usual, control) = (
            RateControlLimits.Calculate(expected, 1, 1, Confidence.Level95),
            RateControlLimits.Calculate(expected, 1, 1, Confidence.Level998)
        );
        (Math.Round(usual.Lower, 8), Math.Round(usual.Upper, 8)).ShouldBe((lower, upper));
        (Math.Round(control.Lower, 8), Math.Round(control.Upper, 8)).ShouldBe((lower998, upper998));
    }

    /// <summary>
    /// Methicillin-resistant infections per 100,000 in 2011, of three primary care trusts: Fingertips' own test of an
    /// older comparison, and as calculate_funnel_limits and assign_funnel_significance of PHEindicatormethods judge
    /// them. The older one called the first low at 95%: seven infections where 13.1 were expected, but of so few or
    /// fewer the probability is 0.050, more than 0.025.
    /// </summary>
    [Theory]
    [InlineData(616282, 1.1358436559886544, 0, 0)]
    [InlineData(601976, 2.657913272289925, 0, 0)]
    [InlineData(409489, 4.1515156695295845, 1, 0)]
    public void A_rate_is_beyond_them_where_so_many_events_are_that_improbable(
        double population,
        double rate,
        int at95,
        int at998
    )
    {
        int Side(Confidence confidence)
        {
            var limits = RateControlLimits.Calculate(2.132708657734625, population, 100_000, confidence);
            return rate < limits.Lower ? -1
                : rate > limits.Upper ? 1
                : 0;
        }
        (Side(Confidence.Level95), Side(Confidence.Level998)).ShouldBe((at95, at998));
    }

    [Fact]
    public void Around_a_benchmark_of_none_any_event_is_too_many() =>
        RateControlLimits.Calculate(0, 1000, 100_000, Confidence.Level95).ShouldBe(new Interval(0, 0));

    [Theory]
    [InlineData(-1, 1000, 10_000)]
    [InlineData(1, 0, 10_000)]
    [InlineData(1, 1000, 0)]
    public void What_is_no_rate_has_no_limits(double benchmark, double population, double multiplier) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            RateControlLimits.Calculate(benchmark, population, multiplier, Confidence.Level95)
        );

    [Fact]
    public void A_benchmark_below_zero_is_named_as_the_fault() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => RateControlLimits.Calculate(-1, 1000, 10_000, Confidence.Level95))
            .ParamName.ShouldBe("benchmark");

    private static void OnTheLimit(
        Confidence confidence,
        int events,
        double populationBelow,
        double lower,
        double populationAbove,
        double upper
    )
    {
        // The test data come of a bisection that stops at one part in ten million of its scale.
        RateControlLimits
            .Calculate(Baseline, populationBelow * Years, 100_000, confidence)
            .Lower.ShouldBe(lower, lower * 1e-5);
        RateControlLimits
            .Calculate(Baseline, populationAbove * Years, 100_000, confidence)
            .Upper.ShouldBe(upper, upper * 1e-5);
        (lower * populationBelow * Years / 100_000).ShouldBe(events, events * 1e-6);
        (upper * populationAbove * Years / 100_000).ShouldBe(events, events * 1e-6);
    }
}
