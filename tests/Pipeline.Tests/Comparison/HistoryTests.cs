using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class HistoryTests
{
    [Fact]
    public void Each_period_since_the_first_figure_has_a_point_and_a_missing_one_is_a_gap()
    {
        var history = Known
            .Compare(
                Known.Series(
                    At(2011, null),
                    At(2012, 5),
                    At(2013, null),
                    At(2014, 4),
                    (Known.England, Known.Figure(Known.Academic(2012), 6))
                )
            )
            .History;

        history
            .Select(h => (h.Period, h.Local, h.National))
            .ShouldBe([("2011/12", 5m, 6m), ("2012/13", null, null), ("2013/14", 4m, null)]);
    }

    [Fact]
    public void A_break_stands_at_the_first_point_behind_it()
    {
        var indicator = Known.Absence with { Breaks = [new(new(2012, 9, 1), "The sixth half term is counted.")] };

        Known
            .Compare(Known.Series(At(2012, 5), At(2013, 4.5m), At(2014, 4)), indicator)
            .History.Select(h => h.Break)
            .ShouldBe([null, "The sixth half term is counted.", null]);
    }

    [Fact]
    public void Quarters_follow_one_another()
    {
        var quarters = new[] { "2013/14 Q1", "2013/14 Q2", "2013/14 Q3" };

        Known
            .Compare(
                Known.Series([
                    .. quarters.Select((q, i) => (Known.Nottinghamshire, Known.Figure(Known.Quarter(q), 40 + i))),
                ])
            )
            .History.Select(h => h.Period)
            .ShouldBe(quarters);
    }

    [Fact]
    public void At_most_twelve_periods_are_kept() =>
        Known
            .Compare(Known.Series([.. Enumerable.Range(2000, 15).Select(y => At(y, y))]))
            .History.ShouldSatisfyAllConditions(
                h => h.Count.ShouldBe(12),
                h => h[^1].Period.ShouldBe(Known.Academic(2014).Label)
            );

    [Fact]
    public void A_figure_of_England_that_cannot_be_an_average_is_not_drawn() =>
        Known
            .Compare(
                Known.Of2014(
                    (Known.Nottinghamshire, 120),
                    (Known.England, 1258),
                    ("E10000007", 63),
                    ("E10000016", 318),
                    ("E10000028", 140),
                    ("E10000017", 150)
                )
            )
            .History.Single()
            .National.ShouldBeNull();

    [Fact]
    public void Periods_of_another_kind_or_length_and_later_ones_are_left_out()
    {
        Period Pooled(int from, int to) => new(PeriodKind.Years, new(from, 9, 1), new(to, 8, 31));
        var years = Known.Series(
            At(2012, 5),
            At(2013, 4.5m),
            At(2014, null),
            (Known.Nottinghamshire, Known.Figure(YearType.Find("financial")!.Ending(2013), 6))
        );
        var pooled = Known.Series([
            .. new[] { Pooled(2008, 2011), Pooled(2010, 2012), Pooled(2011, 2014) }.Select(p =>
                (Known.Nottinghamshire, Known.Figure(p, 5))
            ),
        ]);

        Known.Compare(years).History.Select(h => h.Period).ShouldBe(["2011/12", "2012/13"]);
        Known
            .Compare(pooled)
            .History.Select(h => h.Period)
            .ShouldBe([Pooled(2008, 2011).Label, Pooled(2011, 2014).Label]);
    }

    [Fact]
    public void Each_point_has_the_neighbours_average_at_the_publishers_decimals()
    {
        var known = Known.Series(
            At(2013, 5.1m),
            At(2014, 4.8m),
            ("E10000016", Known.Figure(Known.Academic(2013), 4.4m)),
            ("E10000007", Known.Figure(Known.Academic(2013), 4.5m))
        );
        Neighbour[] neighbours = [new(Known.Area("E10000016"), ""), new(Known.Area("E10000007"), "")];

        History(known, neighbours).ShouldBe([4.5m, null]);
        History(known, []).ShouldBe([null, null]);

        static IEnumerable<decimal?> History(SeriesAsOf known, Neighbour[] neighbours) =>
            Known
                .Comparer(Known.Area(Known.Nottinghamshire), neighbours, AverageMethod.Mean)
                .Compare(Known.Absence, [known])
                .Places.Single()
                .History.Select(h => h.Neighbours);
    }

    private static (string Area, Observation Observation) At(int ending, decimal? value) =>
        (Known.Nottinghamshire, Known.Figure(Known.Academic(ending), value));
}
