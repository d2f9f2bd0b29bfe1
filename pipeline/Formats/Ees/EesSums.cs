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
/// Figures of all for a file that only has rows of parts, such as types of school: from the sums of the parts' counts,
/// where each part has both. A file that has a row of all for an indicator needs none of its sums.
/// </summary>
internal sealed class EesSums(IEnumerable<EesCarried> carried, FileReading reading)
{
    /// <summary>Why a row of a part is passed over until it is known that its sum is needed.</summary>
    public const string Skipped = "breakdown";

    // The decimal places that a calculated figure keeps.
    private const int Places = 4;

    private sealed class Sum(EesCarried of, FigureCell figure)
    {
        public EesCarried Of => of;

        public FigureCell Figure => figure;

        public string Words => WordList.And(of.Parts!.Words);

        public SortedDictionary<int, (long Row, decimal? Numerator, decimal? Denominator)> Parts { get; } = [];

        public IEnumerable<long> Rows => Parts.Values.Select(p => p.Row).Order();

        public long First => Rows.First();

        public decimal? Numerator => Parts.Values.Sum(p => p.Numerator);

        public decimal? Denominator => Parts.Values.Sum(p => p.Denominator);

        public bool IsWhole(HashSet<int> ofArea) =>
            Parts.Count > 1
            && Parts.Count == ofArea.Count
            && Parts.Values.All(p => p is { Numerator: not null, Denominator: not null })
            && Denominator > 0;
    }

    private readonly Dictionary<(SeriesId, Period), Sum> _sums = [];
    private readonly List<EesCarried> _withoutWhole = [.. carried.Where(m => m.Parts is not null)];

    /// <summary>Notes that a row is of all, for these indicators.</summary>
    public void HasWhole(List<EesCarried> counting)
    {
        if (_withoutWhole.Count > 0 && counting.Count > 0)
            _withoutWhole.RemoveAll(counting.Contains);
    }

    /// <summary>The indicators for which the present row is of a part that may be needed.</summary>
    /// <param name="breakdowns">The columns whose cells name a part.</param>
    public IReadOnlyList<EesCarried> Wanted(CsvRows rows, List<int> breakdowns)
    {
        List<EesCarried>? wanted = null;
        foreach (var m in _withoutWhole)
        {
            if (m.IsPart(rows, breakdowns) && m.Parts!.IndexOf(rows) >= 0)
                (wanted ??= []).Add(m);
        }
        return wanted ?? (IReadOnlyList<EesCarried>)[];
    }

    /// <summary>Takes a row of a part.</summary>
    public void Take(CsvRows rows, IReadOnlyList<EesCarried> wanted, Area? area, EesRowTime at)
    {
        foreach (var of in wanted)
        {
            if (area is null || of.Cell(rows, area, at) is not { } figure)
                continue;
            var part = of.Parts!.IndexOf(rows);
            var row = new RowBuilder(rows, reading);
            foreach (var (role, column) in of.Cells)
                row.Add(figure with { Role = role }, column);
            decimal? Count(ObservationPart role) =>
                row.FindFault() is null
                    ? row.Cells.Where(c => c.Role == role).Select(c => c.Measure.Value).SingleOrDefault()
                    : null;
            var taken = (rows.Row, Count(ObservationPart.Numerator), Count(ObservationPart.Denominator));
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (figure.Id, figure.Period), out _);
            sum ??= new(of, figure);
            // A second row of a part makes the sum doubtful.
            if (!sum.Parts.TryAdd(part, taken))
                sum.Parts[part] = (rows.Row, null, null);
        }
    }

    /// <summary>Forgets every part.</summary>
    public void Forget() => _sums.Clear();

    /// <summary>Adds the sums that are needed and complete. Where none is complete, another finding says so.</summary>
    public void Finish()
    {
        var possible = _sums.Values.Where(s => _withoutWhole.Contains(s.Of)).ToList();
        // An authority without special schools has no row of them in any year; the file itself must have each part.
        var named = possible.SelectMany(s => s.Parts.Keys.Select(part => (s.Of, part))).Distinct().ToLookup(p => p.Of);
        var ofAreas = possible
            .GroupBy(s => s.Figure.Id)
            .ToDictionary(g => g.Key, g => g.SelectMany(s => s.Parts.Keys).ToHashSet());
        var needed = possible.ToLookup(s =>
            named[s.Of].Count() == s.Of.Parts!.Words.Count && s.IsWhole(ofAreas[s.Figure.Id])
        );
        foreach (var sum in needed[true])
        {
            Put(sum);
            reading.Counted.Add(
                Check.SumOfParts,
                sum.First,
                $"the figure was calculated by adding the counts of {sum.Words}, because no row is for all of them",
                sum.Figure.Column
            );
        }
        if (!needed[true].Any())
            return;
        reading.Rows.AcceptSkipped(Skipped, needed[true].SelectMany(s => s.Rows).Distinct().LongCount());
        foreach (var sum in needed[false])
            reading.Counted.Add(
                Check.PartMissing,
                sum.First,
                $"there is no overall figure for the area and period, because counts are missing, or come twice, for one "
                    + $"of {sum.Words}",
                sum.Figure.Column
            );
    }

    private void Put(Sum sum)
    {
        var rows = sum.Rows.Select(row => row.ToString(CultureInfo.InvariantCulture)).ToList();
        var note = $"Calculated by adding the counts in rows {WordList.And(rows)} of the file.";
        var figure = sum.Figure with { Beside = (sum.Figure.Beside ?? new()) with { Note = note } };
        var (numerator, denominator) = (sum.Numerator!.Value, sum.Denominator!.Value);
        var share = (sum.Of.Indicator.Unit.Multiplier ?? 1) * numerator / denominator;
        reading.Series.BeginRow();
        foreach (
            var (role, value) in new[]
            {
                (ObservationPart.Value, Math.Round(share, Places, MidpointRounding.AwayFromZero)),
                (ObservationPart.Numerator, numerator),
                (ObservationPart.Denominator, denominator),
            }
        )
            reading.Series.Add(figure with { Role = role, Measure = Measure.From(value) }, sum.First);
    }
}
