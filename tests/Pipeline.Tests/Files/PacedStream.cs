using ChildrensTrust.Pipeline.Files;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>A stream that records how it is read, and runs an action before each read.</summary>
/// <param name="length">How many bytes it has.</param>
/// <param name="atOnce">How many it gives at most at once.</param>
/// <param name="before">What comes before each read, given how many bytes were read; null for nothing.</param>
internal sealed class PacedStream(
    long length,
    int atOnce = int.MaxValue,
    Func<long, CancellationToken, Task>? before = null
) : ForwardStream
{
    private int _reading;

    /// <summary>How many bytes were read.</summary>
    public long Given { get; private set; }

    /// <summary>Whether somebody reads it now.</summary>
    public bool IsBeingRead => Volatile.Read(ref _reading) > 0;

    /// <summary>The byte at a position: pieces that are lost, repeated or turned about give another sequence.</summary>
    public static byte At(long position) => (byte)(position * 31 ^ position >> 8 ^ position >> 16);

    public override int Read(Span<byte> buffer) =>
        throw new NotSupportedException("It is read without holding a thread.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reading).ShouldBe(1);
        try
        {
            if (before is not null)
                await before(Given, cancellationToken);
            var count = (int)Math.Min(Math.Min(atOnce, buffer.Length), length - Given);
            for (var i = 0; i < count; i++)
                buffer.Span[i] = At(Given + i);
            Given += count;
            return count;
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }
    }
}
