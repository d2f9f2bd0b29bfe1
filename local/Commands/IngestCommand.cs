using System.CommandLine;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>ingest</c>: drops files into a feed's landing folder and waits for what the functions make of
/// them.</summary>
internal static class IngestCommand
{
    public static Command Create(StorageOptions storage)
    {
        var feed = new Option<string>("--feed")
        {
            Description = $"The feed the files belong to: {string.Join(", ", FeedFolders.All)}.",
            HelpName = "FEED",
            Required = true,
        };
        var published = new Option<string?>("--published")
        {
            Description = "When the files were published.",
            HelpName = "DATE",
        };
        var inForce = new Option<string?>("--in-force")
        {
            Description = "The date from which a model of neighbours applies.",
            HelpName = "DATE",
        };
        var scopeConfirmed = new Option<bool>("--scope-confirmed")
        {
            Description = "The files are right, although they look wrong (OTHER_SCOPE, FRACTIONS).",
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var files = new Argument<string[]>("FILE")
        {
            Description = "The files to upload.",
            Arity = ArgumentArity.OneOrMore,
        };

        var command = new Command("ingest", "Upload files, wait for their releases, and print what became of each.")
        {
            feed,
            published,
            inForce,
            scopeConfirmed,
            json,
            files,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var form = new Form(
                    parsed.GetValue(feed)?.ToLowerInvariant(),
                    Dates.Read("--published", parsed.GetValue(published)),
                    Dates.Read("--in-force", parsed.GetValue(inForce)),
                    parsed.GetValue(scopeConfirmed)
                );
                return RunAsync(
                    storage.Read(parsed),
                    [.. parsed.GetValue(files)!.Select(form.Fill)],
                    parsed.GetValue(json),
                    cancellationToken
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        IReadOnlyList<Drop> drops,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        await workplace.Host.StartAsync(cancellationToken);

        var results = new List<DropResult>();
        await foreach (var result in new DropZone(workplace).FollowAsync(drops, cancellationToken))
        {
            results.Add(result);
            screen.Tell(ReleaseLines.Short(result));
            if (result.Unchanged)
                screen.Tell("  This file was already received, so nothing has changed.");
            if (result.Release is { } release)
                ReleaseLines.Full(screen, release, result.Findings);
        }

        if (json)
            ConsoleOutput.Document(new ReleasesDocument([.. results.Select(ReleaseDocument.For)]));

        return results.TrueForAll(result => result.Succeeded) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>What the options say of every file alike.</summary>
    private sealed record Form(string? Folder, DateOnly? Published, DateOnly? InForce, bool IsScopeConfirmed)
    {
        public Drop Fill(string path)
        {
            if (!FeedFolders.TryParse(Folder, out var feed))
                throw UserFaultException.Asked(
                    $"There is no feed {Plain.Line(Folder ?? "")}. The feeds are {string.Join(", ", FeedFolders.All)}."
                );
            if (Directory.Exists(path))
                throw UserFaultException.Asked($"{path} is a folder. Name the files in it.");
            if (!File.Exists(path))
                throw UserFaultException.Asked($"There is no file {path}.");

            return new Drop(path, feed)
            {
                Published = Published,
                InForce = InForce,
                IsScopeConfirmed = IsScopeConfirmed,
            };
        }
    }
}
