using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Compares the areas and totals of a file's newest figures with those of the other releases of its
/// series.</summary>
internal sealed class NewestFigures(EditionPair pair)
{
    private const int ManyAreas = 10;

    // How many of the lowest and of the highest figures may be in another unit.
    private const int MostOdd = 3;

    // By what factor a figure differs from the earlier one when its unit has changed, such as per 1,000 instead of per
    // 10,000. The figure itself may have changed too, by up to Change.
    private static readonly decimal[] Units = [10, 100, 1000];
    private const decimal Change = 1.25m;

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
            newest.AnotherUnit(),
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
                $"{pair.Indicator.Name}: the file has figures for {period.InSentence} for {here} "
                    + $"{(here == 1 ? "area" : "areas")}. {Named(before[0])} has them for "
                    + $"{before[0].Observation.Period.InSentence} for {before.Count} areas.",
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
                $"{pair.Indicator.Name}: the figures for {_here.Period.InSentence} are for "
                    + $"\u201c{Scope.WordsOf(_here.Total)}\u201d, and those for {there.Observation.Period.InSentence} "
                    + $"in {Named(there)} are for \u201c{Scope.WordsOf(there.Observation.Total)}\u201d.",
                _here.Row,
                Column
            );

    // Ten, a hundred or a thousand times what the area had, or that fraction of it, and among the highest or lowest.
    private Finding? AnotherUnit()
    {
        if (_here is not { Period: var period } || pair.Indicator.IsDifference)
            return null;
        var figures = (
            from series in pair.Here.Values
            from figure in series.Observations
            where figure.Period == period && figure.Value.Value is > 0
            orderby figure.Value.Value
            select (series.Area, Figure: figure, Value: figure.Value.Value!.Value)
        ).ToList();
        if (figures.Count < ManyAreas)
            return null;
        return figures
            .Take(MostOdd)
            .Concat(figures.TakeLast(MostOdd))
            .Where(f => f.Area != AreaRegister.England)
            .Select(f => (f.Area, f.Figure, f.Value, Before: Before(f.Area, f.Figure)))
            .Where(f =>
                FigureSize.Ratio(f.Value, f.Before?.Observation.Value.Value) is { } ratio
                && Math.Max(ratio, 1 / ratio) is var times
                && Array.Exists(Units, unit => times * Change >= unit && times <= unit * Change)
            )
            .Select(f =>
                Check.AnotherUnit.Found(
                    $"{pair.Indicator.Name}, {pair.Name(f.Area)}: {Text(f.Figure)} "
                        + $"here, and {Text(f.Before!.Observation)} in {Named(f.Before)}.",
                    f.Figure.Row,
                    Column
                )
            )
            .FirstOrDefault();
    }

    private EarlierFigure? Before(string area, Observation figure) =>
        pair
            .There.GetValueOrDefault(area)
            ?.Values.MinBy(f => Math.Abs(f.Observation.Period.End.DayNumber - figure.Period.End.DayNumber));

    private static string Text(Observation figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Value.Value} for {figure.Period.InSentence}");

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
                $"{pair.Indicator.Name}: the file has figures for {newest.Period.InSentence}, but none for England. "
                    + $"The newest figure for England is for {last.Observation.Period.InSentence}, in {Named(last)}.",
                column: Column
            );
    }

    private static string Named(EarlierFigure figure) => $"{figure.Release.File} (release {figure.Release.Id})";
}
