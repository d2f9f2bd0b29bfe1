using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>Repeat child protection plans in the year to 31 March 2013: Nottinghamshire 174 of 1,002, England 7,870 of
/// 52,680 (Department for Education, table D3).</summary>
public sealed class SignificanceTestsTests
{
    private static readonly Observation Notts = Known.Figure(Known.Academic(2013), 17.4m, 174, 1002);
    private static readonly Observation England = Known.Figure(Known.Academic(2013), 14.9m, 7870, 52680);

    [Fact]
    public void Every_test_that_the_counts_allow_is_made_at_both_levels() =>
        Tested(Notts, England)
            .ShouldBe([
                ("national", "interval against value", 95, TestOutcome.Worse),
                ("national", "two intervals", 95, TestOutcome.Similar),
                ("national", "control limits", 95, TestOutcome.Worse),
                ("national", "interval against value", 99.8m, TestOutcome.Similar),
                ("national", "two intervals", 99.8m, TestOutcome.Similar),
                ("national", "control limits", 99.8m, TestOutcome.Similar),
            ]);

    [Fact]
    public void Without_counts_of_England_two_intervals_are_not_compared() =>
        Tested(Notts, England with { Numerator = null })
            .Select(t => t.Test)
            .Distinct()
            .ShouldBe(["interval against value", "control limits"]);

    [Fact]
    public void Each_outcome_names_its_method() =>
        Known
            .Compare(Known.Series((Known.Nottinghamshire, Notts), (Known.England, England)))
            .Tests.Select(t => (t.Test, t.Method))
            .Distinct()
            .ShouldBe([
                ("interval against value", "Wilson score interval"),
                ("two intervals", "Wilson score interval"),
                ("control limits", "limits of a proportion, b ± z√(b(1−b)/n)"),
            ]);

    [Fact]
    public void Sessions_are_not_independent_of_each_other_and_are_not_tested()
    {
        // Overall absence in 2010/11: 1.6 of 28 million sessions, so that 5.6 against 5.71 would be beyond chance at
        // 99.8%.
        var sessions = Known.Absence with
        {
            Sources =
            [
                new()
                {
                    Format = "ees",
                    Value = "sess_overall_percent",
                    Numerator = "sess_overall",
                    Denominator = "sess_possible",
                },
            ],
        };
        var place = Known.Compare(
            Known.Series(
                (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 5.6m, 1_568_000, 28_000_000)),
                (Known.England, Known.Figure(Known.Academic(2014), 5.71m, 57_100, 1_000_000))
            ),
            sessions
        );

        (place.Tests.Count, place.Significance!.National, place.Significance.Lower).ShouldBe((0, null, null));
        place.Significance.Method.ShouldBe(
            "not tested: the publisher gives no confidence interval, and sessions are not independent of each other"
        );
        Reference.Default.Catalogue.Find("overall-absence")!.DependentCounts.ShouldBe("sessions");
    }

    [Fact]
    public void Sessions_have_no_trend_either()
    {
        var figures = Enumerable
            .Range(2010, 5)
            .Select(y =>
                (
                    Known.Nottinghamshire,
                    Known.Figure(
                        Known.Academic(y),
                        5 + ((y - 2010) * 0.1m),
                        (500 + ((y - 2010) * 10)) * 1000,
                        10_000_000
                    )
                )
            )
            .ToArray();

        Known.Compare(Known.Series(figures)).Trend.ShouldBe("increasing and getting worse");
        Known.Compare(Known.Series(figures), Known.Absence with { DependentCounts = "sessions" }).Trend.ShouldBeNull();
    }

    [Fact]
    public void An_interval_that_is_published_for_sessions_is_used() =>
        Known
            .Compare(
                Known.Series(
                    (Known.Nottinghamshire, Notts with { Lower = 16m, Upper = 19m }),
                    (Known.England, England)
                ),
                Known.Absence with
                {
                    DependentCounts = "sessions",
                }
            )
            .Tests.Select(t => (t.Against, t.Test, t.Confidence, t.Outcome))
            .ShouldBe([("national", "interval against value", 95, TestOutcome.Worse)]);

    [Fact]
    public void Figures_of_different_periods_are_not_tested()
    {
        var place = Known.Compare(
            Known.Series(
                (Known.Nottinghamshire, Notts),
                (Known.England, Known.Figure(Known.Academic(2012), 14.9m, 7870, 52680))
            )
        );

        (
            place.VersusNational,
            place.Significance!.National,
            place.Significance.NationalAt998,
            place.Tests.Count
        ).ShouldBe((Verdict.DoesNotMeet, null, null, 0));
        place.Significance.Lower.ShouldNotBeNull();
    }

    [Fact]
    public void Neighbours_of_another_period_are_not_tested()
    {
        var known = Known.Series(
            (Known.Nottinghamshire, Notts),
            (Known.England, England),
            ("E10000016", Known.Figure(Known.Academic(2012), 12m, 120, 1000))
        );
        var place = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [new(Known.Area("E10000016"), "")], AverageMethod.Pooled)
            .Compare(Known.Absence, [known])
            .Places.Single();

        (place.VersusNeighbours, place.Significance!.Neighbours).ShouldBe((Verdict.DoesNotMeet, null));
        place.Tests.ShouldAllBe(t => t.Against == "national");
    }

    [Theory]
    [InlineData("14", "21", TestOutcome.Worse, TestOutcome.Similar)]
    [InlineData("15", "20", TestOutcome.Worse, TestOutcome.Worse)]
    [InlineData("16.5", "18", TestOutcome.Worse, null)]
    public void The_published_limits_at_99_8_are_used_where_they_hold_those_at_95(
        string lower,
        string upper,
        TestOutcome at95,
        TestOutcome? at998
    )
    {
        var published = Notts with
        {
            Lower = 16m,
            Upper = 19m,
            Lower998 = Given.Number(lower),
            Upper998 = Given.Number(upper),
        };
        var significance = Known
            .Compare(Known.Series((Known.Nottinghamshire, published), (Known.England, England)))
            .Significance!;

        (significance.National, significance.NationalAt998).ShouldBe((at95, at998));
        significance.Method.ShouldBe(
            at998 is null ? "95% interval as published" : "95% and 99.8% intervals as published"
        );
    }

    [Theory]
    [InlineData("-0.1", false)]
    [InlineData("0", true)]
    [InlineData("100", true)]
    [InlineData("100.1", false)]
    public void Control_limits_are_made_around_a_share_that_can_be(string england, bool made) =>
        Tested(Notts, Known.Figure(Known.Academic(2013), Given.Number(england)))
            .Any(t => t.Test == "control limits")
            .ShouldBe(made);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void Control_limits_need_somebody_who_is_counted(int denominator, bool made) =>
        Tested(Notts with { Lower = 16m, Upper = 19m, Denominator = denominator }, England)
            .Any(t => t.Test == "control limits")
            .ShouldBe(made);

    [Fact]
    public void A_rate_has_control_limits_of_its_own_above_100_too()
    {
        var rate = Known.Absence with { Unit = Unit.Find("per 10,000")! };
        var tests = Known
            .Compare(
                Known.Series(
                    (Known.Nottinghamshire, Known.Figure(Known.Academic(2013), 300, 30, 1000)),
                    (Known.England, Known.Figure(Known.Academic(2013), 150))
                ),
                rate
            )
            .Tests;

        tests
            .Where(t => t.Test == "control limits")
            .Select(t => (t.Confidence, t.Outcome))
            .ShouldBe([(95m, TestOutcome.Worse), (99.8m, TestOutcome.Worse)]);
    }

    [Theory]
    [InlineData(AverageMethod.Pooled, 120, TestOutcome.Worse, TestOutcome.Similar)]
    [InlineData(AverageMethod.Pooled, 100, TestOutcome.Worse, TestOutcome.Worse)]
    [InlineData(AverageMethod.Pooled, 170, TestOutcome.Similar, TestOutcome.Similar)]
    [InlineData(AverageMethod.Mean, 120, null, null)]
    public void Two_intervals_need_neighbours_that_are_pooled(
        AverageMethod method,
        int count,
        TestOutcome? at95,
        TestOutcome? at998
    )
    {
        string[] codes = ["E10000016", "E10000007"];
        var known = Known.Series([
            (Known.Nottinghamshire, Notts),
            .. codes.Select(c => (c, Known.Figure(Known.Academic(2013), count / 10m, count, 1000))),
        ]);

        var tests = Known
            .Comparer(
                Known.Area(Known.Nottinghamshire),
                [.. codes.Select(c => new Neighbour(Known.Area(c), ""))],
                method
            )
            .Compare(Known.Absence, [known])
            .Places.Single()
            .Tests.Where(t => t is { Against: "neighbours", Test: "two intervals" })
            .ToList();

        (
            tests.SingleOrDefault(t => t.Confidence == 95)?.Outcome,
            tests.SingleOrDefault(t => t.Confidence == 99.8m)?.Outcome
        ).ShouldBe((at95, at998));
    }

    [Fact]
    public void Without_counts_nothing_is_tested() =>
        Tested(Notts with { Denominator = null }, England).ShouldBeEmpty();

    [Fact]
    public void Counts_that_give_another_figure_are_not_the_figures_counts() =>
        Tested(Notts with { Numerator = 274 }, England).ShouldBeEmpty();

    [Fact]
    public void A_gap_is_tested_as_the_difference_of_two_proportions()
    {
        // Newcombe (1998), table II, contrast (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339.
        var gap = Known.Absence with
        {
            Unit = Unit.PercentagePoints,
        };
        var figure = Known.Figure(Known.Academic(2013), 20.0m, 56, 70) with
        {
            MinusNumerator = 48,
            MinusDenominator = 80,
        };

        var interval = SignificanceInterval.For(
            gap,
            new(
                figure,
                Known.Of2014((Known.Nottinghamshire, 1)).Latest(Known.Nottinghamshire)!.Series,
                Known.Release("2015-10-01", "a")
            )
        )!;

        (Math.Round(interval.At95.Lower, 2), Math.Round(interval.At95.Upper, 2)).ShouldBe((5.24, 33.39));
        interval.Method.ShouldBe("Newcombe's method 10, the difference of two proportions");
    }

    private static List<(string Against, string Test, decimal Confidence, TestOutcome Outcome)> Tested(
        Observation local,
        Observation england
    ) =>
        [
            .. Known
                .Compare(Known.Series((Known.Nottinghamshire, local), (Known.England, england)))
                .Tests.Select(t => (t.Against, t.Test, t.Confidence, t.Outcome)),
        ];
}
