using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>rebuild</c>: makes every table again from the blobs alone.</summary>
internal static class RebuildCommand
{
    public static Command Create(StorageOptions storage)
    {
        var command = new Command(
            "rebuild",
            "Make every table again from the archive, quarantine and snapshots alone. Existing entries are "
                + "overwritten; nothing is deleted."
        );
        command.SetAction((parsed, cancellationToken) => RunAsync(storage.ReadExisting(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice choice, CancellationToken cancellationToken)
    {
        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var (releases, damaged, snapshots) = (0, 0, 0);
        await foreach (var rebuilt in workplace.Get<ReleaseRebuild>().RunAsync(cancellationToken))
        {
            if (rebuilt.Release is { } release)
            {
                releases++;
                screen.Tell(
                    $"{release.Feed.Folder()}/{release.File}: {release.OutcomeInFull} "
                        + $"({release.Format}), {ReleaseLines.Count(release.Observations, "observation")}"
                );
            }
            else
            {
                damaged++;
                screen.Fault(
                    $"The kept file of release {rebuilt.ReleaseId} is not what it was when it was kept. Its "
                        + "entries were left as they are; upload the publisher's file again."
                );
            }
        }

        await foreach (var rebuilt in workplace.Get<SnapshotRebuild>().RunAsync(cancellationToken))
        {
            if (rebuilt.Header is not null)
            {
                snapshots++;
                screen.Tell($"{rebuilt.Folder}: in the table");
            }
            else
            {
                damaged++;
                screen.Fault(
                    $"The snapshot.json in {rebuilt.Folder} cannot be read, or is another snapshot's. Its entry was "
                        + "left as it is; restore the file from a backup and run this again."
                );
            }
        }

        foreach (var release in await workplace.Get<ReleaseRebuild>().WithoutFileAsync(cancellationToken))
            screen.Say($"Release {release.Id} ({release.Outcome}) has no stored file, so it was left unchanged.");
        screen.Tell($"Releases: {releases}. Snapshots: {snapshots}.");
        return damaged > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
