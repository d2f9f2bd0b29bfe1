using System.Globalization;
using System.Runtime.InteropServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>
/// Figures of all from rows of parts, such as types of school: the sums of the parts' counts, for an area and a period
/// of which each part has both. Whether a sum is used beside the totals of the file is decided with all other scopes
/// (see ScopeChoice).
/// </summary>
internal sealed class EesSums(IEnumerable<EesCarried> carried, FileReading reading)
{
    /// <summary>Why a row of a part is passed over until it is known that its sum is used.</summary>
    public const string Skipped = "breakdown";

    // An authority without special schools has no row of them. An area must have any part that makes up more than this
    // share of the whole.
    private const decimal MostOfAll = 0.1m;

    // The decimal places that a calculated figure keeps.
    private const int Places = 4;

    private readonly record struct Key(SeriesId Id, Period Period, int Way);

    private readonly record struct Counts(Measure? Value, decimal? Numerator, decimal? Denominator);

    private sealed class Sum(EesCarried of, FigureCell figure, int way)
    {
        public EesCarried Of => of;

        public FigureCell Figure => figure;

        public int Way => way;

        public IReadOnlyList<string> Words => of.Parts!.Ways[way].Words;

        public Dictionary<int, (long Row, Counts Counts)> Parts { get; } = [];

        /// <summary>A row that gives other counts for a part that is there already.</summary>
        public long? Contradicted { get; set; }

        public List<long> Rows => [.. Parts.Values.Select(p => p.Row).Order()];

        public decimal? Numerator => Parts.Values.Sum(p => p.Counts.Numerator);

        public decimal? Denominator => Parts.Values.Sum(p => p.Counts.Denominator);

        public bool IsWhole(HashSet<int> ofArea) =>
            Contradicted is null
            && Parts.Count > 1
            && Parts.Count == ofArea.Count
            && Parts.Values.All(p => p.Counts is { Numerator: not null, Denominator: not null })
            && Denominator > 0;
    }

    private readonly Dictionary<Key, Sum> _sums = [];
    private readonly List<EesCarried> _carried = [.. carried.Where(m => m.Parts is not null)];
    private readonly List<(EesCarried Of, EesPart Part)> _wanted = [];
    private readonly HashSet<(SeriesId Id, Period Period)> _rejected = [];

    /// <summary>Whether the present row is of a part that may be needed.</summary>
    /// <param name="breakdowns">The columns whose cells name a part.</param>
    public bool IsWanted(CsvRows rows, List<int> breakdowns)
    {
        _wanted.Clear();
        foreach (var m in _carried)
        {
            if (m.PartOf(rows, breakdowns) is { } part)
                _wanted.Add((m, part));
        }
        return _wanted.Count > 0;
    }

    /// <summary>Takes the row of a part that was wanted.</summary>
    public void Take(CsvRows rows, EesRowSubject subject)
    {
        foreach (var (of, part) in _wanted)
        {
            if (of.Cell(rows, subject, null) is not { } figure)
                continue;
            var counts = CountsOf(rows, of, figure);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _sums,
                new(figure.Id, figure.Period, part.Way),
                out _
            );
            sum ??= new(of, figure, part.Way);
            if (sum.Parts.TryAdd(part.Index, (rows.Row, counts)))
                continue;
            if (sum.Parts[part.Index].Counts == counts)
                reading.Counted.Add(
                    Check.RowRepeated,
                    rows.Row,
                    "the counts for a part are repeated, and were added only once",
                    figure.Column
                );
            else
                sum.Contradicted ??= rows.Row;
        }
    }

    /// <summary>Notes that a row of all was rejected: a sum does not stand in for it.</summary>
    public void RejectWhole(CsvRows rows, EesRowSubject subject)
    {
        foreach (var of in _carried)
        {
            if (of.Cell(rows, subject, null) is { } figure)
                _rejected.Add((figure.Id, figure.Period));
        }
    }

    /// <summary>Forgets every part.</summary>
    public void Forget() => _sums.Clear();

    /// <summary>Adds the sums that are complete.</summary>
    public void Finish()
    {
        foreach (var key in _sums.Keys.Where(k => _rejected.Contains((k.Id, k.Period))).ToList())
            _sums.Remove(key);
        // An authority without special schools has no row of them in any year; the file itself must have each part.
        var named = PartsBy(s => (s.Figure.Id.Indicator, s.Way));
        var ofAreas = PartsBy(s => (s.Figure.Id, s.Way));
        var put = new HashSet<Sum>();
        foreach (var ways in _sums.Values.GroupBy(s => (s.Figure.Id, s.Figure.Period)).ToList())
        {
            var whole = ways.Where(s =>
                    named[(s.Figure.Id.Indicator, s.Way)].Count == s.Words.Count
                    && s.IsWhole(ofAreas[(s.Figure.Id, s.Way)])
                    && LacksNothing(s)
                )
                .OrderBy(s => s.Way)
                .ToList();
            if (Contradiction(ways, whole) is { } row)
                Say(
                    Check.RowsConflict,
                    ways.First(),
                    row,
                    "the counts for a part differ from those in an earlier row, so the parts were not added up"
                );
            else if (whole.Count > 0)
            {
                Put(whole[0]);
                put.UnionWith(ways);
            }
        }
        foreach (var sum in _sums.Values.Where(s => s.Contradicted is null && !put.Contains(s) && IsMissing(s)))
            Say(
                Check.PartMissing,
                sum,
                sum.Rows[0],
                "there is no overall figure for the area and period, because counts are missing or cannot be read "
                    + "for at least one of "
                    + WordList.And(sum.Words)
            );
    }

    private Dictionary<TKey, HashSet<int>> PartsBy<TKey>(Func<Sum, TKey> key)
        where TKey : notnull =>
        _sums.Values.GroupBy(key).ToDictionary(g => g.Key, g => g.SelectMany(s => s.Parts.Keys).ToHashSet());

    // England has every part; an area may be without a small one.
    private bool LacksNothing(Sum sum)
    {
        if (sum.Parts.Count == sum.Words.Count)
            return true;
        if (sum.Figure.Id.Area == AreaRegister.England)
            return false;
        var all = _sums.Values.Where(s => s.Of == sum.Of && s.Way == sum.Way).SelectMany(s => s.Parts).ToList();
        var lacking = all.Where(p => !sum.Parts.ContainsKey(p.Key)).Sum(p => p.Value.Counts.Denominator ?? 0);
        return lacking <= MostOfAll * all.Sum(p => p.Value.Counts.Denominator ?? 0);
    }

    // Where the file has no figure at all, another finding says so.
    private bool IsMissing(Sum sum) =>
        reading.Series.Has(sum.Figure.Id.Indicator)
        && !reading.Series.HasFigure(sum.Figure.Id.Indicator, sum.Figure.Id.Area, sum.Figure.Period);

    // The row that gives other counts than an earlier one, in one way or in another.
    private static long? Contradiction(IEnumerable<Sum> ways, List<Sum> whole) =>
        whole.Count > 1
        && whole.Exists(s =>
            !RoundedCounts.AreWhole(whole[0].Denominator!.Value, [s.Denominator!.Value])
            || !RoundedCounts.AreWhole(whole[0].Numerator!.Value, [s.Numerator!.Value])
        )
            ? whole[1].Rows[0]
        : whole.Count > 0 ? null
        : ways.Select(s => s.Contradicted).Min();

    private void Say(Check check, Sum sum, long row, string says) =>
        reading.Counted.Add(check, row, says, sum.Figure.Column);

    private Counts CountsOf(CsvRows rows, EesCarried of, FigureCell figure)
    {
        var row = new RowBuilder(rows, reading);
        foreach (var (role, column) in of.Cells)
            row.Add(figure with { Role = role }, column);
        if (row.FindFault() is not null)
            return default;
        var counts = default(Counts);
        foreach (var cell in row.Cells)
            counts = cell.Role switch
            {
                ObservationPart.Value => counts with { Value = cell.Measure },
                ObservationPart.Numerator => counts with { Numerator = cell.Measure.Value },
                ObservationPart.Denominator => counts with { Denominator = cell.Measure.Value },
                _ => counts,
            };
        return counts;
    }

    private void Put(Sum sum)
    {
        var rows = sum.Rows;
        var note =
            "Calculated by adding the counts in rows "
            + $"{WordList.And([.. rows.Select(row => row.ToString(CultureInfo.InvariantCulture))])} of the file.";
        var figure = sum.Figure with
        {
            Id = sum.Figure.Id with { Scope = Scope.SumOf(WordList.And(sum.Words)) },
            Beside = (sum.Figure.Beside ?? new()) with { Note = note },
        };
        var (numerator, denominator) = (sum.Numerator!.Value, sum.Denominator!.Value);
        var share = (sum.Of.Indicator.Unit.Multiplier ?? 1) * numerator / denominator;
        reading.Series.BeginRow(reading.At?.Sheet ?? "");
        foreach (
            var (role, value) in new[]
            {
                (ObservationPart.Value, Math.Round(share, Places, MidpointRounding.AwayFromZero)),
                (ObservationPart.Numerator, numerator),
                (ObservationPart.Denominator, denominator),
            }
        )
            reading.Series.Add(figure with { Role = role, Measure = Measure.From(value) }, rows[0], rows);
    }
}
