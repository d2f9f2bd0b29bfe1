namespace ChildrensTrust.Pipeline.Screening;

/// <summary>
/// The unique pupil number: a check letter and twelve characters, all digits but perhaps the last (a letter for a temporary
/// number). Each is multiplied by its place, 2 to 13; the sum modulo 23 gives the letter. Department for Education, UPN guide.
/// </summary>
internal static class PupilNumber
{
    private static ReadOnlySpan<byte> Letters => "ABCDEFGHJKLMNPQRTUVWXYZ"u8;

    /// <summary>Whether a cell is a valid number.</summary>
    public static bool Is(ReadOnlySpan<byte> cell)
    {
        if (cell.Length != 13)
            return false;
        var sum = 0;
        for (var i = 1; i < 13; i++)
        {
            var value = char.IsAsciiDigit((char)cell[i]) ? cell[i] - '0' : i == 12 ? Letters.IndexOf(Upper(cell[i])) : -1;
            if (value < 0)
                return false;
            sum += value * (i + 1);
        }
        return Upper(cell[0]) == Letters[sum % 23];
    }

    private static byte Upper(byte letter) => (byte)char.ToUpperInvariant((char)letter);
}
