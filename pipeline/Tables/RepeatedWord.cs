namespace ChildrensTrust.Pipeline.Tables;

/// <summary>
/// Reads the blanks of a column that divides a table. Where a word is written once for several rows, as in merged
/// cells, a blank means the same as the word above. Where the column begins with a blank, a blank means all.
/// </summary>
internal struct RepeatedWord
{
    private bool _hasBegun;
    private bool _beginsBlank;
    private bool _isPartAbove;

    /// <summary>Whether the next cell of the column names a part.</summary>
    /// <param name="namesPart">Whether the cell itself names one.</param>
    public bool IsPart(ReadOnlySpan<byte> cell, bool namesPart)
    {
        var isBlank = cell.Trim(" \t"u8).IsEmpty;
        if (!_hasBegun)
            (_hasBegun, _beginsBlank) = (true, isBlank);
        if (!isBlank)
            _isPartAbove = namesPart;
        return namesPart || (isBlank && !_beginsBlank && _isPartAbove);
    }
}
