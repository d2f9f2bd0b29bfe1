using System.Buffers.Text;
using ChildrensTrust.Pipeline.Files;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Remembers how many decimals the figures of a table's last column have, to tell a last figure that was cut
/// off.</summary>
internal sealed class LastColumn
{
    private const int MinFigures = 3;
    private const int LongestPlain = 20;
    private int _figures;
    private int _fewestDecimals = int.MaxValue;
    private int? _last;
    private bool _lastIsBlank;
    private bool _blankAbove;

    /// <summary>Whether the last cell has fewer decimals than every figure above it, or is the only blank
    /// one.</summary>
    public bool IsCutOff => _figures >= MinFigures && (_last < _fewestDecimals || (_lastIsBlank && !_blankAbove));

    /// <summary>Takes the last cell of a row.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (_last is { } above)
        {
            _figures++;
            _fewestDecimals = Math.Min(_fewestDecimals, above);
        }
        _blankAbove |= _lastIsBlank;
        _last = Decimals(cell);
        _lastIsBlank = cell.IsEmpty;
    }

    // Nearly all are short and plain, and need not be read for it.
    private static bool IsFigure(ReadOnlySpan<byte> cell, int point) =>
        (cell.Length <= LongestPlain && CellKinds.IsPlainNumber(cell) && cell[(point + 1)..].IndexOf((byte)'.') < 0)
        || (Utf8Parser.TryParse(cell, out decimal _, out var length) && length == cell.Length);

    // Null for a cell that is no figure, such as a symbol.
    private static int? Decimals(ReadOnlySpan<byte> cell)
    {
        var point = cell.IndexOf((byte)'.');
        if (!IsFigure(cell, point))
            return null;
        return point < 0 ? 0 : cell.Length - point - 1;
    }
}
