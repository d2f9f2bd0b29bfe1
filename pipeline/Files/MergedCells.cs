using System.Globalization;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Cells of a sheet that were merged over several rows, of which the first alone has the value. Rows and
/// columns are counted from 0.</summary>
internal readonly record struct MergedCells(long First, long Last, long Column)
{
    /// <summary>More than any sheet that people make.</summary>
    public const int Most = 1 << 17;

    /// <summary>Reads a range as Excel writes it, A2:B14; null where it is none, or one row.</summary>
    public static MergedCells? Of(string? range)
    {
        if (range?.Split(':') is not [var from, var to])
            return null;
        var merged = new MergedCells(Row(from), Row(to), SheetCells.Column(from) ?? -1);
        return merged.Column >= 0 && merged.First >= 0 && merged.Last > merged.First ? merged : null;
    }

    private static long Row(string at) =>
        int.TryParse(
            at.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row - 1
            : -1;
}
