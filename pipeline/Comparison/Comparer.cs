using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Compares one area's figures with England's and its neighbours'. All figures of a comparison come from one publisher's series; series are never spliced.</summary>
/// <param name="areas">The register of areas.</param>
/// <param name="area">The area.</param>
/// <param name="neighbours">Its neighbours; empty where no set is in force.</param>
/// <param name="method">How the neighbours are averaged.</param>
public sealed class Comparer(AreaRegister areas, Area area, IReadOnlyList<Neighbour> neighbours, AverageMethod method)
{
    // The slowest release comes out some three years after its period. A verdict on an older figure would be taken for one of today.
    private const int OldestYears = 5;

    /// <summary>Compares one indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="known">The series of it that were known on the compile date, of publishers and of the council itself.</param>
    public IndicatorComparison Compare(Indicator indicator, IReadOnlyList<KnownSeries> known)
    {
        var parts = indicator.Parts.GetValueOrDefault(area.Code) ?? [];
        var publishers = known.Where(s => s.Rank != Series.LocalReturn).ToList();
        var local = known.FirstOrDefault(s => s.Rank == Series.LocalReturn);
        // The series with the latest figure for the area, or for its parts; where two are as late, the catalogue's preference.
        var best = publishers
            .Select(s => (Series: s, Latest: Latest(s, area.Code, parts)))
            .Where(s => s.Latest is not null)
            .OrderByDescending(s => s.Latest!.Value.End).ThenBy(s => s.Series.Rank)
            .Select(s => s.Series)
            .FirstOrDefault() ?? publishers.OrderBy(s => s.Rank).FirstOrDefault(s => s.Latest(AreaRegister.England) is not null) ?? publishers.FirstOrDefault();
        if (best is not null && parts.Count > 0 && IsLater(PartsLatest(best, parts), best.Latest(area.Code)?.Observation.Period))
            return new(indicator, [.. parts.Select(p => Place(indicator, best, null, p.Code, p.Name))], true);
        return new(indicator, [Place(indicator, best, local, area.Code, area.Name)], false);
    }

    private static Period? Latest(KnownSeries series, string code, IReadOnlyList<AreaPart> parts)
    {
        var (whole, inParts) = (series.Latest(code)?.Observation.Period, PartsLatest(series, parts));
        return IsLater(inParts, whole) ? inParts : whole;
    }

    private static Period? PartsLatest(KnownSeries series, IReadOnlyList<AreaPart> parts)
    {
        var latest = parts.Select(p => series.Latest(p.Code)?.Observation.Period).Where(p => p is not null).ToList();
        return latest.Count == 0 ? null : latest.Max();
    }

    private static bool IsLater(Period? one, Period? other) => one is { } a && (other is not { } b || a > b);

    private PlaceComparison Place(Indicator indicator, KnownSeries? publisher, KnownSeries? council, string code, string name)
    {
        var notes = new List<string>();
        var (mine, latest) = (publisher, publisher?.Latest(code));
        if (council?.Latest(code) is { } newer && IsLater(newer.Observation.Period, latest?.Observation.Period))
        {
            (mine, latest) = (council, newer);
            if (publisher is not null)
                notes.Add($"The figure for {name} is the council's own return; the figures it is compared with are from {publisher.Name}.");
        }
        if (mine is null || latest is null)
            return new() { Area = code, Name = name, Notes = [NoFigure(publisher, code, name)] };
        if (latest.Observation.Period.End.AddYears(OldestYears) < mine.AsAt)
            return new() { Area = code, Name = name, Notes = [$"No comparison: the latest figure for {name} is for {latest.Observation.Period}, more than {OldestYears} years before the as-at date."] };
        foreach (var missing in mine.MissingSince(code))
            notes.Add($"The figure for {name} for {missing.Observation.Period} is {missing.Observation.Value.Missing!.Value.Words()}.");

        var period = latest.Observation.Period;
        var previous = Previous(indicator, mine, code, period, notes);
        if (publisher is null)
            notes.Add("No comparison with England: no release that was known has a figure.");
        var national = publisher is null ? null : National(indicator, publisher, period, notes);
        var (members, membersPeriod) = Members(indicator, publisher, period, notes);
        var having = members.Where(m => m.Figure?.Value is not null).ToList();
        var average = NeighbourAverage.Of(method, [.. having.Select(m => new NeighbourFigure(m.Figure!.Value!.Value, m.Figure.Observation.Numerator, m.Figure.Observation.Denominator))]);
        if (average is null && having.Count > 0)
            notes.Add("The neighbours cannot be pooled: a numerator or a denominator is not published.");
        NoteMissing(members, having.Count, membersPeriod, notes);
        NoteReleases([latest, national, .. having.Select(h => h.Figure)], notes);
        if (latest.Observation.Note is { } note)
            notes.Add($"Publisher's note: {note}");
        return new()
        {
            Area = code,
            Name = name,
            Local = latest,
            Previous = previous,
            National = national,
            Neighbours = members,
            NeighboursPeriod = membersPeriod,
            NeighboursValue = average,
            VersusNational = Verdicts.Of(latest.Value, national?.Value, indicator.Polarity),
            VersusNeighbours = Verdicts.Of(latest.Value, average, indicator.Polarity),
            Significance = Significance.Of(indicator, latest, national?.Value, average),
            Standing = ReferenceEquals(mine, publisher) ? Standing.Among(latest.Value!.Value, Authorities(publisher!, period), indicator.Polarity) : null,
            Trend = TrendOverFive.Of(indicator, mine.Of(code), period),
            Notes = notes,
        };
    }

    private List<decimal?> Authorities(KnownSeries publisher, Period period) =>
        [.. publisher.At(period).Where(f => areas.FindByCode(f.Series.Area) is { IsUpperTier: true }).Select(f => f.Value)];

    private static string NoFigure(KnownSeries? publisher, string code, string name) =>
        publisher?.MissingSince(code).LastOrDefault() is { } missing
            ? $"No comparison: the figure for {name} is {missing.Observation.Value.Missing!.Value.Words()} ({missing.Observation.Period})."
            : $"No comparison: no release that was known has a figure for {name}.";

    private static Figure? Previous(Indicator indicator, KnownSeries series, string code, Period period, List<string> notes)
    {
        var earlier = series.Of(code).Values.LastOrDefault(f => f.Value is not null && f.Observation.Period < period && f.Observation.Period.IsComparableWith(period));
        if (earlier is null)
            return null;
        if (indicator.BreakBetween(earlier.Observation.Period.Start, period.Start) is { } broken)
        {
            notes.Add($"No previous figure is comparable. {broken.Note}");
            return null;
        }
        if (earlier.Observation.Period != period.YearBefore)
            notes.Add($"The previous figure is for {earlier.Observation.Period}; no figure lies between.");
        return earlier;
    }

    private Figure? National(Indicator indicator, KnownSeries publisher, Period period, List<string> notes)
    {
        if (publisher.Find(AreaRegister.England, period) is { Value: not null } same)
            return Plausible(publisher, same, notes);
        if (publisher.Latest(AreaRegister.England) is not { } latest)
        {
            notes.Add("No comparison with England: no release that was known has a figure.");
            return null;
        }
        return NotAcrossBreak(indicator, latest, period, "England", notes) is null ? null : Plausible(publisher, latest, notes);
    }

    private Figure? Plausible(KnownSeries publisher, Figure national, List<string> notes)
    {
        var authorities = Authorities(publisher, national.Observation.Period).OfType<decimal>().ToList();
        if (!Plausibility.IsOutOfRange(national.Value!.Value, authorities))
            return national;
        notes.Add(string.Create(CultureInfo.InvariantCulture, $"Not compared with England: the published figure for {national.Observation.Period} ({national.Value}, {national.Release.File}, row {national.Observation.Row}) cannot be an average of the authorities, whose figures lie between {authorities.Min()} and {authorities.Max()}."));
        return null;
    }

    private (IReadOnlyList<(Neighbour Neighbour, Figure? Figure)> Members, Period? Period) Members(Indicator indicator, KnownSeries? publisher, Period period, List<string> notes)
    {
        IReadOnlyList<(Neighbour Neighbour, Figure? Figure)> At(Period at) => [.. neighbours.Select(n => (n, publisher!.Find(n.Area.Code, at)))];
        if (publisher is null || neighbours.Count == 0)
            return ([.. neighbours.Select(n => (n, (Figure?)null))], null);
        var same = At(period);
        if (same.Any(m => m.Figure?.Value is not null))
            return (same, period);
        var latest = neighbours.Select(n => publisher.Latest(n.Area.Code)).Where(f => f is not null).MaxBy(f => f!.Observation.Period);
        if (latest is null || NotAcrossBreak(indicator, latest, period, "the neighbours", notes) is null)
            return (same, null);
        return (At(latest.Observation.Period), latest.Observation.Period);
    }

    private static Figure? NotAcrossBreak(Indicator indicator, Figure other, Period period, string whose, List<string> notes)
    {
        var at = other.Observation.Period;
        var (first, second) = at.Start < period.Start ? (at.Start, period.Start) : (period.Start, at.Start);
        if (indicator.BreakBetween(first, second) is { } broken)
        {
            notes.Add($"Not compared with {whose}: their latest figure is for {at}, on the other side of a break in the series. {broken.Note}");
            return null;
        }
        notes.Add($"The figure for {whose} is for {at}, not for {period}.");
        return other;
    }

    private static void NoteMissing(IReadOnlyList<(Neighbour Neighbour, Figure? Figure)> members, int having, Period? period, List<string> notes)
    {
        if (having == members.Count || having == 0)
        {
            if (having == 0 && members.Count > 0)
                notes.Add("No comparison with the neighbours: none of them has a figure.");
            return;
        }
        var missing = members.Where(m => m.Figure?.Value is null).Select(m =>
            $"{m.Neighbour.Area.Name} ({(m.Neighbour.Area.Until < period?.Start ? "abolished" : m.Figure?.Observation.Value.Missing?.Words() ?? "not in the release")})");
        notes.Add($"Neighbours' average of {having} of {members.Count}; missing: {string.Join(", ", missing)}.");
    }

    private static void NoteReleases(IReadOnlyList<Figure?> figures, List<string> notes)
    {
        var files = figures.Where(f => f is not null && f.Series.Rank != Series.LocalReturn).Select(f => f!.Release).DistinctBy(r => r.Id).ToList();
        if (files.Count > 1)
            notes.Add($"The figures come from {files.Count} releases of one series: {string.Join(", ", files.Select(r => r.File))}.");
    }
}
