using ChildrensTrust.Pipeline.Health;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>What is logged of the pipeline's health. Alerts watch for these words: they stay.</summary>
internal static class HealthLog
{
    public static void Checked(this ILogger logger, IReadOnlyList<HealthCheck> checks)
    {
        foreach (var check in checks)
            logger.Log(
                Level(check.Status),
                check.Fault,
                "Health check {Check}: {Status}. {Sentence}",
                check.Name,
                check.Status,
                check.Sentence
            );
    }

    private static LogLevel Level(HealthStatus status) =>
        status switch
        {
            HealthStatus.Fail => LogLevel.Error,
            HealthStatus.Warn => LogLevel.Warning,
            _ => LogLevel.Information,
        };
}
