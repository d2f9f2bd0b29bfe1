using System.Globalization;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>Rows, kept as ranges: "2 to 110, 114". Of rows far apart only the first are kept, and the rest
/// counted.</summary>
internal sealed class RowRanges
{
    private const int Most = 20;
    private readonly List<(long From, long To)> _ranges = [];
    private long _more;

    /// <summary>The first row; null for none.</summary>
    public long? First => _ranges.Count == 0 ? null : _ranges.Min(r => r.From);

    /// <summary>Adds a row; rows are best added in their order.</summary>
    public void Add(long row)
    {
        if (_ranges.Count > 0 && _ranges[^1] is var (from, to) && row >= from && row <= to + 1)
            _ranges[^1] = (from, Math.Max(to, row));
        else if (_ranges.Count < Most)
            _ranges.Add((row, row));
        else
            _more++;
    }

    /// <summary>The rows as a reader looks for them.</summary>
    public override string ToString()
    {
        var ranges = _ranges
            .Order()
            .Select(r =>
                r.From == r.To ? Number(r.From)
                : r.To == r.From + 1 ? $"{Number(r.From)}, {Number(r.To)}"
                : $"{Number(r.From)} to {Number(r.To)}"
            );
        return string.Join(", ", ranges) + (_more == 0 ? "" : $" and {Number(_more)} more");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
