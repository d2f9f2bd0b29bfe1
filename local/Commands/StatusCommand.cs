using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>status</c>: every release in the ledger, with its findings.</summary>
internal static class StatusCommand
{
    public static Command Create(StorageOptions storage)
    {
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var command = new Command("status", "List every release with its counts and findings.") { json };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(storage.Read(parsed), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice choice, bool json, CancellationToken cancellationToken)
    {
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var ledger = workplace.Get<ReleaseLedger>();

        var documents = new List<ReleaseDocument>();
        await foreach (var release in ledger.AllAsync(cancellationToken))
        {
            var findings = await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken);
            documents.Add(ReleaseDocument.For(release, findings));
            screen.Tell(
                $"{release.Feed.Folder()}/{release.File}: {release.Status.ToString().ToLowerInvariant()} "
                    + $"({release.Format}), {release.Observations} observations"
            );
            ReleaseLines.Full(screen, release, findings);
        }

        await foreach (var file in workplace.Get<DropLedger>().FailedAsync(cancellationToken))
        {
            documents.Add(ReleaseDocument.For(file));
            ReleaseLines.Failed(screen, file.Blob, file.Fault!);
        }

        await foreach (var file in workplace.Get<UnroutedFiles>().AllAsync(cancellationToken))
        {
            documents.Add(ReleaseDocument.For(file));
            ReleaseLines.Failed(screen, file.Blob, file.Fault);
        }

        if (json)
            ConsoleOutput.Document(new ReleasesDocument(documents));
        else if (documents.Count == 0)
            screen.Tell("Nothing has been ingested yet.");

        return ExitCode.Done;
    }
}
