namespace ChildrensTrust.Pipeline.Files;

/// <summary>Looks through the parts of a workbook for a cell that holds an error such as #N/A, which ExcelDataReader
/// gives as blank.</summary>
internal sealed class ErrorCellSearch
{
    private static readonly byte[] Mark = [.. " t=\"e\""u8];
    private int _matched;

    /// <summary>Whether there is one.</summary>
    public bool Found { get; private set; }

    /// <summary>Looks through the next bytes of a part.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        // No two beginnings of the mark overlap, so what matched so far need not be looked at again.
        for (var i = 0; i < bytes.Length && !Found; i++)
        {
            if (_matched == 0 && bytes[i..].IndexOf(Mark[0]) is var next)
            {
                if (next < 0)
                    return;
                i += next;
            }
            _matched =
                bytes[i] == Mark[_matched] ? _matched + 1
                : bytes[i] == Mark[0] ? 1
                : 0;
            Found = _matched == Mark.Length;
        }
    }
}
