using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What a file says of an indicator, beside what other releases say of it.</summary>
/// <param name="There">The figures of the other releases, by area and period.</param>
/// <param name="Here">The series of the file, by area.</param>
/// <param name="IsOneSeries">Whether both are of one series of one publisher.</param>
internal sealed record EditionPair(
    Indicator Indicator,
    IReadOnlyDictionary<string, Dictionary<Period, EarlierFigure>> There,
    IReadOnlyDictionary<string, Series> Here,
    bool IsOneSeries
)
{
    /// <summary>The register that has the areas' names.</summary>
    public required AreaRegister Areas { get; init; }

    // Editions of one series revise a figure by less than this.
    private const decimal MostRevised = 1.5m;

    // From one year to another a figure changes by less than this.
    private const decimal MostChanged = 3;

    // The same where the file lacks the counts that the series has, so that they cannot tell its scope.
    private const decimal MostWithoutCounts = 1.5m;

    // Two publishers' figures for one year are close; for different years their rules may differ.
    private const decimal MostBetweenPublishers = 1.75m;

    // From one year to the next the children of all England change in number by less than this; in longer, or in one
    // authority, they may nearly double.
    private const decimal MostChildren = 1.6m;
    private const decimal MostChildrenOtherwise = 2;
    private const int DaysOfTwoYears = 731;
    private const int DaysOfDifference = 10;

    /// <summary>The check for which a file was refused beside another release, so that a rebuild, which compares
    /// nothing, refuses it again; null for none.</summary>
    public static Check? Held(FindingList findings) =>
        findings.Count(Check.OtherScope) > 0 ? Check.OtherScope
        : findings.Count(Check.Fractions) > 0 ? Check.Fractions
        : findings.Count(Check.LastRowCut) > 0 ? Check.LastRowCut
        : findings.Count(Check.ProvisionalAfterRevised) > 0 ? Check.ProvisionalAfterRevised
        : null;

    internal readonly record struct Both(string Area, EarlierFigure Earlier, Observation Here)
    {
        public Observation There => Earlier.Observation;

        public bool IsSamePeriod => There.Period == Here.Period;
    }

    /// <summary>A finding where the figures, or the numbers of children behind them, are of another size: the file is
    /// then of other children or schools, or in another unit.</summary>
    public Finding? OtherScope()
    {
        var pairs = Here.Keys.Where(There.ContainsKey).SelectMany(Pairs).ToList();
        if (pairs.Count == 0)
            return null;
        var counted = Counted();
        return IsOtherPopulation(counted) ? Found(England(counted) ?? counted[0])
            : IsOtherSize(pairs) ? Found(England(pairs) ?? pairs[0])
            : null;
    }

    private Finding Found(Both shown) =>
        Check.OtherScope.Found(
            $"{Indicator.Name}, {Name(shown.Area)}: {Said(shown.Here)} in this file, {Said(shown.There)} in "
                + $"{shown.Earlier.Release.File} (release {shown.Earlier.Release.Id}).",
            shown.Here.Row,
            Here[shown.Area].Column
        );

    private static Both? England(List<Both> pairs) =>
        pairs.FindIndex(p => p.Area == AreaRegister.England) is >= 0 and var england ? pairs[england] : null;

    // England and the other areas have to agree: one that stands alone has a fault of its own.
    private bool IsOtherSize(List<Both> pairs)
    {
        var national = pairs.FindAll(p => p.Area == AreaRegister.England);
        var others = pairs.FindAll(p => p.Area != AreaRegister.England);
        if (others.Exists(p => p.IsSamePeriod))
            others.RemoveAll(p => !p.IsSamePeriod);
        return (Middle(national), Middle(others)) switch
        {
            ({ } one, { } other) => FigureSize.IsBeyond(one, Most(national))
                && FigureSize.IsBeyond(other, Math.Min(Most(others), MostRevised)),
            ({ } one, null) => FigureSize.IsBeyond(one, Most(national)),
            (null, { } other) => FigureSize.IsBeyond(other, Most(others)),
            _ => false,
        };
    }

    private decimal Most(List<Both> pairs) =>
        pairs[0].IsSamePeriod
            ? IsOneSeries
                ? MostRevised
                : MostBetweenPublishers
            : !IsOneSeries
                ? FigureSize.MostBetweenPublishersAndYears
                : LacksCounts
                    ? MostWithoutCounts
                    : MostChanged;

    private bool LacksCounts =>
        Here.Values.SelectMany(s => s.Observations).All(o => o.Denominator is null)
        && There.Values.SelectMany(f => f.Values).Any(f => f.Observation.Denominator is not null);

    // England's number decides; without England, the middle one of the others.
    private bool IsOtherPopulation(List<Both> counted) =>
        England(counted) is { } england
            ? FigureSize.IsBeyond(
                FigureSize.Ratio(england.Here.Denominator, england.There.Denominator)!.Value,
                IsOneSeries && DaysApart(england) < DaysOfTwoYears ? MostChildren : MostChildrenOtherwise
            )
            : Middle(counted.Select(p => FigureSize.Ratio(p.Here.Denominator, p.There.Denominator))) is { } middle
                && FigureSize.IsBeyond(middle, MostChildrenOtherwise);

    // Of each area, the nearest two figures that have numbers of children.
    private List<Both> Counted() =>
        [
            .. from area in Here.Keys
            where There.ContainsKey(area)
            let nearest = (
                from h in Here[area].Observations
                from t in There[area].Values
                let both = new Both(area, t, h)
                where IsAsLong(h.Period, t.Observation.Period) && !CrossesBreak(both)
                where FigureSize.Ratio(h.Denominator, t.Observation.Denominator) is not null
                orderby DaysApart(both)
                select (Both?)both
            ).FirstOrDefault()
            where nearest is not null
            select nearest.Value,
        ];

    // Sessions for a term cannot be compared with sessions for a year.
    private static bool IsAsLong(Period one, Period other) => Math.Abs(Days(one) - Days(other)) <= DaysOfDifference;

    private static int Days(Period period) => period.End.DayNumber - period.Start.DayNumber;

    private bool CrossesBreak(Both both)
    {
        var (one, other) = (both.Here.Period.End, both.There.Period.End);
        return Indicator.Breaks.Any(b => b.IsBetween(one < other ? one : other, one < other ? other : one));
    }

    private static int DaysApart(Both both) =>
        Math.Abs(both.Here.Period.End.DayNumber - both.There.Period.End.DayNumber);

    /// <summary>A finding where a percentage of the file is a hundredth of what the area, or England, has in other
    /// releases.</summary>
    public Finding? Fraction()
    {
        if (!FractionFigures.Concerns(Indicator))
            return null;
        var fractions =
            from series in Here.Values
            from observation in series.Observations
            where observation.Value.Value is > 0 and <= 1
            let like = Nearest(series.Area, observation.Period) ?? Nearest(AreaRegister.England, observation.Period)
            where like is not null && FractionFigures.IsFraction(observation.Value.Value!.Value, like.Value)
            select FractionFigures.Found(Indicator, Name(series.Area), observation, series.Column);
        return fractions.FirstOrDefault();
    }

    private decimal? Nearest(string area, Period period) =>
        There.TryGetValue(area, out var figures)
            ? figures
                .Values.MinBy(f => Math.Abs(f.Observation.Period.End.DayNumber - period.End.DayNumber))
                ?.Observation.Value.Value
            : null;

    /// <summary>A finding where the figure in the file's last row is the beginning of the one that another release
    /// has.</summary>
    /// <param name="lastRow">The last row, which no line break follows.</param>
    public Finding? CutAt(long lastRow)
    {
        var cut = Here
            .Keys.Where(There.ContainsKey)
            .SelectMany(Pairs)
            .FirstOrDefault(p =>
                p.IsSamePeriod
                && p.Here.Row == lastRow
                && p is { Here.Value.Value: { } here, There.Value.Value: { } there }
                && here != there
                && Text(there).StartsWith(Text(here), StringComparison.Ordinal)
            );
        return cut.Earlier is not { Release: { } other }
            ? null
            : Check.LastRowCut.Found(
                $"The last figure is only the start of the one in {other.File} (release {other.Id}), and no line break "
                    + "follows it.",
                lastRow
            );
    }

    // The same periods; where there are none, the two that are nearest in time.
    internal IEnumerable<Both> Pairs(string area)
    {
        var there = There[area];
        var here = Here[area].Observations.Where(o => o.Value.Value is not null).ToList();
        var same = here.FindAll(o => there.ContainsKey(o.Period));
        if (same.Count > 0)
            return same.Select(o => new Both(area, there[o.Period], o));
        return (from h in here from t in there.Values select new Both(area, t, h))
            .OrderBy(DaysApart)
            .Take(1);
    }

    // A gap may turn its sign from one year to another, and in no edition of one year.
    private static decimal? Middle(List<Both> pairs) =>
        Middle(
            pairs
                .Select(p => (Both: p, Ratio: FigureSize.Ratio(p.Here.Value.Value, p.There.Value.Value)))
                .Select(r => r.Both.IsSamePeriod || r.Ratio is null ? r.Ratio : Math.Abs(r.Ratio.Value))
        );

    // Of an even number, the middle one that is nearer to no change.
    private static decimal? Middle(IEnumerable<decimal?> all)
    {
        var ratios = all.OfType<decimal>().Order().ToList();
        return ratios.Count == 0 ? null
            : ratios[ratios.Count / 2] < 1 ? ratios[ratios.Count / 2]
            : ratios[(ratios.Count - 1) / 2];
    }

    private static string Said(Observation observation) =>
        string.Create(CultureInfo.InvariantCulture, $"{observation.Value.Value} for {observation.Period.InSentence}")
        + (observation.Denominator is { } of ? string.Create(CultureInfo.InvariantCulture, $", of {of:#,0}") : "");

    internal string Name(string area) => Areas.FindByCode(area)?.Name ?? area;

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
