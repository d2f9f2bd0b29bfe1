using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Tells how a text without a byte order mark is encoded, from its first bytes.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding; UTF-8 included. Null where the bytes are no text.</summary>
    /// <param name="isCut">Whether the text goes on, so that its last character may be cut off.</param>
    public static Encoding? Of(ReadOnlySpan<byte> head, bool isCut) =>
        head.Contains((byte)0) ? WideOf(head)
        : IsUtf8(head, isCut) ? Encoding.UTF8
        : OneByte(IsMacRoman(head));

    /// <summary>A text of one byte a character as UTF-8.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<byte> text, bool isMac) =>
        Encoding.UTF8.GetBytes(OneByte(isMac).GetString(text));

    private static Encoding OneByte(bool isMac) => Encoding.GetEncoding(isMac ? "macintosh" : "windows-1252");

    // UTF-16 of a table in English has a zero in nearly each pair of bytes, always on the same side.
    private static Encoding? WideOf(ReadOnlySpan<byte> head)
    {
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0 && i % 2 == 0)
                zeros.Even++;
            else if (head[i] == 0)
                zeros.Odd++;
        }
        var most = head.Length / 2;
        return zeros switch
        {
            (0, _) when zeros.Odd > most * 9 / 10 => Encoding.Unicode,
            (_, 0) when zeros.Even > most * 9 / 10 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    /// <summary>Whether bytes are UTF-8.</summary>
    /// <param name="isCut">Whether the text goes on, so that its last character may be cut off.</param>
    public static bool IsUtf8(ReadOnlySpan<byte> head, bool isCut)
    {
        for (var cut = 0; cut < (isCut ? 4 : 1) && cut <= head.Length; cut++)
        {
            try
            {
                _ = Strict.GetCharCount(head[..^cut]);
                return true;
            }
            catch (DecoderFallbackException)
            {
                // Tried again with one byte less, where the head is cut.
            }
        }
        return false;
    }

    /// <summary>Whether a text of one byte a character was saved on a Mac. Apostrophes, quotation marks and dashes of
    /// Excel there are capital letters with accents in Windows-1252. They can be told by their position: no English
    /// word has such a letter inside it or consists of one.</summary>
    public static bool IsMacRoman(ReadOnlySpan<byte> head)
    {
        for (var i = 1; i + 1 < head.Length; i++)
        {
            var (before, after) = (head[i - 1], head[i + 1]);
            var isMac = head[i] switch
            {
                0xD5 => char.IsAsciiLetter((char)before) && (char.IsAsciiLetterLower((char)after) || after == ' '),
                0xD0 or 0xD1 => (before == ' ' && after == ' ')
                    || (char.IsAsciiDigit((char)before) && char.IsAsciiDigit((char)after)),
                0xD2 => before is (byte)' ' or (byte)',' or (byte)'(' && char.IsAsciiLetter((char)after),
                _ => false,
            };
            if (isMac)
                return true;
        }
        return false;
    }
}
