using System.Runtime.InteropServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>What happened to a cell that was put into a collector.</summary>
internal enum AddOutcome
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>The same was there already.</summary>
    Repeated,

    /// <summary>Something else was there; the observation now counts as conflicting.</summary>
    Conflicting,
}

/// <summary>Names a series while a file is read.</summary>
internal readonly record struct SeriesId(string Indicator, string Area)
{
    /// <summary>Of what its figures are the total; null for the usual <see cref="Observations.Scope.Whole"/>.</summary>
    public Scope? Scope { get; init; }
}

/// <summary>A figure while a file is read, and the rows that it is from.</summary>
internal readonly record struct CollectedFigure(
    SeriesId Id,
    Period Period,
    Observation Observation,
    string Column,
    IReadOnlyList<(string Sheet, long Row)> Rows
)
{
    /// <summary>Of what it is the total.</summary>
    public Scope Scope => Id.Scope ?? Scope.Whole;
}

/// <summary>What stands beside a figure in its row.</summary>
internal sealed record ObservationDetails
{
    /// <summary>The lower end of the published interval.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper end of the published interval.</summary>
    public decimal? Upper { get; init; }

    /// <summary>The lower end of the published interval at 99.8%.</summary>
    public decimal? Lower998 { get; init; }

    /// <summary>The upper end of the published interval at 99.8%.</summary>
    public decimal? Upper998 { get; init; }

    /// <summary>How final the row says it is.</summary>
    public RevisionStatus? RevisionStatus { get; init; }

    /// <summary>The publisher's note.</summary>
    public string? Note { get; init; }
}

/// <summary>Gathers the cells of a file into series. The parts of one observation may come from one row or from
/// several.</summary>
internal sealed class SeriesCollector
{
    private const int LongNote = 200;

    private static readonly int Roles = Enum.GetValues<ObservationPart>().Length;

    private sealed class Draft
    {
        public Measure?[] Parts = new Measure?[Roles];
        public readonly long[] Rows = new long[Roles];
        public required string Sheet;
        public ObservationDetails? Beside;
        public bool Conflicting;
        public List<Rival>? Rivals;
        public IReadOnlyList<long>? From;
        public string? Total;
    }

    // What a later row says instead: the row as it is counted here, and as its sheet counts it.
    private sealed record Rival(long Ordinal, long Row, Measure?[] Parts, ObservationDetails? Beside)
    {
        public decimal? Count(ObservationPart role) => Parts[(int)role]?.Value;
    }

    private sealed class Head(FigureCell first)
    {
        private string? _value;
        private string? _minus;

        public string Source => first.Source;
        public int Rank => first.Rank;
        public bool HasMinus => first.HasMinus;

        // A difference stands in two columns, which may be one of two rows.
        public string Column =>
            _minus is null || _minus == _value ? _value ?? first.Column : $"{_value ?? first.Column} minus {_minus}";

        public void See(ObservationPart role, string column)
        {
            if (role == ObservationPart.Value)
                _value ??= column;
            else if (role == ObservationPart.Minus)
                _minus ??= column;
        }
    }

    private readonly Dictionary<SeriesId, (Head Head, SortedDictionary<Period, Draft> Drafts)> _series = [];

    private long _ordinal;
    private string _sheet = "";

    /// <summary>What is held in memory: each observation, whole or not, and once more for every 200 characters of its
    /// note.</summary>
    public int Held { get; private set; }

    /// <summary>Begins a row, whatever its number: the rows of several sheets may have the same.</summary>
    /// <param name="sheet">The sheet's name; empty where there is only one.</param>
    public void BeginRow(string sheet = "")
    {
        _ordinal++;
        _sheet = sheet;
    }

    /// <summary>Puts a figure in.</summary>
    /// <param name="row">The row that it is from.</param>
    /// <param name="from">All rows that it is from, where there are several.</param>
    public AddOutcome Add(FigureCell cell, long row, IReadOnlyList<long>? from = null)
    {
        var (period, role, measure) = (cell.Period, cell.Role, cell.Measure);
        ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, cell.Id, out var known);
        if (!known)
            series = (new(cell), []);
        series.Head.See(role, cell.Column);
        if (!series.Drafts.TryGetValue(period, out var draft))
        {
            series.Drafts.Add(period, draft = new() { Sheet = _sheet, From = from });
            Held++;
        }
        ref var part = ref draft.Parts[(int)role];
        if (draft.Rivals is [.., var rival] && rival.Ordinal == _ordinal)
        {
            rival.Parts[(int)role] = measure;
            return part == measure ? AddOutcome.Repeated : AddOutcome.Conflicting;
        }
        if (part is { } there)
        {
            if (there == measure)
                return AddOutcome.Repeated;
            // Of two counts neither is used, but a figure that both rows give stands.
            draft.Conflicting |= role is ObservationPart.Value or ObservationPart.Minus;
            Measure?[] parts = [.. draft.Parts];
            parts[(int)role] = measure;
            (draft.Rivals ??= []).Add(new(_ordinal, row, parts, cell.Beside ?? draft.Beside));
            Held++;
            return AddOutcome.Conflicting;
        }
        part = measure;
        draft.Rows[(int)role] = row;
        if (role == ObservationPart.Value)
        {
            draft.Beside = cell.Beside;
            Held += (cell.Beside?.Note?.Length ?? 0) / LongNote;
        }
        return AddOutcome.Added;
    }

    /// <summary>Every figure, where some row names a scope of its own; none where all are of the whole.</summary>
    public IEnumerable<CollectedFigure> Scoped() =>
        _series.Keys.All(id => id.Scope is null)
            ? []
            : from entry in _series
            from draft in entry.Value.Drafts
            where IsWhole(draft.Value, entry.Value.Head)
            select new CollectedFigure(
                entry.Key,
                draft.Key,
                Finish(draft.Key, draft.Value, entry.Value.Head),
                entry.Value.Head.Column,
                [
                    .. (draft.Value.From ?? [draft.Value.Rows[(int)ObservationPart.Value]]).Select(row =>
                        (draft.Value.Sheet, row)
                    ),
                ]
            );

    /// <summary>Takes a figure out.</summary>
    public void Remove(SeriesId id, Period period)
    {
        if (!_series.TryGetValue(id, out var series) || !series.Drafts.Remove(period))
            return;
        Held--;
        if (series.Drafts.Count == 0)
            _series.Remove(id);
    }

    /// <summary>Makes one series of an area's, whatever their scopes: by then there is one figure a period.</summary>
    /// <param name="totals">What the figures of an indicator and a period are the total of.</param>
    public void MergeScopes(IReadOnlyDictionary<(string Indicator, Period Period), Scope> totals)
    {
        foreach (var (id, (head, drafts)) in _series.Where(s => s.Key.Scope is not null).ToList())
        {
            _series.Remove(id);
            ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _series,
                id with
                {
                    Scope = null,
                },
                out var known
            );
            if (!known)
                series = (head, []);
            foreach (var (period, draft) in drafts)
                series.Drafts.TryAdd(period, draft);
        }
        foreach (var (id, (_, drafts)) in _series)
        foreach (var (period, draft) in drafts)
            draft.Total = totals.GetValueOrDefault((id.Indicator, period))?.Apart;
    }

    /// <summary>Whether there is a figure, in any scope.</summary>
    public bool HasFigure(string indicator, string area, Period period) =>
        _series.Any(s => s.Key.Indicator == indicator && s.Key.Area == area && s.Value.Drafts.ContainsKey(period));

    /// <summary>
    /// Whether the rows that disagree about an observation are one and its parts: three or more, each with its counts,
    /// and the counts of the largest are the sums of the others'.
    /// </summary>
    public bool IsSumOfParts(SeriesId id, Period period) =>
        _series.TryGetValue(id, out var series)
        && !series.Head.HasMinus
        && series.Drafts.GetValueOrDefault(period) is { Rivals.Count: > 1 } draft
        && LargestFirst(draft) is var rows
        && rows.TrueForAll(r => r.Count(ObservationPart.Denominator) > 0)
        && rows[0].Count(ObservationPart.Denominator) > rows[1].Count(ObservationPart.Denominator)
        && new[] { ObservationPart.Numerator, ObservationPart.Denominator }.All(role =>
            rows.TrueForAll(r => r.Count(role) is not null)
            && RoundedCounts.AreWhole(rows[0].Count(role)!.Value, [.. rows.Skip(1).Select(r => r.Count(role)!.Value)])
        );

    /// <summary>Whether the rows that disagree about an observation all say how final they are, each with a
    /// different status.</summary>
    public bool DifferInStatus(SeriesId id, Period period) =>
        Find(id, period) is { Rivals: not null } draft
        && All(draft).Select(r => r.Beside?.RevisionStatus).ToList() is var said
        && !said.Contains(null)
        && said.Distinct().Count() == said.Count;

    /// <summary>Takes the row with the largest counts for an observation, instead of none.</summary>
    public void TakeWhole(SeriesId id, Period period) => Take(id, period, draft => LargestFirst(draft)[0]);

    /// <summary>Takes the most final row for an observation, instead of none. One that is not filled in yet is passed
    /// over; one that is suppressed is not.</summary>
    public void TakeMostFinal(SeriesId id, Period period) =>
        Take(id, period, draft => All(draft).MaxBy(r => (IsGiven(r), r.Beside?.RevisionStatus))!);

    private static bool IsGiven(Rival rival) =>
        rival.Parts[(int)ObservationPart.Value] is { Value: not null } or { Missing: MissingReason.Suppressed };

    private void Take(SeriesId id, Period period, Func<Draft, Rival> choose)
    {
        if (Find(id, period) is not { Rivals: not null } draft)
            return;
        var chosen = choose(draft);
        (draft.Parts, draft.Beside, draft.Conflicting, draft.Rivals) = (chosen.Parts, chosen.Beside, false, null);
        for (var role = 0; role < Roles; role++)
            draft.Rows[role] = draft.Parts[role] is null ? 0 : chosen.Row;
    }

    private Draft? Find(SeriesId id, Period period) =>
        _series.TryGetValue(id, out var series) ? series.Drafts.GetValueOrDefault(period) : null;

    private static IEnumerable<Rival> All(Draft draft) =>
        draft.Rivals!.Prepend(new(0, draft.Rows[(int)ObservationPart.Value], draft.Parts, draft.Beside));

    private static List<Rival> LargestFirst(Draft draft) =>
        [.. All(draft).OrderByDescending(r => r.Count(ObservationPart.Denominator))];

    /// <summary>Whether there is a series of an indicator.</summary>
    public bool Has(string indicator) => _series.Keys.Any(id => id.Indicator == indicator);

    /// <summary>Whether there is a series of an area.</summary>
    public bool HasArea(Predicate<string> isOne) => _series.Keys.Any(id => isOne(id.Area));

    /// <summary>The row that brought a part of an observation first; null where none did.</summary>
    public long? RowOf(SeriesId id, Period period, ObservationPart role) =>
        Find(id, period)?.Rows[(int)role] is > 0 and var row ? row : null;

    /// <summary>The sheet whose row brought an observation first; empty where there is only one.</summary>
    public string SheetOf(SeriesId id, Period period) => Find(id, period)?.Sheet ?? "";

    /// <summary>The series, each with its observations in the order of time; a series none of whose rows brought the
    /// figure itself is left out.</summary>
    public IEnumerable<Series> ToSeries() =>
        from entry in _series
        let observations = entry
            .Value.Drafts.Where(d => IsWhole(d.Value, entry.Value.Head))
            .Select(d => Finish(d.Key, d.Value, entry.Value.Head))
            .ToList()
        where observations.Count > 0
        select new Series(
            entry.Key.Indicator,
            entry.Key.Area,
            entry.Value.Head.Source,
            entry.Value.Head.Rank,
            entry.Value.Head.Column,
            observations
        );

    private static bool IsWhole(Draft draft, Head head) =>
        draft.Parts[(int)ObservationPart.Value] is not null
        && (!head.HasMinus || draft.Parts[(int)ObservationPart.Minus] is not null);

    private static Observation Finish(Period period, Draft draft, Head head) =>
        new()
        {
            Period = period,
            Value =
                draft.Conflicting ? Measure.None(MissingReason.Conflicting)
                : head.HasMinus ? Difference(draft)
                : draft.Parts[(int)ObservationPart.Value]!.Value,
            Numerator = Count(draft, ObservationPart.Numerator),
            Denominator = Count(draft, ObservationPart.Denominator),
            MinusNumerator = draft.Parts[(int)ObservationPart.MinusNumerator]?.Value,
            MinusDenominator = draft.Parts[(int)ObservationPart.MinusDenominator]?.Value,
            Lower = draft.Beside?.Lower,
            Upper = draft.Beside?.Upper,
            Lower998 = draft.Beside?.Lower998,
            Upper998 = draft.Beside?.Upper998,
            RevisionStatus = draft.Beside?.RevisionStatus,
            Note = draft.Beside?.Note,
            Total = draft.Total,
            Row = draft.Rows[(int)ObservationPart.Value],
            MinusRow = draft.Rows[(int)ObservationPart.Minus] is > 0 and var minus ? minus : null,
        };

    // Of rows that give different figures, the counts are used only where they agree.
    private static decimal? Count(Draft draft, ObservationPart role) =>
        draft.Rivals?.Exists(r => r.Parts[(int)role] is { } other && other != draft.Parts[(int)role]) == true
            ? null
            : draft.Parts[(int)role]?.Value;

    private static Measure Difference(Draft draft)
    {
        var (value, minus) = (
            draft.Parts[(int)ObservationPart.Value]!.Value,
            draft.Parts[(int)ObservationPart.Minus]!.Value
        );
        return value.Value is { } from && minus.Value is { } away ? Measure.From(from - away)
            : value.Missing is null ? minus
            : value;
    }
}
