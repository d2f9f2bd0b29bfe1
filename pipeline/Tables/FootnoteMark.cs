using System.Text;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>The mark of a footnote behind a figure, a year, a code or a name, in the raised digits that Unicode has:
/// 7.9² and 2022/23⁽¹⁾.</summary>
internal static class FootnoteMark
{
    // A longer text is a note, which is shown as it is.
    private const int LongestCell = 80;

    /// <summary>Whether a cell may end with a mark: nearly none does.</summary>
    /// <param name="cell">The cell in UTF-8.</param>
    public static bool MayEnd(ReadOnlySpan<byte> cell) =>
        cell.Length is > 2 and <= LongestCell
        && (cell[^1] >= 0x80 || (cell[^1] == ' ' && cell.ContainsAnyInRange((byte)0x80, byte.MaxValue)))
        && MarkLength(cell.TrimEnd((byte)' ')) > 0;

    /// <summary>The cell without its mark; the same where it has none, where it is nothing else, and where the digit
    /// makes a unit of area.</summary>
    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> cell)
    {
        var rest = cell.TrimEnd((byte)' ');
        for (int length; (length = MarkLength(rest)) > 0; )
            rest = rest[..^length].TrimEnd(" ,"u8);
        return rest.IsEmpty || IsLength(rest) ? cell : rest;
    }

    /// <inheritdoc cref="Without(ReadOnlySpan{byte})" />
    public static string Without(string cell) =>
        Encoding.UTF8.GetBytes(cell) is var bytes && MayEnd(bytes) ? Encoding.UTF8.GetString(Without(bytes)) : cell;

    // The bytes of a raised digit or bracket at the end.
    private static int MarkLength(ReadOnlySpan<byte> text) =>
        text is [.., 0xC2, 0xB9 or 0xB2 or 0xB3] ? 2
        : text is [.., 0xE2, 0x81, 0xB0 or (>= 0xB4 and <= 0xB9) or 0xBD or 0xBE] ? 3
        : 0;

    private static bool IsLength(ReadOnlySpan<byte> text)
    {
        if (text[^1] is not (byte)'m')
            return false;
        text = text.Length > 1 && text[^2] is (byte)'k' or (byte)'c' or (byte)'m' ? text[..^2] : text[..^1];
        return text.IsEmpty || !char.IsAsciiLetter((char)text[^1]);
    }
}
