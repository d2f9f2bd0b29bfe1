namespace ChildrensTrust.Pipeline.Screening;

/// <summary>A full postcode of the United Kingdom, such as NG2 7QP: one or two letters, a digit, perhaps one more character, perhaps a space, a digit and two letters.</summary>
internal static class Postcode
{
    /// <summary>Whether a cell is one.</summary>
    public static bool Is(ReadOnlySpan<byte> cell)
    {
        if (cell.Length is < 5 or > 8 || !IsInward(cell[^3..]))
            return false;
        var outward = cell[..^3].TrimEnd((byte)' ');
        var letters = 0;
        while (letters < outward.Length && char.IsAsciiLetter((char)outward[letters]))
            letters++;
        return letters is 1 or 2 && outward.Length - letters is 1 or 2 && char.IsAsciiDigit((char)outward[letters])
            && char.IsAsciiLetterOrDigit((char)outward[^1]) && cell.Length - 3 - outward.Length <= 1;
    }

    // The last two letters are never C, I, K, M, O or V.
    private static bool IsInward(ReadOnlySpan<byte> cell) => char.IsAsciiDigit((char)cell[0]) && IsLetter(cell[1]) && IsLetter(cell[2]);

    private static bool IsLetter(byte letter) => char.IsAsciiLetter((char)letter) && !"CIKMOVcikmov"u8.Contains(letter);
}
