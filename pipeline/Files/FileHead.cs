using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>The first bytes of a file: enough to tell what it is, whether its text is UTF-16 and which character
/// separates its cells.</summary>
internal sealed record FileHead(char Separator, Encoding? Encoding = null, Finding? Fault = null)
{
    /// <summary>The kinds of workbook that begin so; a zip may also be an archive of files. None for text.</summary>
    public IReadOnlyList<WorkbookKind> Kinds { get; private init; } = [];

    // A mark says that the text is UTF-16, which the reader of the table sees for itself.
    private bool IsMarked { get; init; }

    private const int Length = 64 * 1024;

    /// <summary>Reads the head; the stream returned begins at the first byte again, and does not own the other. A text
    /// of one byte a character is UTF-8 in it.</summary>
    public static async Task<(FileHead Head, Stream Whole)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(file, new(bufferSize: Length, leaveOpen: true));
        var read = (await pipe.ReadAtLeastAsync(Length, cancellationToken)).Buffer;
        var head = Examine(read.Slice(0, Math.Min(Length, read.Length)).ToArray());
        pipe.AdvanceTo(read.Start);
        var whole = pipe.AsStream();
        return (
            head,
            head is { Kinds.Count: 0, Encoding: null, IsMarked: false, Fault: null } ? new TextStream(whole) : whole
        );
    }

    private static FileHead Examine(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return Refused(Check.FileEmpty.Found("The file is empty."));
        var kinds = new List<WorkbookKind>();
        foreach (var kind in WorkbookKind.All)
        {
            if (kind.MayBegin(head))
                kinds.Add(kind);
        }
        if (kinds.Count > 0)
            return new(',') { Kinds = kinds };
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Text(Encoding.GetEncoding(head[0] == 0xFF ? "utf-16" : "utf-16BE").GetString(head), null) with
            {
                IsMarked = true,
            };
        return TextEncoding.Of(head, isCut: head.Length == Length) is { } encoding
            ? Text(encoding.GetString(head), encoding is UnicodeEncoding ? encoding : null)
            : Refused(Check.FileNotText.Found("The file contains bytes that are not text."));
    }

    private static FileHead Text(string head, Encoding? encoding)
    {
        var start = head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (
            start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
            return Refused(Check.FileIsWebPage.Found("The file is a web page, not data."));
        return new(Separating(head), encoding);
    }

    private static FileHead Refused(Finding fault) => new(',', Fault: fault);

    // The first line that has one separator twice decides: names of authorities further down hold commas, and so may a
    // title above.
    private static char Separating(string head)
    {
        const string separators = ",;\t|";
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
