using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>status</c>: every file in the ledger, one line each, and what to do about those that are not in
/// use.</summary>
internal static class StatusCommand
{
    public static Command Create(StorageOptions storage)
    {
        var full = new Option<bool>("--full")
        {
            Description = "Print below each file its release id, its rows and every finding.",
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var command = new Command("status", "List every file with its outcome, the newest first.") { full, json };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(storage.Read(parsed), parsed.GetValue(full), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        bool full,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var ledger = workplace.Get<ReleaseLedger>();
        var releases = await ledger
            .AllAsync(cancellationToken)
            .OrderByDescending(r => r.Published)
            .ThenByDescending(r => r.Arrived)
            .ToListAsync(cancellationToken);

        var documents = new List<ReleaseDocument>();
        var toDo = new List<(Release Release, IReadOnlyList<Finding> Findings)>();
        if (releases.Count > 0)
            screen.Tell(ReleaseLines.Heading);
        foreach (var release in releases)
        {
            var findings = await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken);
            documents.Add(ReleaseDocument.For(release, findings));
            ReleaseLines.Status(screen, release);
            if (full)
                ReleaseLines.Full(screen, release, findings);
            else if (release.Status is not ReleaseStatus.Complete)
                toDo.Add((release, findings));
        }
        if (toDo.Count > 0)
            screen.Tell("");
        foreach (var (release, findings) in toDo)
        {
            screen.Tell($"{release.Feed.Folder()}/{release.File}: {ReleaseLines.Word(release)}");
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
        else if (!full)
            screen.Say("status --full prints the release ids, the rows and every finding.");

        return ExitCode.Done;
    }
}
