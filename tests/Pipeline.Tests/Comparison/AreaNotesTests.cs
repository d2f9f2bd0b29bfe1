using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using Figure = ChildrensTrust.Pipeline.Comparison.Figure;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>What a reader learns beside a comparison, and when.</summary>
public sealed class AreaNotesTests
{
    private static readonly Indicator Neutral = Known.Absence with { Polarity = Polarity.Neutral };

    [Theory]
    [InlineData(
        RevisionStatus.Provisional,
        RevisionStatus.Final,
        "The figure for Nottinghamshire is provisional and may be revised."
    )]
    [InlineData(
        RevisionStatus.Final,
        RevisionStatus.Provisional,
        "The figure for England is provisional and may be revised."
    )]
    [InlineData(
        RevisionStatus.Provisional,
        RevisionStatus.Provisional,
        "The figures for Nottinghamshire and England are provisional and may be revised."
    )]
    [InlineData(RevisionStatus.Final, RevisionStatus.Revised, null)]
    public void A_provisional_figure_is_said_to_be_so(RevisionStatus local, RevisionStatus national, string? note) =>
        Notes(Known.Absence, Place(Of(4.8m, status: local), Of(4.5m, status: national))).ShouldBe(Only(note));

    [Theory]
    [InlineData(null, RevisionStatus.Provisional, RevisionStatus.Provisional)]
    [InlineData(RevisionStatus.Final, RevisionStatus.Provisional, RevisionStatus.Final)]
    [InlineData(null, null, null)]
    public void A_rows_own_status_counts_before_that_of_its_release(
        RevisionStatus? row,
        RevisionStatus? release,
        RevisionStatus? status
    )
    {
        var figure = Of(4.8m, status: row);

        (figure with { Release = figure.Release with { RevisionStatus = release } }).RevisionStatus.ShouldBe(status);
    }

    [Theory]
    [InlineData(Verdict.InLine, Verdict.Exceeds, "In line: the figure equals England’s exactly, as published.")]
    [InlineData(
        Verdict.Exceeds,
        Verdict.InLine,
        "In line: the figure equals the similar councils’ average exactly, as published."
    )]
    [InlineData(
        Verdict.InLine,
        Verdict.InLine,
        "In line: the figure equals England’s and the similar councils’ average exactly, as published."
    )]
    [InlineData(Verdict.Exceeds, Verdict.DoesNotMeet, null)]
    public void In_line_is_explained(Verdict national, Verdict neighbours, string? note) =>
        Notes(
                Known.Absence,
                Place(Of(4.8m), Of(4.8m)) with
                {
                    VersusNational = national,
                    VersusNeighbours = neighbours,
                }
            )
            .ShouldBe(Only(note));

    [Theory]
    [InlineData("4.9", "higher than")]
    [InlineData("4.8", "the same as")]
    [InlineData("4.7", "lower than")]
    public void Where_neither_is_better_it_is_said_which_figure_is_higher(string local, string how) =>
        Notes(Neutral, Place(Of(Given.Number(local)), Of(4.8m)))
            .ShouldBe([
                "No verdict: for this indicator neither a high nor a low figure is "
                    + $"better. The figure for Nottinghamshire is {how} England’s.",
            ]);

    [Theory]
    [InlineData("%", "0.5", "4.7", "A change of up to 0.5 percentage points counts as similar.")]
    [InlineData("days", "0.5", "4.7", "A change of up to 0.5 days counts as similar.")]
    [InlineData("days", "0.5", "4.8", null)]
    [InlineData("days", "0", "4.7", null)]
    public void The_tolerance_is_said_where_there_is_a_change_within_it(
        string unit,
        string tolerance,
        string previous,
        string? note
    )
    {
        var place = Place(Of(4.8m), null) with
        {
            Previous = Of(Given.Number(previous)),
            Direction = Direction.NoChange,
        };

        Notes(Known.Absence with { Unit = Unit.Find(unit)!, ChangeTolerance = Given.Number(tolerance) }, place)
            .ShouldBe(Only(note));
    }

    [Fact]
    public void A_change_beyond_the_tolerance_says_nothing_of_it() =>
        Notes(
                Known.Absence with
                {
                    ChangeTolerance = 0.5m,
                },
                Place(Of(4.8m), null) with
                {
                    Previous = Of(4m),
                    Direction = Direction.Declining,
                }
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData(null, 5, "No quartile bands: the range of the authorities’ figures is too small.")]
    [InlineData(null, 4, null)]
    [InlineData("A", 5, null)]
    public void Bands_that_cannot_be_drawn_are_explained(string? quartile, int of, string? note) =>
        Notes(Known.Absence, Place(Of(4.8m), null) with { Standing = new(1, of, quartile) }).ShouldBe(Only(note));

    [Fact]
    public void The_releases_of_the_neighbours_are_named_too()
    {
        var kent = Of(5m, "kent");
        var group = new GroupComparison(
            [(Known.Area("E10000016"), kent)],
            Known.Academic(2014),
            AverageMethod.Mean,
            5m
        );

        Notes(Known.Absence, Place(Of(4.8m), Of(4.5m)) with { Neighbours = group })
            .ShouldBe(["The figures come from 2 releases of one series: a.csv, kent.csv."]);
    }

    [Theory]
    [InlineData(
        "national",
        "A revision changed the verdict against England: the figure for England for 2013/14 was 4.9 and is 4.5; "
            + "with the earlier figure it would be “exceeds”."
    )]
    [InlineData(
        "local",
        "A revision changed the verdict against England: the figure for Nottinghamshire for 2013/14 was 4.9 and "
            + "is 4.5; with the earlier figure it would be “exceeds”."
    )]
    [InlineData(
        "neighbours",
        "A revision changed the verdict against similar councils: the similar councils’ average for 2013/14 was 4.9 "
            + "and is 4.5; with the earlier figure it would be “exceeds”."
    )]
    public void A_revision_that_turned_a_verdict_names_the_figure(string which, string note)
    {
        var revision = new Revision(
            which,
            Known.Academic(2014),
            4.9m,
            4.5m,
            null,
            null,
            Verdict.Exceeds,
            Verdict.DoesNotMeet
        );

        Notes(
                Known.Absence,
                Place(Of(4.8m), null) with
                {
                    Revisions = [revision, revision with { VerdictWas = Verdict.DoesNotMeet }],
                }
            )
            .ShouldBe([note]);
    }

    private static string[] Only(string? note) => note is null ? [] : [note];

    private static IEnumerable<string> Notes(Indicator indicator, AreaComparison place) =>
        AreaNotes.For(indicator, place).Texts();

    private static AreaComparison Place(Figure local, Figure? national) =>
        new()
        {
            Area = Known.Nottinghamshire,
            Name = "Nottinghamshire",
            Local = local,
            National = national,
        };

    private static Figure Of(decimal value, string release = "a", RevisionStatus? status = null)
    {
        var observation = Known.Figure(Known.Academic(2014), value) with { RevisionStatus = status };
        return new(
            observation,
            new Series("an-indicator", Known.Nottinghamshire, "a series", 0, "a column", [observation]),
            Known.Release("2015-10-01", release)
        );
    }
}
