namespace ChildrensTrust.Pipeline.Screening;

/// <summary>An e-mail address that is the whole of a cell: something, an at sign, and a domain with a dot.</summary>
internal static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>Whether a cell is one.</summary>
    public static bool Is(ReadOnlySpan<byte> cell)
    {
        var at = cell.Length <= Longest ? cell.IndexOf((byte)'@') : -1;
        if (at < 1 || cell.ContainsAny(" ,;\t"u8))
            return false;
        var domain = cell[(at + 1)..];
        var dot = domain.LastIndexOf((byte)'.');
        return !domain.Contains((byte)'@') && dot > 0 && dot < domain.Length - 2;
    }
}
