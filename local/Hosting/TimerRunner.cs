using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Runs each timer function at its times, in UTC, and once late where its last time passed while nothing
/// ran.</summary>
internal sealed class TimerRunner(
    IReadOnlyList<HostedFunction> functions,
    TimerRecord record,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger<TimerRunner> logger
) : BackgroundService
{
    /// <summary>Longer waits are cut: a timer takes no more than 49 days, and a clock may be set.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(functions.OfType<TimerFunction>().Select(each => KeepAsync(each, stoppingToken)));

    private async Task KeepAsync(TimerFunction function, CancellationToken stoppingToken)
    {
        var last = function.UseMonitor ? await record.LastAsync(function.Name, stoppingToken) : null;
        if (last is { } before && function.Schedule.GetNextOccurrence(before) <= Now)
            await RunAsync(function, isPastDue: true, stoppingToken);
        else if (function.RunOnStartup)
            await RunAsync(function, isPastDue: false, stoppingToken);
        else if (last is null && function.UseMonitor)
            await record.WriteAsync(function.Name, Now, stoppingToken);

        while (true)
        {
            var next = function.Schedule.GetNextOccurrence(Now);
            while (Now < next)
                await Task.Delay(TimeSpan.FromTicks(Math.Min((next - Now).Ticks, MaxWait.Ticks)), time, stoppingToken);
            await RunAsync(function, isPastDue: false, stoppingToken);
        }
    }

    private async Task RunAsync(TimerFunction function, bool isPastDue, CancellationToken stoppingToken)
    {
        var state = new ScheduleStatus
        {
            Last = Now,
            Next = function.Schedule.GetNextOccurrence(Now),
            LastUpdated = Now,
        };
        try
        {
            await invoker.InvokeAsync(
                function,
                new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = state },
                parts: null,
                stoppingToken
            );
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // As in Azure: a failed run waits for the next time, and the time after a failure is no different from any
            // other.
            logger.LogError(fault, "{Function} failed. It runs again at {Next:u}.", function.Name, state.Next);
        }

        if (function.UseMonitor)
            await NoteAsync(function, state.Last, stoppingToken);
    }

    /// <summary>Where it cannot be noted that the function ran, it may run once more after the next start: it asks the
    /// store what there is to do.</summary>
    private async Task NoteAsync(TimerFunction function, DateTime last, CancellationToken stoppingToken)
    {
        try
        {
            await record.WriteAsync(function.Name, last, stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning("The run of {Function} could not be noted: {Fault}", function.Name, fault.Message);
        }
    }
}
