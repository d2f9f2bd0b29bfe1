using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>purge</c>: lists everything that is kept of a release, and with --yes removes it for good.</summary>
internal static class PurgeCommand
{
    public static Command Create(StorageOptions storage)
    {
        var release = new Argument<string>("RELEASE") { Description = "The release's id; status lists them." };
        var yes = new Option<bool>("--yes") { Description = "Remove what is listed. Without it nothing is removed." };
        var snapshots = new Option<bool>("--snapshots") { Description = "Also the snapshots that name the release." };
        const string Description = "List all that is kept of a release and its file; with --yes, remove it for good.";
        var command = new Command("purge", Description) { release, yes, snapshots };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    storage.ReadExisting(parsed),
                    parsed.GetValue(release)!,
                    parsed.GetValue(yes),
                    parsed.GetValue(snapshots),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        string releaseId,
        bool yes,
        bool withSnapshots,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var purge = workplace.Get<ReleasePurge>();
        var (found, snapshots) = await FindAsync();
        if (found is null)
            throw UserFaultException.Asked($"There is no release with that id. {Check.ReleaseUnknown.Guidance}");

        PurgeLines.Head(screen, releaseId, found);
        var going = withSnapshots ? found with { Traces = [.. found.Traces, .. snapshots] } : found;
        if (going.Traces.Count == 0)
        {
            PurgeLines.Nothing(screen, found);
            PurgeLines.Rest(screen, found, withSnapshots ? [] : snapshots);
            return ExitCode.Done;
        }

        if (!yes)
        {
            PurgeLines.List(screen, "would be removed", going.Traces);
            PurgeLines.Rest(screen, found, withSnapshots ? [] : snapshots);
            screen.Tell("Nothing was removed. Run it again with --yes to remove what is listed.");
            return ExitCode.Done;
        }

        var left = await screen.WaitingAsync(
            "Removing",
            progress => purge.RemoveAsync(going, progress, cancellationToken)
        );
        PurgeLines.List(screen, "removed", [.. going.Traces.Except(left.Select(l => l.Trace))]);
        // A function may have been reading the file all the while.
        var (after, snapshotsAfter) = await FindAsync();
        IReadOnlyList<ReleaseTrace> still = [.. after?.Traces ?? [], .. withSnapshots ? snapshotsAfter : []];
        PurgeLines.Left(screen, left, still);
        PurgeLines.Rest(screen, found, withSnapshots ? [] : snapshots);
        PurgeLines.Elsewhere(screen);
        return left.Count == 0 && still.Count == 0 ? ExitCode.Done : ExitCode.Failed;

        Task<(ReleaseTraces? Found, IReadOnlyList<ReleaseTrace> Snapshots)> FindAsync() =>
            screen.WaitingAsync(
                "Looking for copies",
                async progress =>
                {
                    var traces = await purge.FindAsync(releaseId, progress, cancellationToken);
                    return (
                        traces,
                        traces is null
                            ? []
                            : await workplace.Get<SnapshotPurge>().FindAsync(traces.Ids, progress, cancellationToken)
                    );
                }
            );
    }
}
