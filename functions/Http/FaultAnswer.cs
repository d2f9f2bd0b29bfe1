using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>Answers a request whose function ended in an exception: the log has all of it, the caller is told where to
/// look.</summary>
public static class FaultAnswer
{
    private static readonly EventId RequestFailed = new(1301, nameof(RequestFailed));

    /// <summary>Logs the exception and answers 500 with a problem; nothing of the exception is in the answer.</summary>
    /// <param name="what">What was asked for: a function's name, or the pages.</param>
    public static IActionResult For(ILogger logger, string what, Exception fault)
    {
        var mark = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("n");
        logger.LogError(
            RequestFailed,
            fault,
            "The request for {What} ended in an exception. Its reference is {Mark}.",
            what,
            mark
        );
        return Problem.Because(
            StatusCodes.Status500InternalServerError,
            "The request could not be answered",
            $"An unexpected error occurred. Try again in a minute. If it happens again, look in the log for {mark}."
        );
    }
}
