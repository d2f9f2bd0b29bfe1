namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>A text is longer than it may be. It never leaves the reader of the table.</summary>
internal sealed class TextTooLongException : Exception;

/// <summary>A stream that may be read up to a limit and no byte further. It does not own what it reads.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ForwardStream
{
    private long _read;

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    private int Counted(int count) => (_read += count) <= limit ? count : throw new TextTooLongException();
}
