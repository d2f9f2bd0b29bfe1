using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class SeriesAsOfTests
{
    private const string Area = Known.Nottinghamshire;

    [Fact]
    public void Of_two_editions_the_newer_by_publication_counts_even_where_it_arrived_first()
    {
        var older = Known.Release("2012-10-22", "older", arrived: new(2013, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var newer = Known.Release("2013-01-24", "newer", arrived: new(2013, 2, 1, 0, 0, 0, TimeSpan.Zero));

        var known = Series(
            Known.Released(older, (Area, Known.Figure(Known.Academic(2012), 60.6m))),
            Known.Released(newer, (Area, Known.Figure(Known.Academic(2012), 60.4m)))
        );

        var figure = known.Find(Area, Known.Academic(2012))!;
        (figure.Value, figure.Release.Id).ShouldBe((60.4m, "newer"));
    }

    [Fact]
    public void Of_two_editions_of_one_day_the_later_to_arrive_counts()
    {
        var first = Known.Release("2013-01-24", "b", arrived: new(2013, 2, 1, 9, 0, 0, TimeSpan.Zero));
        var second = Known.Release("2013-01-24", "a", arrived: new(2013, 2, 1, 10, 0, 0, TimeSpan.Zero));

        var known = Series(
            Known.Released(first, (Area, Known.Figure(Known.Academic(2012), 1))),
            Known.Released(second, (Area, Known.Figure(Known.Academic(2012), 2)))
        );

        known.Find(Area, Known.Academic(2012))!.Value.ShouldBe(2);
    }

    [Fact]
    public void A_period_that_only_the_older_edition_has_still_counts()
    {
        var known = Series(
            Known.Released(
                Known.Release("2012-10-22", "older"),
                (Area, Known.Figure(Known.Academic(2011), 58)),
                (Area, Known.Figure(Known.Academic(2012), 60))
            ),
            Known.Released(Known.Release("2013-01-24", "newer"), (Area, Known.Figure(Known.Academic(2012), 61)))
        );

        known.Of(Area).Values.Select(f => (f.Value, f.Release.Id)).ShouldBe([(58m, "older"), (61m, "newer")]);
    }

    /// <summary>Children in low income families, 2020 to 2022, then 2022 to 2023: the first years were
    /// withdrawn.</summary>
    [Theory]
    [InlineData("20", "16", 0)]
    [InlineData("20", "20", 2)]
    [InlineData("20.04", "20.0", 2)]
    public void Years_before_those_of_an_edition_that_goes_on_count_only_where_it_revised_nothing(
        string was,
        string now,
        int counting
    )
    {
        var known = Series(
            Edition("2012-10-22", (2010, 20), (2011, 21), (2012, Given.Number(was))),
            Edition("2013-01-24", (2012, Given.Number(now)), (2013, 15))
        );

        known.Of(Area).Values.Count(f => f.Release.Id == "2012-10-22").ShouldBe(counting);
        known.Of(Area).Values.Count(f => f.Release.Id == "2013-01-24").ShouldBe(2);
    }

    [Fact]
    public void A_year_that_a_newer_edition_leaves_out_between_its_own_no_longer_counts() =>
        Series(Edition("2012-10-22", (2010, 20), (2011, 21), (2012, 22)), Edition("2013-01-24", (2010, 20), (2012, 22)))
            .Of(Area)
            .Keys.ShouldBe([Known.Academic(2010), Known.Academic(2012)]);

    [Fact]
    public void Editions_of_other_years_take_nothing_from_each_other() =>
        Series(Edition("2012-10-22", (2010, 20), (2011, 21)), Edition("2013-01-24", (2012, 15), (2013, 14)))
            .Of(Area)
            .Count.ShouldBe(4);

    private static ReleasedSeries Edition(string published, params (int Year, decimal Value)[] figures) =>
        Known.Released(
            Known.Release(published, published),
            [.. figures.Select(f => (Area, Known.Figure(Known.Academic(f.Year), f.Value)))]
        );

    [Fact]
    public void A_figure_that_a_newer_edition_withdraws_is_missing()
    {
        var known = Series(
            Known.Released(Known.Release("2024-12-09", "older"), (Area, Known.Figure(Known.Academic(2012), 60))),
            Known.Released(Known.Release("2026-04-08", "newer"), (Area, Known.Figure(Known.Academic(2012), null)))
        );

        known.Find(Area, Known.Academic(2012))!.Value.ShouldBeNull();
        known.Latest(Area).ShouldBeNull();
    }

    [Theory]
    [InlineData("2012-08-30", false)]
    [InlineData("2012-08-31", true)]
    public void A_period_is_known_from_its_last_day(string asAt, bool known)
    {
        var series = new SeriesAsOf(
            "a series",
            0,
            [Known.Released(Known.Release("2012-10-22", "a"), (Area, Known.Figure(Known.Academic(2012), 60)))],
            Given.Day(asAt)
        );

        (series.Find(Area, Known.Academic(2012)) is not null).ShouldBe(known);
    }

    [Fact]
    public void The_latest_figure_is_the_last_that_is_not_missing()
    {
        var known = Known.Series(
            (Area, Known.Figure(Known.Academic(2011), 58)),
            (Area, Known.Figure(Known.Academic(2012), 60)),
            (Area, Known.Figure(Known.Academic(2013), null))
        );

        known.Latest(Area)!.Observation.Period.ShouldBe(Known.Academic(2012));
    }

    [Fact]
    public void What_is_missing_since_the_latest_figure_is_named_and_what_was_missing_before_is_not()
    {
        var known = Known.Series(
            (Area, Known.Figure(Known.Academic(2011), null)),
            (Area, Known.Figure(Known.Academic(2012), 60)),
            (Area, Known.Figure(Known.Academic(2013), null))
        );

        known.MissingSince(Area).Select(f => f.Observation.Period).ShouldBe([Known.Academic(2013)]);
    }

    [Fact]
    public void Of_an_area_that_no_release_speaks_of_nothing_is_known()
    {
        var known = Known.Series((Area, Known.Figure(Known.Academic(2011), 58)));

        known.Of(Known.England).ShouldBeEmpty();
        known.Latest(Known.England).ShouldBeNull();
    }

    [Fact]
    public void Of_two_editions_that_arrived_together_the_last_by_its_id_counts_whatever_their_order()
    {
        var at = new DateTimeOffset(2013, 2, 1, 9, 0, 0, TimeSpan.Zero);
        ReleasedSeries[] both =
        [
            .. new[] { ("a", 1m), ("b", 2m) }.Select(e =>
                Known.Released(
                    Known.Release("2013-01-24", e.Item1, at),
                    (Area, Known.Figure(Known.Academic(2012), e.Item2))
                )
            ),
        ];

        Series(both).Find(Area, Known.Academic(2012))!.Value.ShouldBe(2);
        Series([.. both.Reverse()]).Find(Area, Known.Academic(2012))!.Value.ShouldBe(2);
    }

    [Fact]
    public void Each_edition_is_read_by_itself()
    {
        var known = Series(
            Known.Released(
                Known.Release("2012-10-22", "older"),
                (Area, Known.Figure(Known.Academic(2011), 58)),
                (Area, Known.Figure(Known.Academic(2012), 60))
            ),
            Known.Released(
                Known.Release("2013-01-24", "newer"),
                (Area, Known.Figure(Known.Academic(2012), 61)),
                (Known.England, Known.Figure(Known.Academic(2012), 62))
            )
        );

        known.In("newer", Known.Academic(2012)).Select(f => f.Value).ShouldBe([61m, 62m]);
        known.In("older", Known.Academic(2012)).Select(f => f.Value).ShouldBe([60m]);
        known.In("newer", Known.Academic(2011)).ShouldBeEmpty();
        known.Editions(Area, Known.Academic(2011)).Select(f => f.Value).ShouldBe([58m]);
    }

    [Fact]
    public void The_latest_published_period_is_the_last_with_a_figure_even_after_the_as_at_date()
    {
        var known = Known.Series(
            (Area, Known.Figure(Known.Academic(2014), 58)),
            (Area, Known.Figure(Known.Academic(2016), 60)),
            (Area, Known.Figure(Known.Academic(2017), null))
        );

        (known.LatestPublished(Area), known.LatestPublished(Known.England)).ShouldBe((Known.Academic(2016), null));
    }

    private static SeriesAsOf Series(params ReleasedSeries[] releases) => new("a series", 0, releases, Known.AsAt);
}
