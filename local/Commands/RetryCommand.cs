using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>retry</c>: ingests what was missed in landing, and tries again what failed.</summary>
internal static class RetryCommand
{
    public static Command Create(StorageOptions storage)
    {
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var command = new Command(
            "retry",
            "Try again the files that failed, and ingest those whose upload event was missed."
        )
        {
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(storage.ReadExisting(parsed), parsed.GetValue(json), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice choice, bool json, CancellationToken cancellationToken)
    {
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var ledger = workplace.Get<ReleaseLedger>();
        var documents = new List<ReleaseDocument>();
        var failed = false;
        await foreach (var swept in workplace.Get<LandingReconciliation>().AllAsync(cancellationToken))
        {
            if (swept.Release is { } release)
            {
                var findings = await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken);
                documents.Add(ReleaseDocument.For(release, findings));
                screen.Tell(
                    $"{swept.File.ShownBlob}: {release.OutcomeInFull} ({release.Format}), "
                        + $"{ReleaseLines.Count(release.Observations, "observation")}"
                );
                continue;
            }

            failed = true;
            documents.Add(ReleaseDocument.For(swept.File));
            ReleaseLines.Failed(screen, swept.File.ShownBlob, swept.File.Fault!);
            if (swept.Fault is { } fault)
                screen.Say($"  {fault.Message.Split('\n')[0]}");
        }

        await foreach (var file in workplace.Get<UnroutedFiles>().AllAsync(cancellationToken))
        {
            failed = true;
            documents.Add(ReleaseDocument.For(file));
            ReleaseLines.Failed(screen, file.Blob, file.Fault);
        }

        if (json)
            ConsoleOutput.Document(new ReleasesDocument(documents));
        else if (documents.Count == 0)
            screen.Tell("Nothing to retry.");

        return failed ? ExitCode.Failed : ExitCode.Done;
    }
}
