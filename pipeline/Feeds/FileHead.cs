using System.Text;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>The first bytes of a file: enough to tell text from anything else, and which character separates its cells.</summary>
internal sealed record FileHead(char Separator, Finding? Fault)
{
    private const int Length = 64 * 1024;

    /// <summary>Reads the head; the stream returned begins at the first byte again.</summary>
    public static async Task<(FileHead Head, Stream Whole)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[Length];
        var read = await file.ReadAtLeastAsync(buffer, Length, throwOnEndOfStream: false, cancellationToken);
        var head = buffer.AsMemory(0, read);
        return (Examine(head.Span), new Joined(head, file));
    }

    private static FileHead Examine(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return new(',', Check.FileEmpty.Found("The file is empty."));
        var utf16 = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (head is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            return new(',', Check.FileNotText.Found("The file is a workbook or an archive, whatever its name ends with."));
        if (!utf16 && head.Contains((byte)0))
            return new(',', Check.FileNotText.Found("The file holds bytes that no text has."));
        var start = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 512)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new(',', Check.FileIsWebPage.Found("The file is a web page, not data."));
        return new(Separating(head), null);
    }

    // The header line alone decides: names of authorities further down hold commas.
    private static char Separating(ReadOnlySpan<byte> head)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        foreach (var b in head)
        {
            if (b == '"')
                quoted = !quoted;
            else if (!quoted && b is (byte)'\n' or (byte)'\r')
                break;
            else if (!quoted && ",;\t".IndexOf((char)b) is >= 0 and var which)
                counts[which]++;
        }
        return counts[1] > counts[0] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private sealed class Joined(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_at == head.Length)
                return rest.Read(buffer);
            var count = Math.Min(buffer.Length, head.Length - _at);
            head.Span.Slice(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _at == head.Length ? rest.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
