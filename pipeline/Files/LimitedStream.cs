namespace ChildrensTrust.Pipeline.Files;

/// <summary>A text is longer than it may be. It never leaves the reader of the table.</summary>
internal sealed class TextTooLongException : Exception;

/// <summary>A stream that may be read up to a limit and no byte further. It does not own what it reads.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ForwardStream
{
    private long _read;
    private (byte Before, byte Last) _end;

    /// <summary>Whether what was read so far ends with a line break, in one byte or in two.</summary>
    public bool EndsWithLineBreak =>
        _read == 0 || IsLineBreak(_end.Last) || (_end.Last == 0 && IsLineBreak(_end.Before));

    public override int Read(Span<byte> buffer) => Counted(buffer[..inner.Read(buffer)]);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Counted(buffer.Span[..read]);
    }

    private static bool IsLineBreak(byte value) => value is (byte)'\n' or (byte)'\r';

    private int Counted(ReadOnlySpan<byte> read)
    {
        if (!read.IsEmpty)
            _end = (read.Length > 1 ? read[^2] : _end.Last, read[^1]);
        return (_read += read.Length) <= limit ? read.Length : throw new TextTooLongException();
    }
}
