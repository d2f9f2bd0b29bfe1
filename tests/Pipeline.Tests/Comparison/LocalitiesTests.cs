using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class LocalitiesTests
{
    [Fact]
    public void Each_district_is_held_against_England_and_the_county_and_ranked_among_the_districts()
    {
        var localities = Compared(
            (Known.England, 20),
            (Known.Nottinghamshire, 19.5m),
            ("E07000170", 25),
            ("E07000171", 24),
            ("E07000176", 9)
        );

        localities
            .Where(p => p.Local is not null)
            .Select(p =>
                (p.Name, p.VersusNational, County: p.Comparators.Single().Versus, p.Standing!.Rank, p.Standing.Of)
            )
            .ShouldBe([
                ("Ashfield", Verdict.DoesNotMeet, Verdict.DoesNotMeet, 3, 3),
                ("Bassetlaw", Verdict.DoesNotMeet, Verdict.DoesNotMeet, 2, 3),
                ("Rushcliffe", Verdict.Exceeds, Verdict.Exceeds, 1, 3),
            ]);
    }

    [Fact]
    public void Districts_of_the_latest_period_alone_are_ranked_and_each_is_compared_with_the_county()
    {
        var known = Known.Series(
            ("E07000170", Known.Figure(Known.Academic(2014), 25)),
            ("E07000171", Known.Figure(Known.Academic(2013), 24)),
            ("E07000176", Known.Figure(Known.Academic(2014), 9))
        );

        var localities = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [], AverageMethod.Mean)
            .Compare(Known.Absence, [known])
            .Localities;

        localities
            .Where(p => p.Local is not null)
            .Select(p => (p.Name, p.Standing?.Rank, p.Standing?.Of, p.Comparators.Single().Id))
            .ShouldBe([
                ("Ashfield", 2, 2, "county"),
                ("Bassetlaw", null, null, "county"),
                ("Rushcliffe", 1, 2, "county"),
            ]);
    }

    [Fact]
    public void Without_districts_in_a_release_there_are_no_localities() =>
        Compared((Known.England, 20), (Known.Nottinghamshire, 19.5m)).ShouldBeEmpty();

    [Fact]
    public void Districts_take_no_part_in_the_ranks_of_authorities_nor_in_the_average_of_a_type()
    {
        var place = Known.Compare(Known.Of2014((Known.Nottinghamshire, 19.5m), ("E10000007", 18), ("E07000170", 25)));

        place.Comparators.Single(c => c.Id == "type").Value.ShouldBe(18);
    }

    [Fact]
    public async Task The_seven_districts_of_2025_from_the_published_file()
    {
        await using var file = File.OpenRead(SharedFeeds.Path("poverty/ons_els_children-in-relative-poverty.csv"));
        var reading = await FeedReader.ReadAsync(
            new(file, "ons_els_children-in-relative-poverty.csv", Feed.National),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        var known = new SeriesAsOf(
            "ons",
            2,
            [
                new(
                    Known.Release("2026-04-08", "ons"),
                    reading
                        .Series.ToSeries()
                        .Where(s => s.Indicator == "children-in-low-income-families")
                        .ToDictionary(s => s.Area)
                ),
            ],
            new(2025, 9, 30)
        );

        var comparison = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [], AverageMethod.Mean)
            .Compare(Reference.Default.Catalogue.Find("children-in-low-income-families")!, [known]);

        comparison
            .Localities.Select(p => (p.Name, decimal.Round(p.Local!.Value!.Value, 2), p.Standing!.Rank))
            .ShouldBe([
                ("Ashfield", 25.60m, 7),
                ("Bassetlaw", 24.06m, 5),
                ("Broxtowe", 16.52m, 3),
                ("Gedling", 16.50m, 2),
                ("Mansfield", 24.31m, 6),
                ("Newark and Sherwood", 20.92m, 4),
                ("Rushcliffe", 8.31m, 1),
            ]);
    }

    private static IReadOnlyList<AreaComparison> Compared(params (string Area, decimal Value)[] figures) =>
        Known
            .Comparer(Known.Area(Known.Nottinghamshire), [], AverageMethod.Mean)
            .Compare(Known.Absence, [Known.Of2014(figures)])
            .Localities;
}
