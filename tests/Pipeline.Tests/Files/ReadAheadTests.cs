using ChildrensTrust.Pipeline.Files;

namespace ChildrensTrust.Pipeline.Tests.Files;

public sealed class ReadAheadTests
{
    private const int Limit = ReadAhead.BytesAhead;
    private const int Piece = ReadAhead.Piece;

    // Only a fault of the code is as late as this.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, int> Sizes =>
        new(
            new[]
            {
                0,
                1,
                Piece - 1,
                Piece,
                Piece + 1,
                Limit / 2,
                Limit - 1,
                Limit,
                Limit + 1,
                Limit + Piece,
                Limit + Piece + 1,
                2 * Limit + 1,
            }.SelectMany(size => new[] { (size, int.MaxValue), (size, 81_919) })
        );

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Whatever_its_size_and_its_pieces_everything_comes_through_byte_for_byte(int size, int atOnce)
    {
        await using var source = new PacedStream(size, atOnce);
        await using var ahead = new ReadAhead(source, Token);
        using var read = new MemoryStream();

        await ahead.Content.CopyToAsync(read, Token).WaitAsync(Late, Token);

        ShouldBeWhole(read, size);
    }

    [Fact]
    public async Task Everything_comes_through_to_one_who_holds_a_thread_and_reads_odd_pieces()
    {
        const int Size = 2 * Limit + 1;
        await using var source = new PacedStream(Size, 81_919);
        await using var ahead = new ReadAhead(source, Token);
        using var read = new MemoryStream();

        ahead.Content.CopyTo(read, 77_773);

        ShouldBeWhole(read, Size);
    }

    [Fact]
    public async Task Everything_comes_through_from_a_stream_that_keeps_its_reader_waiting()
    {
        await using var source = new PacedStream(Limit, 81_919, async (_, _) => await Task.Yield());
        await using var ahead = new ReadAhead(source, Token);
        using var read = new MemoryStream();

        await ahead.Content.CopyToAsync(read, Token).WaitAsync(Late, Token);

        ShouldBeWhole(read, Limit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece)]
    [InlineData(Limit + Piece)]
    public async Task A_fault_of_the_stream_comes_out_to_whoever_reads_as_the_same_exception(int after)
    {
        var fault = new IOException("The connection broke.");
        await using var source = new PacedStream(
            long.MaxValue,
            81_919,
            (given, _) => given >= after ? throw fault : Task.CompletedTask
        );
        await using var ahead = new ReadAhead(source, Token);

        (
            await Should.ThrowAsync<IOException>(() =>
                ahead.Content.CopyToAsync(Stream.Null, Token).WaitAsync(Late, Token)
            )
        ).ShouldBeSameAs(fault);
        // Again: what broke off never looks like an end.
        Should.Throw<IOException>(() => ahead.Content.ReadByte()).ShouldBeSameAs(fault);
    }

    [Fact]
    public async Task A_fault_that_nobody_reads_is_no_fault_of_the_disposal()
    {
        await using var source = new PacedStream(
            Limit,
            before: (_, _) => throw new IOException("The connection broke.")
        );

        await new ReadAhead(source, Token).DisposeAsync().AsTask().WaitAsync(Late, Token);
    }

    [Fact]
    public async Task While_nobody_reads_it_stays_one_piece_within_its_limit()
    {
        // A stream that never lets wait is read within the constructor, up to where reading pauses: nothing goes on
        // after it.
        await using var source = new PacedStream(long.MaxValue);
        await using var ahead = new ReadAhead(source, Token);

        source.IsBeingRead.ShouldBeFalse();
        source.Given.ShouldBeInRange(Limit, Limit + Piece);
    }

    [Fact]
    public async Task It_reads_on_when_half_of_what_it_held_is_read()
    {
        var readsOn = new TaskCompletionSource();
        var paused = long.MaxValue;
        await using var source = new PacedStream(
            long.MaxValue,
            before: (given, _) =>
            {
                if (given >= paused)
                    readsOn.TrySetResult();
                return Task.CompletedTask;
            }
        );
        await using var ahead = new ReadAhead(source, Token);
        paused = source.Given;

        await ahead.Content.ReadExactlyAsync(new byte[Limit / 2 + Piece], Token);

        await readsOn.Task.WaitAsync(Late, Token);
    }

    [Fact]
    public async Task Disposed_at_its_limit_it_reads_no_further()
    {
        await using var source = new PacedStream(long.MaxValue);
        var ahead = new ReadAhead(source, Token);
        await ahead.Content.ReadExactlyAsync(new byte[3], Token);

        await ahead.DisposeAsync().AsTask().WaitAsync(Late, Token);

        source.IsBeingRead.ShouldBeFalse();
        source.Given.ShouldBeLessThanOrEqualTo(Limit + Piece);
    }

    [Fact]
    public async Task Disposed_while_the_stream_is_silent_it_stops_waiting_for_it()
    {
        await using var source = new PacedStream(
            long.MaxValue,
            before: (_, token) => Task.Delay(Timeout.Infinite, token)
        );
        var ahead = new ReadAhead(source, Token);
        source.IsBeingRead.ShouldBeTrue();

        await ahead.DisposeAsync().AsTask().WaitAsync(Late, Token);

        source.IsBeingRead.ShouldBeFalse();
        source.Given.ShouldBe(0);
    }

    [Fact]
    public async Task Disposal_does_not_return_before_a_read_that_cannot_be_stopped()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var source = new PacedStream(long.MaxValue, 1, (_, _) => answer.Task);
        var ahead = new ReadAhead(source, Token);

        var disposal = ahead.DisposeAsync().AsTask();
        disposal.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await disposal.WaitAsync(Late, Token);

        source.IsBeingRead.ShouldBeFalse();
        source.Given.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelled_while_the_stream_is_silent_whoever_reads_is_told()
    {
        using var stop = new CancellationTokenSource();
        await using var source = new PacedStream(
            long.MaxValue,
            before: (_, token) => Task.Delay(Timeout.Infinite, token)
        );
        await using var ahead = new ReadAhead(source, stop.Token);
        // The read has no token of its own: it is the reading ahead that ends it.
        var read = ahead.Content.ReadAsync(new byte[1], CancellationToken.None).AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => read.WaitAsync(Late, Token));
        source.IsBeingRead.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelled_at_its_limit_it_reads_no_further_and_is_no_end_of_the_file()
    {
        using var stop = new CancellationTokenSource();
        await using var source = new PacedStream(long.MaxValue);
        await using var ahead = new ReadAhead(source, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            ahead.Content.CopyToAsync(Stream.Null, CancellationToken.None).WaitAsync(Late, Token)
        );
        source.Given.ShouldBeLessThanOrEqualTo(Limit + Piece);
    }

    private static void ShouldBeWhole(MemoryStream read, int size)
    {
        read.Length.ShouldBe(size);
        var bytes = read.GetBuffer();
        for (var i = 0; i < size; i++)
        {
            if (bytes[i] != PacedStream.At(i))
                Assert.Fail($"Byte {i} of {size} is another one.");
        }
    }
}
