using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Compares one indicator for a place: an area itself, or one of the parts it is measured over.</summary>
/// <param name="basis">What every comparison is made by.</param>
internal sealed class AreaComparer(
    ComparisonBasis basis,
    Indicator indicator,
    Area area,
    IReadOnlyList<Area> neighbours
)
{
    // The slowest release comes out some three years after its period. A verdict on an older figure would be taken for
    // one of today.
    private const int OldestYears = 5;

    /// <summary>Why there are no neighbours; null where there are, or where none is asked for.</summary>
    public Note? NoNeighbours { get; init; }

    /// <summary>The series of other publishers.</summary>
    public IReadOnlyList<SeriesAsOf> Others { get; init; } = [];

    /// <summary>Compares the place's latest figure.</summary>
    /// <param name="publisher">The publisher's series; null where there is none.</param>
    /// <param name="council">The council's own returns, which are shown where they are later; null for none.</param>
    public AreaComparison Compare(SeriesAsOf? publisher, SeriesAsOf? council, string code, string name)
    {
        var published = publisher?.Latest(code);
        var own = LaterOf(council, code, published?.Observation.Period);
        if (own is not null && ReturnSize.Contradicted(own, publisher) is { } shown)
        {
            var without = Compare(publisher, null, code, name);
            var whose = shown.Series.Area == code ? name : "England";
            return without with { Notes = [Note.ReturnOfAnotherSize(own, shown, whose), .. without.Notes] };
        }
        // The council's own figure takes the place of the publisher's only where there is none to compare.
        var isPublished = published is not null && !IsTooOld(published, publisher!);
        var (mine, latest) = isPublished || own is null ? (publisher, published) : (council, own);
        if (mine is null || latest is null)
            return new()
            {
                Area = code,
                Name = name,
                Missing = Withheld(publisher, code)?.Observation.Value.Missing,
                Notes = [NoFigure(publisher, code, name)],
            };
        if (IsTooOld(latest, mine))
            return new()
            {
                Area = code,
                Name = name,
                Notes = [Note.TooOld(name, latest.Observation.Period, OldestYears)],
            };
        var notes = new List<Note>();
        if (ReferenceEquals(latest, own) && publisher is not null)
            notes.Add(Note.OwnReturn(name, publisher.Name));
        notes.AddRange(mine.MissingSince(code).Select(m => Note.LaterWithheld(name, m.Observation)));
        var place = Compare(mine, publisher, latest, name, notes);
        return ReferenceEquals(latest, own) || Return(publisher, council, own) is not { } later
            ? place
            : place with
            {
                Return = later,
                Notes = [.. later.Notes(indicator.Unit), .. place.Notes],
            };
    }

    /// <summary>The council's own figure beside a publisher's; null where it is no later, or too old to be
    /// compared.</summary>
    /// <param name="publisher">The publisher's series; null where there is none.</param>
    /// <param name="council">The council's own returns; null for none.</param>
    /// <param name="latest">The period of the latest figure that is published; null for none.</param>
    public CouncilReturn? Return(SeriesAsOf? publisher, SeriesAsOf? council, string code, Period? latest) =>
        LaterOf(council, code, latest) is { } own && ReturnSize.Contradicted(own, publisher) is null
            ? Return(publisher, council, own)
            : null;

    // A quarter of the council's own is not compared with England's year: a verdict needs the same period, and so the
    // same kind.
    private CouncilReturn? Return(SeriesAsOf? publisher, SeriesAsOf? council, Figure? own)
    {
        if (own is not { Value: { } value, Observation.Period: var period } || IsTooOld(own, council!))
            return null;
        var national = publisher is null ? null : NationalFigure.At(publisher, basis.Authorities, period);
        var group =
            publisher is null || neighbours.Count == 0
                ? null
                : GroupComparison.At(indicator, publisher, neighbours, basis.Average, period);
        return new(
            own,
            Verdicts.Compare(value, national?.Value, indicator.Polarity),
            Verdicts.Compare(value, group?.AverageBeside(value), indicator.Polarity)
        );
    }

    private static Figure? LaterOf(SeriesAsOf? council, string code, Period? latest) =>
        council?.Latest(code) is { } newest && (latest is not { } other || newest.Observation.Period.End > other.End)
            ? newest
            : null;

    private static bool IsTooOld(Figure figure, SeriesAsOf series) =>
        figure.Observation.Period.End.AddYears(OldestYears) < series.AsAt;

    private AreaComparison Compare(SeriesAsOf mine, SeriesAsOf? publisher, Figure latest, string name, List<Note> notes)
    {
        var (code, period, value) = (latest.Series.Area, latest.Observation.Period, latest.Value!.Value);
        var beside = Others.Where(o => publisher?.IsBeside(o) == true).ToList();
        var previous = PreviousFigure.Find(indicator, mine, mine == publisher ? beside : [], latest, notes);
        var others = new NearestPeriod(indicator, period, IsReturn: !ReferenceEquals(mine, publisher), notes);
        var national = NationalFigure.Find(others, publisher, beside, basis.Authorities);
        var group = GroupComparison.Create(others, publisher, neighbours, basis.Average);
        notes.AddRange(group.Notes(basis.MinimumNeighbours));
        var standing =
            ReferenceEquals(mine, publisher) && area.IsEnglishAuthority
                ? Ranking.Among(value, basis.Authorities.Of(publisher, period), indicator.Polarity)
                : null;
        var place = new AreaComparison
        {
            Area = code,
            Name = name,
            Local = latest,
            Previous = previous,
            Direction = Directions.From(value - previous?.Value, indicator),
            National = national,
            NewerNational = NewerNational(publisher, period),
            Neighbours = group,
            VersusNational = Verdicts.Compare(value, national?.Value, indicator.Polarity),
            VersusNeighbours = Verdicts.Compare(value, group.AverageBeside(value), indicator.Polarity),
            Significance = Significance.Test(indicator, latest, national, group),
            Tests = [.. SignificanceTests.Run(indicator, latest, national, group)],
            Standing = standing,
            Trend = RecentTrend.Calculate(indicator, mine.Of(code), period),
            Comparators = publisher is null
                ? []
                : [.. ConfiguredComparators.Compare(basis, indicator, publisher, area, latest)],
            Alternatives =
                publisher is null || neighbours.Count == 0
                    ? []
                    : [.. Alternatives.Find(basis, others, publisher, area.Code, latest)],
        };
        place = place with
        {
            Revisions = [.. Revisions.Find(basis, indicator, publisher, mine, place)],
            History = History.Create(basis, indicator, publisher, mine, place),
        };
        if (NoNeighbours is not null)
            notes.Add(NoNeighbours);
        notes.AddRange(AreaNotes.For(indicator, place));
        notes.AddRange(AlternativeSeries.Notes(Others.Except(beside), indicator, neighbours, basis, place));
        return place with { Notes = notes };
    }

    private static Period? NewerNational(SeriesAsOf? publisher, Period period) =>
        publisher?.Latest(AreaRegister.England)?.Observation.Period is { } newest && newest.End > period.End
            ? newest
            : null;

    private static Figure? Withheld(SeriesAsOf? publisher, string code) =>
        publisher?.MissingSince(code).LastOrDefault();

    private static Note NoFigure(SeriesAsOf? publisher, string code, string name) =>
        Withheld(publisher, code) is { } missing ? Note.Withheld(name, missing.Observation) : Note.NotPublished(name);
}
