using System.IO.Pipelines;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Reads a stream some way ahead of whoever reads it here, so that fetching and examining happen side by side
/// and not in turn.</summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    internal const int BytesAhead = 8 * 1024 * 1024;
    internal const int Piece = 2 * 1024 * 1024;

    private readonly Pipe _pipe = new(
        new PipeOptions(
            pauseWriterThreshold: BytesAhead,
            resumeWriterThreshold: BytesAhead / 2,
            minimumSegmentSize: Piece,
            useSynchronizationContext: false
        )
    );
    private readonly CancellationTokenSource _stop;
    private readonly Task _fetching;

    /// <summary>Begins to read.</summary>
    /// <param name="source">The stream; its owner disposes of it after this.</param>
    public ReadAhead(Stream source, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Content = _pipe.Reader.AsStream();
        _fetching = FetchAsync(source, _stop.Token);
    }

    /// <summary>What the stream holds. A fault of the stream comes out here.</summary>
    public Stream Content { get; }

    /// <summary>Stops reading, and returns when nothing reads the stream any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Content.DisposeAsync();
        await _fetching;
        _stop.Dispose();
    }

    private async Task FetchAsync(Stream source, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            await source.CopyToAsync(_pipe.Writer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }
        // Whoever reads gets the fault, as if it had read the stream itself.
        await _pipe.Writer.CompleteAsync(fault);
    }
}
