using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What came of withdrawing or reinstating a release.</summary>
/// <param name="Release">The release as the ledger has it now; null where nothing was done.</param>
/// <param name="WasSo">Whether it was so before: nothing was decided.</param>
/// <param name="Refusal">Why nothing was done; null where it was.</param>
public sealed record WithdrawalOutcome(Release? Release, bool WasSo, Finding? Refusal);

/// <summary>
/// Takes a release out of use, and back. Its file, its figures and the snapshots that used it stay as they are; no
/// later snapshot reads it. The record in the archive comes first, and the ledger's entry makes it take effect, so a
/// decision that broke off is finished by making it again.
/// </summary>
public sealed class ReleaseWithdrawal(
    PipelineStorage storage,
    ReleaseLedger ledger,
    ReleaseRebuild rebuild,
    TimeProvider time
)
{
    private const int LongestName = 100;
    private const int LongestReason = 500;

    private readonly WithdrawalRecords _records = new(storage);

    /// <summary>Withdraws a release. Done twice, it is as done once: the first decision stands.</summary>
    public Task<WithdrawalOutcome> WithdrawAsync(
        string releaseId,
        string? by,
        string? reason,
        CancellationToken cancellationToken
    ) => DecideAsync(releaseId, withdrawn: true, by, reason, cancellationToken);

    /// <summary>Brings a withdrawn release back into use.</summary>
    public Task<WithdrawalOutcome> ReinstateAsync(
        string releaseId,
        string? by,
        string? reason,
        CancellationToken cancellationToken
    ) => DecideAsync(releaseId, withdrawn: false, by, reason, cancellationToken);

    /// <summary>What is found in a release that is withdrawn.</summary>
    internal static Finding Found(WithdrawalStep step) =>
        Check.ReleaseWithdrawn.Found(
            $"This release was withdrawn on {Day(step.At)} by {step.By}: "
                + $"{step.Reason}{(char.IsPunctuation(step.Reason[^1]) ? "" : ".")}"
        );

    /// <summary>What is found in a file whose content is withdrawn under another feed.</summary>
    internal static Finding FoundElsewhere(string releaseId) =>
        Check.ReleaseWithdrawn.Found(
            $"The same content was received in the folder {ReleaseId.FolderOf(releaseId)} as release "
                + $"{releaseId}, which is withdrawn."
        );

    private static string Day(DateTimeOffset at) =>
        at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private async Task<WithdrawalOutcome> DecideAsync(
        string releaseId,
        bool withdrawn,
        string? by,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var step = new WithdrawalStep(withdrawn, Line(by), time.GetUtcNow(), Line(reason));
        if (FaultOf(step) is { } fault)
            return Refused(fault);
        if (
            !FeedFolders.TryParse(ReleaseId.FolderOf(releaseId), out var feed)
            || await ledger.FindAsync(feed, releaseId, cancellationToken) is not { } release
        )
            return Refused(Check.ReleaseUnknown.Found("There is no release with that id."));
        if (release is { Status: ReleaseStatus.Quarantined, Withdrawal: null })
            return Refused(Check.ReleaseRefused.Found("The file of that release was refused, so it is not in use."));
        var (decided, wasSo) = await _records.DecideAsync(releaseId, step, cancellationToken);
        release = await ledger.DecideAsync(feed, releaseId, decided, cancellationToken) ?? release;
        if (release.Format == EesMetaReader.Name)
            await rebuild.WithCompanionAsync(release, cancellationToken);
        return new(release, wasSo, null);
    }

    private static WithdrawalOutcome Refused(Finding finding) => new(null, false, finding);

    private static Finding? FaultOf(WithdrawalStep step) =>
        step switch
        {
            { By.Length: 0 or > LongestName } => Check.DecisionUnclear.Found(
                "The name of who decides is missing or too long."
            ),
            { Reason.Length: 0 or > LongestReason } => Check.DecisionUnclear.Found(
                "The reason is missing or too long."
            ),
            _ when PersonalDataInText.All(PlainText.Of($"{step.By}\n{step.Reason}")).Any() =>
                Check.DecisionUnclear.Found("The text seems to hold data about an individual."),
            _ => null,
        };

    private static string Line(string? text) =>
        string.Concat((text ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
