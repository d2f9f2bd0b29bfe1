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
/// them.</summary>
internal static class Stopwatches
{
    // Until the compiler has seen what is run often.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);

    /// <summary>The median seconds of each, after rounds that do not count.</summary>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="work">The pieces of work.</param>
    public static async Task<double[]> MediansAsync(int rounds, params Work[] work)
    {
        var seconds = work.Select(_ => new List<double>()).ToArray();
        var begun = Stopwatch.GetTimestamp();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < work.Length; i++)
            {
                if (work[i].PrepareAsync is { } prepare)
                    await prepare();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var started = Stopwatch.GetTimestamp();
                await work[i].RunAsync();
                if (round >= 0)
                    seconds[i].Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }
            if (round < 0 && Stopwatch.GetElapsedTime(begun) < Warm)
                round--;
        }
        return [.. seconds.Select(Median)];
    }

    private static double Median(List<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}
