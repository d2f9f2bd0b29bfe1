using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Compares one indicator for a place: an area itself, or one of the parts it is measured over.</summary>
/// <param name="basis">What every comparison is made by.</param>
/// <param name="indicator">The indicator.</param>
/// <param name="area">The area that the place is or belongs to.</param>
/// <param name="neighbours">Its neighbours; none where no set is in force.</param>
internal sealed class PlaceComparer(ComparisonBasis basis, Indicator indicator, Area area, IReadOnlyList<Area> neighbours)
{
    // The slowest release comes out some three years after its period. A verdict on an older figure would be taken for one of today.
    private const int OldestYears = 5;

    /// <summary>Why there are no neighbours; null where there are, or where none is asked for.</summary>
    public string? NoNeighbours { get; init; }

    /// <summary>The series of other publishers.</summary>
    public IReadOnlyList<KnownSeries> Others { get; init; } = [];

    /// <summary>Compares the place's latest figure.</summary>
    /// <param name="publisher">The publisher's series; null where there is none.</param>
    /// <param name="council">The council's own returns, which count for the place's own figure where they are newer; null for none.</param>
    /// <param name="code">The place's code.</param>
    /// <param name="name">Its name in the report.</param>
    public PlaceComparison Compare(KnownSeries? publisher, KnownSeries? council, string code, string name)
    {
        var notes = new List<string>();
        var (mine, latest) = (publisher, publisher?.Latest(code));
        if (council?.Latest(code) is { } newer && SeriesChoice.IsLater(newer.Observation.Period, latest?.Observation.Period))
        {
            (mine, latest) = (council, newer);
            if (publisher is not null)
                notes.Add($"The figure for {name} is the council's own return; the figures it is compared with are from {publisher.Name}.");
        }
        if (mine is null || latest is null)
            return new() { Area = code, Name = name, Missing = Withheld(publisher, code)?.Observation.Value.Missing, Notes = [NoFigure(publisher, code, name)] };
        if (latest.Observation.Period.End.AddYears(OldestYears) < mine.AsAt)
            return new() { Area = code, Name = name, Notes = [$"No comparison: the latest figure for {name} is for {latest.Observation.Period}, more than {OldestYears} years before the as-at date."] };
        notes.AddRange(mine.MissingSince(code).Select(m => $"The figure for {name} for {m.Observation.Period} is {m.Observation.Value.Missing!.Value.Words()}."));
        return Compare(mine, publisher, latest, name, notes);
    }

    private PlaceComparison Compare(KnownSeries mine, KnownSeries? publisher, Figure latest, string name, List<string> notes)
    {
        var (code, period, value) = (latest.Series.Area, latest.Observation.Period, latest.Value!.Value);
        var previous = PreviousFigure.Of(indicator, mine, code, period, notes);
        var national = NationalFigure.Of(indicator, publisher, basis.Authorities, period, notes);
        var group = GroupComparison.Of(indicator, publisher, neighbours, basis.Average, period, "the neighbours", notes);
        notes.AddRange(group.Notes(basis.MinimumNeighbours));
        var standing = ReferenceEquals(mine, publisher) && area.IsUpperTier ? Standing.Among(value, basis.Authorities.Of(publisher, period), indicator.Polarity) : null;
        var place = new PlaceComparison
        {
            Area = code,
            Name = name,
            Local = latest,
            Previous = previous,
            Direction = Direction.Of(value - previous?.Value, indicator),
            National = national,
            Neighbours = group,
            VersusNational = Verdicts.Of(value, national?.Value, indicator.Polarity),
            VersusNeighbours = Verdicts.Of(value, group.Average, indicator.Polarity),
            Significance = Significance.Of(indicator, latest, national?.Value, group.Average),
            Tests = [.. SignificanceTests.Of(indicator, latest, national, group)],
            Standing = standing,
            Trend = TrendOverFive.Of(indicator, mine.Of(code), period),
            Comparators = publisher is null ? [] : [.. OtherComparators.Of(basis, indicator, publisher, area, latest)],
            Alternatives = publisher is null || neighbours.Count == 0 ? [] : [.. Alternatives.Of(basis, indicator, publisher, area.Code, latest)],
            Revisions = [.. Revisions.Of(indicator, publisher, mine, latest, previous, national, group)],
            History = History.Of(basis, indicator, mine, publisher, code, neighbours, period),
        };
        if (NoNeighbours is not null)
            notes.Add(NoNeighbours);
        notes.AddRange(PlaceNotes.Of(indicator, place));
        notes.AddRange(OtherSeries.Notes(Others, indicator, neighbours, basis.Average, place));
        return place with { Notes = notes };
    }

    private static Figure? Withheld(KnownSeries? publisher, string code) => publisher?.MissingSince(code).LastOrDefault();

    private static string NoFigure(KnownSeries? publisher, string code, string name) =>
        Withheld(publisher, code) is { } missing
            ? $"No comparison: the figure for {name} is {missing.Observation.Value.Missing!.Value.Words()} ({missing.Observation.Period})."
            : $"No comparison: no release that was known has a figure for {name}.";
}
