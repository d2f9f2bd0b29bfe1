using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>status</c>: the newest files in the ledger, or all of them, one line each, and what to do about those
/// that are not in use.</summary>
internal static class StatusCommand
{
    public static Command Create(StorageOptions storage)
    {
        var full = new Option<bool>("--full")
        {
            Description = "Print below each file its release id, its rows and every finding.",
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var all = new Option<bool>("--all")
        {
            Description = $"List every file, not just the newest {ReleaseOutline.MostShown}.",
        };
        var command = new Command("status", "List the files with their outcome, the newest first.") { full, json, all };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    storage.ReadExisting(parsed),
                    new(parsed.GetValue(full), parsed.GetValue(json), parsed.GetValue(all)),
                    cancellationToken
                )
        );
        return command;
    }

    private sealed record Choices(bool Full, bool Json, bool All);

    private static async Task<int> RunAsync(StorageChoice choice, Choices choices, CancellationToken cancellationToken)
    {
        var (full, json, all) = choices;
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var ledger = workplace.Get<ReleaseLedger>();
        var outlines = await ledger.OutlineAsync(cancellationToken);
        var older = outlines.Skip(all || json ? outlines.Count : ReleaseOutline.MostShown).ToList();
        var releases = await ledger.ReadAsync([.. outlines.SkipLast(older.Count)], cancellationToken);

        var documents = new List<ReleaseDocument>();
        var toDo = new List<(Release Release, IReadOnlyList<Finding> Findings)>();
        var width = ReleaseLines.WidthOf(releases);
        if (releases.Count > 0)
            screen.Tell(ReleaseLines.Heading(width));
        foreach (var release in releases)
        {
            var isListed = full || json || release.Status is not ReleaseStatus.Complete;
            var findings = isListed
                ? await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken)
                : [];
            documents.Add(ReleaseDocument.For(release, findings));
            ReleaseLines.Status(screen, release, width);
            if (full)
                ReleaseLines.Full(screen, release, findings);
            else if (release.Status is not ReleaseStatus.Complete)
                toDo.Add((release, findings));
        }
        if (older.Count > 0)
            screen.Tell(
                $"Older files not listed: {older.Count}. Refused, withdrawn or being read: "
                    + $"{older.Count(r => r.Status != ReleaseStatus.Complete)}. To list them all, run status --all."
            );
        if (toDo.Count > 0)
            screen.Tell("");
        foreach (var (release, findings) in toDo)
        {
            screen.Tell($"{release.Feed.Folder()}/{release.File}: {release.OutcomeInFull}");
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
            screen.Say("status --full prints the release id, the rows and every finding of all files.");

        return ExitCode.Done;
    }
}
