using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Compares whose the newest figures of a file are, and of what, with the other releases of its
/// series.</summary>
internal sealed class NewestFigures(EditionPair pair)
{
    private const int ManyAreas = 10;

    /// <summary>The findings.</summary>
    /// <param name="saysEngland">Whether nothing else says that England is missing.</param>
    public static IEnumerable<Finding> Compare(EditionPair pair, bool saysEngland)
    {
        if (!pair.IsOneSeries)
            return [];
        var newest = new NewestFigures(pair);
        return new[]
        {
            newest.FewerAreas(),
            newest.AnotherTotal(),
            saysEngland ? newest.EnglandMissing() : null,
        }.OfType<Finding>();
    }

    private readonly Observation? _here = pair
        .Here.Values.SelectMany(s => s.Observations)
        .Where(o => o.Value.Value is not null)
        .MaxBy(o => o.Period.End);

    private string Column => pair.Here.Values.First().Column;

    // In the same period or, where that is new, in the newest of the others.
    private Finding? FewerAreas()
    {
        if (_here is not { Period: var period })
            return null;
        var there = pair.There.Values.SelectMany(f => f.Values).ToLookup(f => f.Observation.Period);
        var before = there.Contains(period) ? [.. there[period]] : there.MaxBy(p => p.Key.End)?.ToList() ?? [];
        var here = pair.Here.Values.Count(s =>
            s.Observations.Any(o => o.Period == period && o.Value.Value is not null)
        );
        return before.Count < ManyAreas || here * 2 >= before.Count
            ? null
            : Check.FewerAreas.Found(
                $"{pair.Indicator.Name}: the file has figures for {period.Label} for {here} "
                    + $"{(here == 1 ? "area" : "areas")}, and {Named(before[0])} for "
                    + $"{before[0].Observation.Period.Label} for {before.Count}.",
                _here.Row,
                Column
            );
    }

    private Finding? AnotherTotal() =>
        _here is null
        || pair.There.Values.SelectMany(f => f.Values).MaxBy(f => f.Observation.Period.End) is not { } there
        || _here.Total == there.Observation.Total
            ? null
            : Check.TotalsDiffer.Found(
                $"{pair.Indicator.Name}: the figures for {_here.Period.Label} are for "
                    + $"\u201c{Scope.WordsOf(_here.Total)}\u201d, and those for {there.Observation.Period.Label} in "
                    + $"{Named(there)} are for \u201c{Scope.WordsOf(there.Observation.Total)}\u201d.",
                _here.Row,
                Column
            );

    private Finding? EnglandMissing()
    {
        var newest = pair.Here.Values.SelectMany(s => s.Observations).MaxBy(o => o.Period.End);
        if (
            newest is null
            || !pair.There.TryGetValue(AreaRegister.England, out var england)
            || (
                pair.Here.TryGetValue(AreaRegister.England, out var here)
                && here.Observations.Any(o => o.Period.End == newest.Period.End)
            )
        )
            return null;
        var last = england.Values.MaxBy(f => f.Observation.Period.End)!;
        return last.Observation.Period.End >= newest.Period.End
            ? null
            : Check.EnglandMissing.Found(
                $"{pair.Indicator.Name}: the file has figures for {newest.Period.Label}, but none for England. The "
                    + $"newest figure for England is for {last.Observation.Period.Label}, in {Named(last)}.",
                column: Column
            );
    }

    private static string Named(EarlierFigure figure) => $"{figure.Release.File} (release {figure.Release.Id})";
}
