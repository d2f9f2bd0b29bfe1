using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>screen</c>: all checks of a file and nothing else. No storage, nothing is kept.</summary>
internal static class ScreenCommand
{
    public static Command Create()
    {
        var feed = new Option<string?>("--feed")
        {
            Description =
                $"The feed the files are meant for: {string.Join(", ", FeedFolders.All)}. Without it, the folder "
                + "is not checked.",
            HelpName = "FEED",
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var files = new Argument<string[]>("FILE")
        {
            Description = "The files to screen.",
            Arity = ArgumentArity.OneOrMore,
        };

        var command = new Command(
            "screen",
            "Check files without uploading them. Ends with 1 where an error was found or a row was rejected."
        )
        {
            feed,
            json,
            files,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    Folder(parsed.GetValue(feed)),
                    parsed.GetValue(files)!,
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static Feed? Folder(string? name)
    {
        if (name is null)
            return null;
        return FeedFolders.TryParse(name.ToLowerInvariant(), out var feed)
            ? feed
            : throw UserFaultException.Asked(
                $"There is no feed {Plain.Line(name)}. The feeds are {string.Join(", ", FeedFolders.All)}."
            );
    }

    private static async Task<int> RunAsync(Feed? feed, string[] files, bool json, CancellationToken cancellationToken)
    {
        var screen = new ConsoleOutput(json);
        var results = new List<ScreenedDocument>();
        foreach (var path in files)
        {
            if (Directory.Exists(path))
                throw UserFaultException.Asked($"{path} is a folder. Name the files in it.");
            if (!File.Exists(path))
                throw UserFaultException.Asked($"There is no file {path}.");
            results.Add(await ScreenAsync(path, feed, cancellationToken));
        }

        if (json)
            ConsoleOutput.Document(new { Files = results });
        else
            Write(screen, results);
        return results.Exists(HasFaults) ? ExitCode.Failed : ExitCode.Done;
    }

    private static bool HasFaults(ScreenedDocument file) =>
        file.Rows.Rejected > 0 || file.Findings.Any(f => f.Severity == Severity.Error);

    // Where it ends with 1, it does not say the words of a file without a fault.
    private static string Outcome(ScreenedDocument file) =>
        !file.Passed ? "would be refused"
        : HasFaults(file) ? "would be accepted in part"
        : "would be accepted";

    private static async Task<ScreenedDocument> ScreenAsync(
        string path,
        Feed? feed,
        CancellationToken cancellationToken
    )
    {
        await using var file = File.OpenRead(path);
        var name = Path.GetFileName(path);
        var dates = ReleaseDates.Find(
            name,
            new Dictionary<string, string>(),
            new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero),
            out var fault
        );
        var judged = await new Screener(Reference.Default, new IngestionOptions()).ReadAsync(
            new(file, name, feed),
            (dates, fault),
            await CompanionAsync(path, cancellationToken),
            cancellationToken
        );
        if (ShownName.Find(name) is { } personal)
            judged = judged.Refuse(personal);
        var rows = judged.Reading.Rows;
        return new(
            name,
            judged.Reading.Format,
            !judged.Reading.Refused,
            new RowsDocument(rows.Read, rows.Accepted, rows.Skipped, rows.Rejected),
            judged.Series.Sum(s => (long)s.Observations.Count),
            [.. judged.Findings.Select(FindingDocument.For)]
        );
    }

    private static async Task<EesMeta?> CompanionAsync(string path, CancellationToken cancellationToken)
    {
        if (Companion.NameOf(path) is not { } beside || !File.Exists(beside))
            return null;
        await using var file = File.OpenRead(beside);
        return await Companion.ReadAsync(file, Path.GetFileName(beside), Reference.Default, cancellationToken);
    }

    private static void Write(ConsoleOutput screen, List<ScreenedDocument> files)
    {
        foreach (var file in files)
        {
            var skipped = file.Rows.Skipped.Select(each => $"{each.Value} {each.Key}").ToList();
            screen.Tell($"{file.File}: {Outcome(file)} ({file.Format})");
            screen.Tell(
                $"  rows: {file.Rows.Read} read, {file.Rows.Accepted} accepted, {file.Rows.Skipped.Values.Sum()} "
                    + $"skipped{(skipped.Count > 0 ? $" ({string.Join(", ", skipped)})" : "")}, {file.Rows.Rejected} "
                    + $"rejected; {ReleaseLines.Count(file.Observations, "observation")}"
            );
            foreach (var finding in file.Findings)
                screen.Tell($"  {finding.Line}");
        }
    }

    private sealed record ScreenedDocument(
        string File,
        string Format,
        bool Passed,
        RowsDocument Rows,
        long Observations,
        IReadOnlyList<FindingDocument> Findings
    );
}
