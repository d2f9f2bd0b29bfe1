namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Reads text in UTF-8, Windows-1252 or Mac Roman and returns it as UTF-8. The encoding is decided at the first byte
/// that is not ASCII, wherever it is. It does not own the inner stream.
/// </summary>
internal sealed class TextStream(Stream inner) : ForwardStream
{
    private const int Window = 64 * 1024;

    private enum Seen
    {
        OnlyAscii,
        Utf8,
        OneByte,
    }

    private Seen _seen;
    private bool _isMac;
    private byte _before;
    private ReadOnlyMemory<byte> _ready;

    public override int Read(Span<byte> buffer)
    {
        var read = new byte[buffer.Length];
        var length = ReadAsync(read).AsTask().GetAwaiter().GetResult();
        read.AsSpan(0, length).CopyTo(buffer);
        return length;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_ready.IsEmpty)
            return Take(buffer.Span);
        if (_seen == Seen.OneByte)
        {
            await DecodeAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
            return Take(buffer.Span);
        }
        var read = await inner.ReadAsync(buffer, cancellationToken);
        if (_seen == Seen.Utf8 || read == 0)
            return read;
        var ascii = buffer.Span[..read].IndexOfAnyExceptInRange((byte)0, (byte)127);
        if (ascii != 0)
            _before = buffer.Span[(ascii < 0 ? read : ascii) - 1];
        if (ascii < 0)
            return read;
        await DecodeAsync(buffer[ascii..read], cancellationToken);
        return ascii > 0 ? ascii : Take(buffer.Span);
    }

    // Makes the next bytes ready; none at the end of the text. The byte before them is looked at with them, and a byte
    // that is not ASCII is never the last of them.
    private async ValueTask DecodeAsync(ReadOnlyMemory<byte> begun, CancellationToken cancellationToken)
    {
        var bytes = new byte[1 + Math.Max(Window, begun.Length) + 1];
        bytes[0] = _before;
        begun.CopyTo(bytes.AsMemory(1));
        var end =
            1
            + begun.Length
            + await inner.ReadAtLeastAsync(
                bytes.AsMemory(1 + begun.Length, bytes.Length - begun.Length - 2),
                bytes.Length - begun.Length - 2,
                throwOnEndOfStream: false,
                cancellationToken
            );
        var isCut = end == bytes.Length - 1;
        if (isCut && bytes[end - 1] > 127)
            end += await inner.ReadAsync(bytes.AsMemory(end, 1), cancellationToken);
        if (_seen == Seen.OnlyAscii)
            _seen = TextEncoding.IsUtf8(bytes.AsSpan(1, end - 1), isCut) ? Seen.Utf8 : Seen.OneByte;
        _isMac |= _seen == Seen.OneByte && TextEncoding.IsMacRoman(bytes.AsSpan(0, end));
        _before = bytes[end - 1];
        _ready =
            _seen == Seen.Utf8 ? bytes.AsMemory(1, end - 1) : TextEncoding.ToUtf8(bytes.AsSpan(1, end - 1), _isMac);
    }

    private int Take(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _ready.Length);
        _ready.Span[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }
}
