using ChildrensTrust.Local.Drops;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using Spectre.Console;

namespace ChildrensTrust.Local.Output;

/// <summary>Releases in words, for people.</summary>
internal static class ReleaseLines
{
    private const int NarrowestOutcome = 10;

    /// <summary>One line: the file, what it is, how much of it counted.</summary>
    public static string Short(DropResult result) =>
        result.Release is { } release
            ? $"{result.Drop.Blob}: {Status(result, release)} ({release.Format}), "
                + $"{Count(release.Rows.Read, "row")} read, {Count(release.Observations, "observation")}"
            : $"{result.Drop.Blob}: failed; the log above says why";

    /// <summary>A count with its noun, in the singular or plural.</summary>
    public static string Count(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Every count, and every finding with what to do about it.</summary>
    public static void Full(ConsoleOutput screen, Release release, IReadOnlyList<Finding> findings)
    {
        var skipped = release
            .Rows.Skipped.Where(each => each.Value > 0)
            .Select(each => $"{each.Value} {each.Key}")
            .ToList();
        screen.Tell(
            $"  release {release.Id}, published {release.Published:yyyy-MM-dd} ({release.PublishedFrom.Words()})"
        );
        screen.Tell(
            $"  rows: {release.Rows.Read} read, {release.Rows.Accepted} accepted, "
                + $"{release.Rows.Skipped.Values.Sum()} "
                + $"skipped{(skipped.Count > 0 ? $" ({string.Join(", ", skipped)})" : "")}, {release.Rows.Rejected} "
                + "rejected"
        );
        foreach (var finding in findings)
            screen.Tell($"  {FindingDocument.For(finding).Line}", 4);
    }

    /// <summary>How wide the outcomes of a list are.</summary>
    public static int WidthOf(IReadOnlyList<Release> releases) =>
        releases.Select(r => r.Outcome.Length).Append(NarrowestOutcome).Max();

    /// <summary>The heading of the lines of <see cref="Status(ConsoleOutput, Release, int)"/>.</summary>
    public static string Heading(int width) => $"Published   {"Outcome".PadRight(width)}  File";

    /// <summary>A file in one line of a list.</summary>
    public static void Status(ConsoleOutput screen, Release release, int width)
    {
        var color = release.Status switch
        {
            ReleaseStatus.Complete when release.CountsFrom is not null => Color.Yellow,
            ReleaseStatus.Complete => Color.Green,
            ReleaseStatus.Quarantined => release.SameAs is null ? Color.Red : Color.Default,
            ReleaseStatus.Withdrawn => Color.Yellow,
            _ => Color.Default,
        };
        screen.Tell($"{release.Published:yyyy-MM-dd}  ", Color.Default);
        screen.Tell(release.Outcome.PadRight(width), color);
        var findings = release.FindingCount switch
        {
            0 => "",
            1 => " (1 finding)",
            var count => $" ({count} findings)",
        };
        var same = release.SameAs is { } first ? $", as {first}" : "";
        screen.Tell($"  {release.Feed.Folder()}/{release.File}{same}{findings}");
    }

    /// <summary>A file that was not taken in, and what to do.</summary>
    public static void Failed(ConsoleOutput screen, string blob, Finding fault)
    {
        screen.Tell($"{blob}: failed");
        screen.Tell($"  {FindingDocument.For(fault).Line}", 4);
    }

    private static string Status(DropResult result, Release release) =>
        result.Unchanged ? "unchanged" : release.OutcomeInFull;
}
