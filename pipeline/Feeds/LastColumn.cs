using System.Buffers.Text;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Remembers how many decimals the figures of a table's last column have, to tell a last figure that was cut off.</summary>
internal sealed class LastColumn
{
    private const int FewestFigures = 5;
    private int _figures;
    private int _fewestDecimals = int.MaxValue;

    /// <summary>Takes the last cell of a row that is whole.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (Decimals(cell) is not { } decimals)
            return;
        _figures++;
        _fewestDecimals = Math.Min(_fewestDecimals, decimals);
    }

    /// <summary>Whether the last cell of the last row has fewer decimals than every figure above it.</summary>
    public bool IsCutOff(ReadOnlySpan<byte> cell) =>
        _figures >= FewestFigures && (cell.IsEmpty ? _fewestDecimals > 0 : Decimals(cell) < _fewestDecimals);

    // Null for a cell that is no figure, such as a symbol.
    private static int? Decimals(ReadOnlySpan<byte> cell)
    {
        if (!Utf8Parser.TryParse(cell, out decimal _, out var length) || length != cell.Length)
            return null;
        return cell.IndexOf((byte)'.') is >= 0 and var point ? cell.Length - point - 1 : 0;
    }
}
