using System.Diagnostics;

namespace ChildrensTrust.Benchmarks;

/// <summary>A piece of work to time, and what must be done before each time and does not count.</summary>
/// <param name="RunAsync">The work.</param>
/// <param name="PrepareAsync">What comes before; null for nothing.</param>
internal sealed record Work(Func<Task> RunAsync, Func<Task>? PrepareAsync = null)
{
    /// <summary>Work that does not wait for anything.</summary>
    public static Work Of(Action run) => new(() => Task.Run(run));
}

/// <summary>Times pieces of work against each other, turn about, so that what else the machine does falls on all of
/// them, until the ratio of the first to each other is known well.</summary>
/// <param name="longest">How long the rounds of one measurement may take.</param>
internal sealed class Stopwatches(TimeSpan longest)
{
    private const int MostRounds = 60;

    // Until the compiler has seen what is run often.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);

    /// <summary>The seconds of each piece of work in each round, after rounds that do not count.</summary>
    public async Task<IReadOnlyList<double>[]> SecondsAsync(params Work[] work)
    {
        var begun = Stopwatch.GetTimestamp();
        do
        {
            foreach (var one in work)
                await SecondsAsync(one);
        } while (Stopwatch.GetElapsedTime(begun) < Warm);
        var seconds = work.Select(_ => new List<double>()).ToArray();
        begun = Stopwatch.GetTimestamp();
        do
        {
            foreach (var (one, taken) in work.Zip(seconds))
                taken.Add(await SecondsAsync(one));
        } while (!IsEnough(seconds, Stopwatch.GetElapsedTime(begun)));
        return seconds;
    }

    private bool IsEnough(List<double>[] seconds, TimeSpan taken) =>
        seconds[0].Count >= RatioInterval.FewestRounds
        && (
            seconds[0].Count == MostRounds
            || taken > longest
            || seconds.Skip(1).All(other => RatioInterval.Of(seconds[0], other).IsNarrow)
        );

    private static async Task<double> SecondsAsync(Work work)
    {
        if (work.PrepareAsync is { } prepare)
            await prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var started = Stopwatch.GetTimestamp();
        await work.RunAsync();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
