using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="Withdrawals"/> answer.</summary>
/// <param name="Status">complete, withdrawn, quarantined or reading.</param>
/// <param name="WasSo">Whether it was so before, and nothing was decided.</param>
/// <param name="Decisions">Who withdrew and reinstated it, when and why, the oldest first.</param>
/// <param name="Snapshots">The snapshots that used it. They stay as they are.</param>
public sealed record WithdrawalAnswer(
    string Release,
    string File,
    string Status,
    bool WasSo,
    IReadOnlyList<WithdrawalStep> Decisions,
    IReadOnlyList<WithdrawalAnswer.Item> Snapshots
)
{
    /// <summary>A snapshot that used the release.</summary>
    /// <param name="AsAt">The day that the snapshot describes.</param>
    /// <param name="Folder">Where its files are in the container of snapshots.</param>
    public sealed record Item(string Area, string Cadence, DateOnly AsAt, int Version, string Folder);

    internal static async Task<IActionResult> ForAsync(
        HttpRequest request,
        Func<string, string?, string?, CancellationToken, Task<WithdrawalOutcome>> decide,
        SnapshotUse use,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        if (await WithdrawalBody.ReadAsync(request, cancellationToken) is not { } body)
            return Problem.Because(
                StatusCodes.Status400BadRequest,
                "The request cannot be read",
                "Send a body of JSON: {\"by\": \"who decides\", \"reason\": \"why\"}."
            );
        var outcome = await decide((string?)request.RouteValues["id"] ?? "", body.By, body.Reason, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            var status =
                refusal.Code == Check.ReleaseUnknown.Code
                    ? StatusCodes.Status404NotFound
                    : StatusCodes.Status422UnprocessableEntity;
            return Problem.Because(
                status,
                "Nothing was decided",
                $"{refusal.Message} {refusal.Guidance}",
                refusal.Code
            );
        }
        logger.Decided(outcome);
        return new OkObjectResult(For(outcome, await use.OfAsync(outcome.Release!.Id, cancellationToken)));
    }

    private static WithdrawalAnswer For(WithdrawalOutcome outcome, IReadOnlyList<SnapshotHeader> used) =>
        new(
            outcome.Release!.Id,
            outcome.Release.File,
            outcome.Release.Status.ToString().ToLowerInvariant(),
            outcome.WasSo,
            outcome.Release.Withdrawal?.Steps ?? [],
            [.. used.Select(h => new Item(h.Area, h.Cadence, h.AsAt, h.Version, h.Folder))]
        );
}
