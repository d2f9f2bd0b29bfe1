using System.Text;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What a file is by its first bytes, whatever its name ends with.</summary>
internal enum FileKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>An archive, or a workbook of today, which is one.</summary>
    Zip,

    /// <summary>A workbook of Excel 97 to 2003.</summary>
    OldWorkbook,
}

/// <summary>The first bytes of a file: enough to tell what it is, how its text is encoded and which character separates
/// its cells.</summary>
internal sealed record FileHead(FileKind Kind, char Separator, Encoding? Encoding, Finding? Fault)
{
    private const int Length = 64 * 1024;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads the head; the stream returned begins at the first byte again.</summary>
    public static async Task<(FileHead Head, Stream Whole)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[Length];
        var read = await file.ReadAtLeastAsync(buffer, Length, throwOnEndOfStream: false, cancellationToken);
        var head = buffer.AsMemory(0, read);
        return (Examine(head.Span), new JoinedStream(head, file));
    }

    private static FileHead Examine(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return Refused(Check.FileEmpty.Found("The file is empty."));
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
            return new(FileKind.Zip, ',', null, null);
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return new(FileKind.OldWorkbook, ',', null, null);
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Text(Encoding.GetEncoding(head[0] == 0xFF ? "utf-16" : "utf-16BE").GetString(head), null);
        if (head.Contains((byte)0))
            return Refused(Check.FileNotText.Found("The file holds bytes that no text has."));
        var encoding = IsUtf8(head) ? null : Windows1252();
        return Text((encoding ?? Encoding.UTF8).GetString(head), encoding);
    }

    private static FileHead Text(string head, Encoding? encoding)
    {
        var start = head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (
            start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
            return Refused(Check.FileIsWebPage.Found("The file is a web page, not data."));
        return new(FileKind.Text, Separating(head), encoding, null);
    }

    private static FileHead Refused(Finding fault) => new(FileKind.Text, ',', null, fault);

    // A character cut off at the end of the head does not make the text something else.
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            try
            {
                _ = Strict.GetCharCount(head[..^cut]);
                return true;
            }
            catch (DecoderFallbackException) when (head.Length == Length)
            {
                // Tried again with one byte less.
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
        return false;
    }

    private static Encoding Windows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    // The first line that has one separator twice decides: names of authorities further down hold commas, and so may a
    // title above.
    private static char Separating(string head)
    {
        const string separators = ",;\t";
        Span<int> counts = stackalloc int[separators.Length];
        var (quoted, best) = (false, ',');
        foreach (var c in head)
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\n' or '\r')
            {
                if (Most(counts) is { } most && counts[most] > 1)
                    return separators[most];
                best = Most(counts) is { } any && best == ',' ? separators[any] : best;
                counts.Clear();
            }
            else if (!quoted && separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and var which)
                counts[which]++;
        }
        return Most(counts) is { } last ? separators[last] : best;
    }

    private static int? Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[most])
                most = i;
        }
        return counts[most] == 0 ? null : most;
    }
}
