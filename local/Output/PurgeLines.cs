using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Output;

/// <summary>A purge in words: what goes, what stays, and who can remove the rest.</summary>
internal static class PurgeLines
{
    private static readonly Dictionary<TraceKind, (string Place, string One, string Many)> Kinds = new()
    {
        [TraceKind.Landing] = ("landing", "file", "files"),
        [TraceKind.Quarantine] = ("quarantine", "file", "files"),
        [TraceKind.Restricted] = ("restricted", "file", "files"),
        [TraceKind.Archive] = ("archive", "file", "files"),
        [TraceKind.Snapshots] = ("snapshots", "version", "versions"),
        [TraceKind.ReadAgain] = ("read again without it", "data file", "data files"),
        [TraceKind.Drops] = ("table Drops", "row", "rows"),
        [TraceKind.Findings] = ("table Findings", "row", "rows"),
        [TraceKind.Series] = ("table Series", "row", "rows"),
        [TraceKind.Releases] = ("table Releases", "row", "rows"),
    };

    private static readonly string[] OutOfReach =
    [
        "the file's name in the log and the change feed, until their retention ends: an owner can purge the log",
        "the file's name in the Functions host's account: an owner of that account",
        "messages about failed files in quarantine/unreadable-messages: a steward can delete them",
        "pages and reports that were published or downloaded: publish the pages again, and tell whoever has the rest",
    ];

    /// <summary>Which release it is.</summary>
    public static void Head(ConsoleOutput screen, string releaseId, ReleaseTraces found)
    {
        screen.Tell($"Release {releaseId}");
        foreach (var release in found.Releases)
            screen.Tell($"  {release.Id}: {release.File}, {release.Outcome}");
        var companions = found
            .Releases.Where(r => r.Companion is not null)
            .Select(r => ReleaseId.For(r.Feed, r.Companion!));
        foreach (var companion in companions.Distinct())
            screen.Tell($"  its companion file is a release of its own, {companion}, and stays");
    }

    /// <summary>That nothing is kept.</summary>
    public static void Nothing(ConsoleOutput screen, ReleaseTraces found) =>
        screen.Tell($"Nothing of it is left.{(found.Purged is { } at ? $" It was removed on {at:yyyy-MM-dd}." : "")}");

    /// <summary>The traces, counted by kind, each with its name.</summary>
    public static void List(ConsoleOutput screen, string what, IReadOnlyList<ReleaseTrace> traces)
    {
        if (traces.Count > 0)
            screen.Tell($"{char.ToUpperInvariant(what[0])}{what[1..]}:");
        foreach (var kind in traces.GroupBy(t => t.Kind).OrderBy(g => g.Key))
        {
            var ((place, one, many), count) = (Kinds[kind.Key], kind.Sum(t => t.Count));
            screen.Tell($"  {place}: {count} {(count == 1 ? one : many)}");
            foreach (var name in kind.Select(t => t.Name).OfType<string>())
                screen.Tell($"    {name}");
        }
    }

    /// <summary>What could not be removed, and what was found when it was looked for again.</summary>
    public static void Left(ConsoleOutput screen, IReadOnlyList<LeftTrace> left, IReadOnlyList<ReleaseTrace> still)
    {
        if (left.Count == 0 && still.Count == 0)
        {
            screen.Tell("Nothing of it is left in these places.");
            return;
        }

        foreach (var (trace, remainder) in left)
            screen.Fault($"Left in {Place(trace)}: {remainder.Why}.");
        foreach (var (kind, _) in still.CountBy(t => t.Kind).Where(k => !left.Any(l => l.Trace.Kind == k.Key)))
            screen.Fault($"Found again in {Kinds[kind].Place}: it was being read or uploaded. Run this again later.");
    }

    /// <summary>What stays because nobody asked for it, or because it cannot be told.</summary>
    public static void Rest(ConsoleOutput screen, ReleaseTraces found, IReadOnlyList<ReleaseTrace> snapshots)
    {
        if (snapshots.Count > 0)
            screen.Tell("Snapshots that name it stay, unless you add --snapshots:");
        foreach (var snapshot in snapshots)
            screen.Tell($"  {snapshot.Name}");
        if (found.NotCompared.Count > 0)
            screen.Tell("These may be copies: they are the same size but cannot be read. Deleted ones expire in time:");
        foreach (var name in found.NotCompared)
            screen.Tell($"  {name}");
    }

    private static string Place(ReleaseTrace trace) =>
        trace.Name is { } name ? $"{Kinds[trace.Kind].Place}, {name}" : Kinds[trace.Kind].Place;

    /// <summary>Where this command does not reach.</summary>
    public static void Elsewhere(ConsoleOutput screen)
    {
        screen.Tell("Not removed by this command:");
        foreach (var place in OutOfReach)
            screen.Tell($"  {place}");
    }
}
