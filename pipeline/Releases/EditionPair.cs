using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What a file says of an indicator, beside what another release says of it.</summary>
/// <param name="There">The series of the other release, by area.</param>
/// <param name="Here">The series of the file, by area.</param>
internal sealed record EditionPair(
    Indicator Indicator,
    Release Other,
    IReadOnlyDictionary<string, Series> There,
    IReadOnlyDictionary<string, Series> Here
)
{
    // Editions of one series revise a figure by less than this, and no population doubles.
    private const decimal MostRevised = 2;

    // From one year to another a figure changes by less than this.
    private const decimal MostChanged = 3;

    // Publishers may count by other rules.
    private const decimal MostBetweenPublishers = 5;

    /// <summary>The check for which a file was refused beside another release, so that a rebuild, which compares
    /// nothing, refuses it again; null for none.</summary>
    public static Check? Held(FindingList findings) =>
        findings.Count(Check.OtherScope) > 0 ? Check.OtherScope
        : findings.Count(Check.LastRowCut) > 0 ? Check.LastRowCut
        : null;

    private readonly record struct Both(string Area, Observation There, Observation Here)
    {
        public bool IsSamePeriod => There.Period == Here.Period;
    }

    private bool IsOneSeries => There.Values.First().Source == Here.Values.First().Source;

    /// <summary>A finding where the figures, or the numbers of children behind them, are of another size: the file is
    /// then of other children or schools, or in another unit.</summary>
    public Finding? OtherScope()
    {
        var all = Here.Keys.Where(There.ContainsKey).SelectMany(Pairs).ToList();
        var pairs = all.Exists(p => p.IsSamePeriod) ? all.FindAll(p => p.IsSamePeriod) : all;
        if (pairs.Count == 0)
            return null;
        var england = pairs.FindIndex(p => p.Area == AreaRegister.England);
        var shown = pairs[Math.Max(england, 0)];
        var isOther = IsOtherSize(pairs, shown.IsSamePeriod) || (england >= 0 && IsOtherPopulation(shown));
        return isOther
            ? Check.OtherScope.Found(
                $"{Indicator.Name}, {Name(shown.Area)}: {Said(shown.Here)} in this file, {Said(shown.There)} in "
                    + $"{Other.File} (release {Other.Id}).",
                shown.Here.Row,
                Here[shown.Area].Column
            )
            : null;
    }

    // England and the other areas have to agree: one that stands alone has a fault of its own.
    private bool IsOtherSize(List<Both> pairs, bool isSamePeriod)
    {
        var most =
            !IsOneSeries ? MostBetweenPublishers
            : isSamePeriod ? MostRevised
            : MostChanged;
        var national = Middle(pairs.Where(p => p.Area == AreaRegister.England));
        var others = Middle(pairs.Where(p => p.Area != AreaRegister.England));
        return (national, others) switch
        {
            ({ } one, { } other) => IsBeyond(one, most) && IsBeyond(other, MostRevised),
            _ => (national ?? others) is { } only && IsBeyond(only, most),
        };
    }

    private bool IsOtherPopulation(Both england) =>
        Ratio(england.Here.Denominator, england.There.Denominator) is { } ratio
        && IsBeyond(ratio, IsOneSeries ? MostRevised : MostBetweenPublishers);

    /// <summary>A finding where the figure in the file's last row is the beginning of the one that the other release
    /// has.</summary>
    /// <param name="lastRow">The last row, which no line break follows.</param>
    public Finding? CutAt(long lastRow) =>
        Here
            .Values.Where(s => There.ContainsKey(s.Area))
            .SelectMany(s => Pairs(s.Area))
            .Any(p =>
                p.IsSamePeriod
                && p.Here.Row == lastRow
                && p is { Here.Value.Value: { } here, There.Value.Value: { } there }
                && here != there
                && Text(there).StartsWith(Text(here), StringComparison.Ordinal)
            )
            ? Check.LastRowCut.Found(
                $"The last figure is only the start of the one in {Other.File} (release {Other.Id}), and no line "
                    + "break follows it.",
                lastRow
            )
            : null;

    // The same periods; where there are none, the two that are nearest in time.
    private IEnumerable<Both> Pairs(string area)
    {
        var (there, here) = (WithFigure(There[area]), WithFigure(Here[area]));
        if (there.Count == 0 || here.Count == 0)
            yield break;
        var same = here.Where(h => there.ContainsKey(h.Key)).ToList();
        foreach (var (period, observation) in same)
            yield return new(area, there[period], observation);
        if (same.Count > 0)
            yield break;
        var nearest = (
            from h in here.Values
            from t in there.Values
            orderby Math.Abs(h.Period.End.DayNumber - t.Period.End.DayNumber)
            select new Both(area, t, h)
        ).First();
        yield return nearest;
    }

    private static Dictionary<Periods.Period, Observation> WithFigure(Series series) =>
        series.Observations.Where(o => o.Value.Value is not null).ToDictionary(o => o.Period);

    // Of an even number, the middle one that is nearer to no change.
    private static decimal? Middle(IEnumerable<Both> pairs)
    {
        var ratios = pairs
            .Select(p => Ratio(p.Here.Value.Value, p.There.Value.Value))
            .OfType<decimal>()
            .Order()
            .ToList();
        return ratios.Count == 0 ? null
            : ratios[ratios.Count / 2] < 1 ? ratios[ratios.Count / 2]
            : ratios[(ratios.Count - 1) / 2];
    }

    // Of figures near nothing, rounding makes any ratio.
    private static decimal? Ratio(decimal? here, decimal? there) =>
        here > 0 && there > 0 && (here > 1 || there > 1) ? here / there : null;

    private static bool IsBeyond(decimal ratio, decimal most) => ratio > most || ratio * most < 1;

    private static string Said(Observation observation) =>
        string.Create(CultureInfo.InvariantCulture, $"{observation.Value.Value} for {observation.Period.Label}")
        + (observation.Denominator is { } of ? string.Create(CultureInfo.InvariantCulture, $", of {of:#,0}") : "");

    private static string Name(string area) => area == AreaRegister.England ? "England" : area;

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
