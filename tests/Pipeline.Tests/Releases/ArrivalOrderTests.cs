using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class ArrivalOrderTests
{
    private const string Derbyshire = "E10000007";

    [Theory]
    [InlineData("2026-01-01", DateOrigin.Arrival, 2013, true)]
    [InlineData("2026-01-01", DateOrigin.Arrival, 2014, false)]
    [InlineData("2026-01-01", DateOrigin.Metadata, 2013, false)]
    [InlineData("2014-01-01", DateOrigin.Arrival, 2013, false)]
    public void An_edition_dated_by_its_arrival_that_ends_earlier_than_another_is_pointed_out(
        string published,
        DateOrigin from,
        int newest,
        bool isPointedOut
    )
    {
        var message = Find(
            Of("here", published, from, 2012, newest),
            Of("there", "2014-10-01", DateOrigin.Metadata, 2012, 2013, 2014)
        );

        message.ShouldBe(
            isPointedOut
                ? "Absence: this file has no publication date, so it counts as published on 2026-01-01, when it "
                    + "arrived. It ends with the year to 31 March 2013, and there.csv (release there) goes on to the "
                    + "year to 31 March 2014. For the periods in both, the figures of this file are used."
                : null
        );
    }

    [Theory]
    [InlineData(DateOrigin.Arrival, 2014, true)]
    [InlineData(DateOrigin.Arrival, 2013, false)]
    [InlineData(DateOrigin.Metadata, 2014, false)]
    public void A_dated_edition_that_gives_way_to_a_shorter_one_dated_by_its_arrival_is_pointed_out(
        DateOrigin from,
        int newest,
        bool isPointedOut
    ) =>
        (
            Find(
                Of("here", "2014-10-01", DateOrigin.Metadata, 2012, newest),
                Of("there", "2026-01-01", from, 2012, 2013)
            ) ?? ""
        )
            .EndsWith("the figures of there.csv (release there) are used.", StringComparison.Ordinal)
            .ShouldBe(isPointedOut);

    [Fact]
    public void An_edition_that_took_the_place_of_the_longer_one_before_does_not_hide_it() =>
        Find(
                Of("here", "2026-02-01", DateOrigin.Arrival, 2012),
                Of("other", "2026-01-01", DateOrigin.Arrival, 2012),
                Of("longer", "2014-10-01", DateOrigin.Metadata, 2012, 2014)
            )
            .ShouldNotBeNull()
            .ShouldContain("longer.csv");

    [Fact]
    public void A_year_that_no_longer_edition_has_is_not_pointed_out() =>
        Find(
                Of("here", "2026-01-01", DateOrigin.Arrival, 2012),
                Of("that year", "2013-10-01", DateOrigin.Metadata, 2012),
                Of("later years", "2014-10-01", DateOrigin.Metadata, 2013, 2014)
            )
            .ShouldBeNull();

    [Fact]
    public void One_area_that_ends_early_is_not_pointed_out()
    {
        var there = Of("there", "2014-10-01", DateOrigin.Metadata, 2013, 2014);
        var here = Of("here", "2026-01-01", DateOrigin.Arrival, 2013, 2014);
        var early = Of("early", "2026-01-01", DateOrigin.Arrival, 2013).Areas[Derbyshire];

        Find(here with { Areas = new Dictionary<string, Series>(here.Areas) { [Derbyshire] = early } }, there)
            .ShouldBeNull();
    }

    private static string? Find(Edition here, params Edition[] others) =>
        new ArrivalOrder("Absence", here).Find(others)?.Message;

    private static Edition Of(string id, string published, DateOrigin from, params int[] years)
    {
        var release = Known.Release(published, id) with { PublishedFrom = from };
        var figures =
            from area in new[] { Known.England, Known.Nottinghamshire, Derbyshire }
            from year in years.Distinct()
            select (area, Known.Figure(Known.Reporting(year), 5m));
        return new(release, Known.Released(release, [.. figures]).Areas);
    }
}
