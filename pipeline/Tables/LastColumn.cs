using System.Buffers.Text;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Remembers how many decimals the figures of a table's last column have, to tell a last figure that was cut
/// off.</summary>
internal sealed class LastColumn
{
    private const int MinFigures = 3;
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

    // Null for a cell that is no figure, such as a symbol.
    private static int? Decimals(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || !Utf8Parser.TryParse(cell, out decimal _, out var length) || length != cell.Length)
            return null;
        return cell.IndexOf((byte)'.') is >= 0 and var point ? cell.Length - point - 1 : 0;
    }
}
