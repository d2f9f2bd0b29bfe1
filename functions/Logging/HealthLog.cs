using ChildrensTrust.Pipeline.Health;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>What is logged of the pipeline's health. Alerts watch for these events by name: names and numbers
/// stay.</summary>
internal static class HealthLog
{
    internal static readonly EventId HealthCheckPassed = new(1401, nameof(HealthCheckPassed));
    internal static readonly EventId HealthCheckWarned = new(1402, nameof(HealthCheckWarned));
    internal static readonly EventId HealthCheckFailed = new(1403, nameof(HealthCheckFailed));
    internal static readonly EventId FiguresOverdue = new(1404, nameof(FiguresOverdue));

    public static void Checked(this ILogger logger, IReadOnlyList<HealthCheck> checks)
    {
        foreach (var check in checks)
        {
            var (level, id) = Event(check);
            // Application Insights keeps a line with an exception in another table than the one that the alert reads.
            if (check.Fault is not null)
                logger.LogError(check.Fault, "The exception that stopped the health check {Check}.", check.Name);
            logger.Log(
                level,
                id,
                "Health check {Check}: {Status}. {Sentence}",
                check.Name,
                check.Status,
                check.Sentence
            );
        }
    }

    private static (LogLevel Level, EventId Id) Event(HealthCheck check) =>
        check.Status switch
        {
            HealthStatus.Fail => (LogLevel.Error, HealthCheckFailed),
            HealthStatus.Warn when check.Name == PipelineHealth.OverdueFigures => (LogLevel.Warning, FiguresOverdue),
            HealthStatus.Warn => (LogLevel.Warning, HealthCheckWarned),
            _ => (LogLevel.Information, HealthCheckPassed),
        };
}
