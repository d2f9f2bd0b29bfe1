using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>The council's own newer figure stands beside the publisher's comparison and never in it.</summary>
public sealed class CouncilReturnTests
{
    private const string Notts = Known.Nottinghamshire;
    private static readonly Neighbour Kent = new(Known.Area("E10000016"), "");
    private static readonly Period Quarter = Known.Quarter("2014/15 Q2");

    [Fact]
    public void The_verdict_compares_publisher_with_publisher_and_the_newer_return_is_shown()
    {
        var place = Compare(Published(), (Quarter, 2.9m));

        (place.Local!.Value, place.National!.Value, place.VersusNational, place.VersusNeighbours).ShouldBe(
            (3.4m, 6.1m, Verdict.Exceeds, Verdict.Exceeds)
        );
        (place.Return!.Figure.Value, place.Return.VersusNational, place.Return.VersusNeighbours).ShouldBe(
            (2.9m, Verdict.NoComparison, Verdict.NoComparison)
        );
        place
            .Notes[0]
            .Text.ShouldBe(
                "The council’s own return has a later figure, 2.9% for 2014/15 Q2. It is not compared: no "
                    + "published figure is for that period."
            );
    }

    [Fact]
    public void A_provisional_return_and_its_note_are_said()
    {
        var own = Known.Figure(Quarter, 2.9m) with
        {
            RevisionStatus = RevisionStatus.Provisional,
            Note = "Returns for September are not all in.",
        };

        Known
            .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
            .Compare(Known.Absence, [Published(), Known.CouncilsOwn((Notts, own))])
            .Places.Single()
            .Notes.Texts()
            .Take(2)
            .ShouldBe([
                "The council’s own return has a later figure, 2.9% for 2014/15 Q2 (provisional). It is not "
                    + "compared: no published figure is for that period.",
                "The council’s note on its return: Returns for September are not all in.",
            ]);
    }

    [Fact]
    public void A_return_that_would_turn_the_verdict_does_not() =>
        Compare(Published(), (Quarter, 7.5m)).VersusNational.ShouldBe(Verdict.Exceeds);

    [Fact]
    public void A_return_in_another_unit_than_the_published_figures_is_left_out_and_said()
    {
        var place = Compare(Published(), (Quarter, 0.029m));

        (place.Local!.Value, place.VersusNational, place.Return).ShouldBe((3.4m, Verdict.Exceeds, null));
        place
            .Notes[0]
            .Text.ShouldBe(
                "The council’s own return for 2014/15 Q2 (0.029, local.csv) is not used. The published figure for "
                    + "Nottinghamshire for 2013/14 is 3.4, so the return may be in another unit."
            );
        var now = Known.Academic(2014);
        var alone = Compare(Known.Series(At(Known.England, now, 6.1m)), (now, 0.029m));
        (alone.Local, alone.VersusNational).ShouldBe((null, Verdict.NoComparison));
    }

    [Fact]
    public void A_return_has_a_verdict_of_its_own_against_a_figure_of_the_same_period()
    {
        var (last, now) = (Known.Academic(2013), Known.Academic(2014));
        var published = Known.Series(
            At(Notts, last, 3.4m),
            At(Known.England, last, 6.1m),
            At(Known.England, now, 5.9m),
            At(Kent.Area.Code, now, 2.5m)
        );

        var place = Compare(published, (now, 2.9m));

        (place.Local!.Value, place.National!.Value, place.VersusNational).ShouldBe((3.4m, 6.1m, Verdict.Exceeds));
        (place.Return!.VersusNational, place.Return.VersusNeighbours).ShouldBe((Verdict.Exceeds, Verdict.DoesNotMeet));
        place
            .Notes[0]
            .Text.ShouldBe(
                "The council’s own return has a later figure, 2.9% for 2013/14. For that period: exceeds against "
                    + "England, does not meet against similar councils."
            );
    }

    [Fact]
    public void The_same_days_of_another_kind_of_period_are_not_the_same_period()
    {
        var (financial, reporting) = (
            YearType.Find("financial")!.Ending(2015),
            YearType.Find("reporting")!.Ending(2015)
        );
        var published = Known.Series(
            At(Notts, YearType.Find("financial")!.Ending(2014), 3.4m),
            At(Known.England, financial, 5.9m)
        );

        Compare(published, (reporting, 2.9m)).Return!.VersusNational.ShouldBe(Verdict.NoComparison);
        Compare(published, (financial, 2.9m)).Return!.VersusNational.ShouldBe(Verdict.Exceeds);
    }

    [Theory]
    [InlineData("2013/14 Q4")]
    [InlineData("2012/13 Q2")]
    public void A_return_that_ends_no_later_than_the_publishers_figure_is_left_out(string quarter)
    {
        var year = YearType.Find("financial")!.Ending(2014);

        Compare(Known.Series(At(Notts, year, 3.4m), At(Known.England, year, 6.1m)), (Known.Quarter(quarter), 2.9m))
            .Return.ShouldBeNull();
    }

    [Fact]
    public void Where_the_publisher_has_no_figure_for_the_area_the_return_is_compared_with_its_own_period_alone()
    {
        var (last, now) = (Known.Academic(2013), Known.Academic(2014));

        var other = Compare(Known.Series(At(Known.England, last, 6.1m), At(Kent.Area.Code, last, 2.5m)), (now, 2.9m));
        (other.Local!.Value, other.National, other.VersusNational, other.VersusNeighbours).ShouldBe(
            (2.9m, null, Verdict.NoComparison, Verdict.NoComparison)
        );
        other.Alternatives.ShouldBeEmpty();
        other
            .Notes.Texts()
            .ShouldContain(
                "Not compared with England: the council’s own return is for 2013/14, and their nearest figure is for "
                    + "2012/13."
            );

        var same = Compare(Known.Series(At(Known.England, now, 6.1m)), (now, 2.9m));
        (same.Local!.Value, same.National!.Value, same.VersusNational, same.Return).ShouldBe(
            (2.9m, 6.1m, Verdict.Exceeds, null)
        );
        same.Notes.Texts()
            .ShouldContain(
                "The figure for Nottinghamshire is the council’s own return, because a series has none to compare."
            );
    }

    [Fact]
    public void Where_the_indicator_is_measured_over_parts_the_return_for_the_whole_area_is_shown()
    {
        const string trust = "E16000081";
        var indicator = Known.Absence with
        {
            Parts = new Dictionary<string, IReadOnlyList<AreaPart>> { [Notts] = [new(trust, "Nottinghamshire NHS")] },
        };
        var published = Known.Series(
            At(trust, Known.Quarter("2014/15 Q1"), 40),
            At(Known.England, Known.Quarter("2014/15 Q1"), 47)
        );

        var comparison = Known
            .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
            .Compare(indicator, [published, Known.CouncilsOwn(At(Notts, Quarter, 41))]);

        (comparison.IsInParts, comparison.VersusNational, comparison.Return!.Figure.Value).ShouldBe(
            (true, Verdict.Exceeds, 41m)
        );
    }

    [Fact]
    public void A_return_of_long_ago_is_not_shown() =>
        Compare(Known.Series(At(Notts, Known.Academic(2008), 3.4m)), (Known.Academic(2009), 2.9m))
            .ShouldSatisfyAllConditions(
                p => p.Return.ShouldBeNull(),
                p => p.Local.ShouldBeNull(),
                p => p.Notes.Texts().ShouldHaveSingleItem().ShouldContain("2008/09")
            );

    [Fact]
    public void A_return_alone_is_shown_and_compared_with_nothing()
    {
        var place = Known
            .Comparer(Known.Area(Notts), [Kent], AverageMethod.Mean)
            .Compare(
                Known.Absence,
                [Known.CouncilsOwn(At(Notts, Known.Academic(2013), 3.1m), At(Notts, Known.Academic(2014), 2.9m))]
            )
            .Places.Single();

        (place.Local!.Value, place.Previous!.Value, place.VersusNational, place.VersusNeighbours).ShouldBe(
            (2.9m, 3.1m, Verdict.NoComparison, Verdict.NoComparison)
        );
        (place.Standing, place.Comparators.Count, place.Alternatives.Count).ShouldBe((null, 0, 0));
        place
            .History.Select(h => (h.Local, h.National, h.Neighbours))
            .ShouldBe([(3.1m, null, null), (2.9m, null, null)]);
    }

    [Fact]
    public void A_return_for_another_year_without_neighbours_has_no_verdict_against_them()
    {
        var published = Known.Series(
            At(Notts, Known.Academic(2013), 3.4m),
            At(Known.England, Known.Academic(2014), 5.9m)
        );

        var place = Known
            .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
            .Compare(Known.Absence, [published, Known.CouncilsOwn(At(Notts, Known.Academic(2014), 2.9m))])
            .Places.Single();

        (place.Return!.VersusNational, place.Return.VersusNeighbours).ShouldBe((Verdict.Exceeds, Verdict.NoComparison));
    }

    [Fact]
    public void A_return_is_no_other_publisher_that_could_turn_a_verdict()
    {
        var year = Known.Academic(2014);
        var own = Known.CouncilsOwn(At(Notts, year, 9m), At(Known.England, year, 1m));

        Known
            .Comparer(Known.Area(Notts), [Kent], AverageMethod.Mean)
            .Compare(Known.Absence, [Published(), own])
            .Places.Single()
            .Notes.Texts()
            .ShouldNotContain(n => n.Contains("’s figures (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2014/15 Q1", true)]
    [InlineData("2013/14 Q4", false)]
    public void Over_parts_the_return_is_later_than_the_latest_of_them(string quarter, bool shown)
    {
        var indicator = Known.Absence with
        {
            Parts = new Dictionary<string, IReadOnlyList<AreaPart>>
            {
                [Notts] = [new("E16000081", "A"), new("E16000023", "B")],
            },
        };
        var published = Known.Series(
            At("E16000081", Known.Quarter("2013/14 Q3"), 40),
            At("E16000023", Known.Quarter("2013/14 Q4"), 41)
        );

        var comparison = Known
            .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
            .Compare(indicator, [published, Known.CouncilsOwn(At(Notts, Known.Quarter(quarter), 41))]);

        (comparison.IsInParts, comparison.Return is not null).ShouldBe((true, shown));
    }

    private static SeriesAsOf Published()
    {
        var year = Known.Academic(2014);
        return Known.Series(At(Notts, year, 3.4m), At(Known.England, year, 6.1m), At(Kent.Area.Code, year, 5m));
    }

    private static AreaComparison Compare(SeriesAsOf published, (Period Period, decimal Value) own) =>
        Known
            .Comparer(Known.Area(Notts), [Kent], AverageMethod.Mean)
            .Compare(Known.Absence, [published, Known.CouncilsOwn(At(Notts, own.Period, own.Value))])
            .Places.ShouldHaveSingleItem();

    private static (string Area, Observation Observation) At(string area, Period period, decimal value) =>
        (area, Known.Figure(period, value));
}
