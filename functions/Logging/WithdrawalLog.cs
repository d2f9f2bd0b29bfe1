using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Logging;

/// <summary>What a decision about a release leaves in the log: which release, and what it is now. Who decided and why
/// is on its page.</summary>
internal static class WithdrawalLog
{
    private static readonly EventId ReleaseDecided = new(1101, nameof(ReleaseDecided));

    public static void Decided(this ILogger logger, WithdrawalOutcome outcome) =>
        logger.LogWarning(
            ReleaseDecided,
            "Release {Release} of {Feed} is {Status} by decision {Number} about it (already so: {WasSo}).",
            outcome.Release!.Id,
            outcome.Release.Feed,
            outcome.Release.Status,
            outcome.Release.Withdrawal?.Number ?? 0,
            outcome.WasSo
        );
}
