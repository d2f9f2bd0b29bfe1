using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What the newest snapshot of an area says, in the words of its own first page: the home page tells it, and
/// the page of each area.</summary>
/// <param name="Which">Which snapshot it is, in words.</param>
internal sealed record SnapshotStory(string Which, PageLink Snapshot, PageLink Report)
{
    /// <summary>How the area is doing, in a sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>The notices that its files brought.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>With whom the area is compared.</summary>
    public required string ComparedWith { get; init; }

    /// <summary>How many indicators are better, similar, worse, and worse and getting worse; none where nothing is
    /// compared.</summary>
    public required IReadOnlyList<ScoreCount> Counts { get; init; }

    /// <summary>How sure the counts are and what they leave out; empty where there is nothing to say.</summary>
    public required string Certainty { get; init; }

    /// <summary>What needs attention, the most pressing first.</summary>
    public required IReadOnlyList<StoryLine> NeedsAttention { get; init; }

    /// <summary>What is said where nothing needs attention.</summary>
    public required string NothingWorse { get; init; }

    /// <summary>What is said where nothing goes well.</summary>
    public required string NothingBetter { get; init; }

    /// <summary>What goes well, the best first.</summary>
    public required IReadOnlyList<StoryLine> GoesWell { get; init; }

    /// <summary>How the lines are ordered.</summary>
    public required string Rule { get; init; }

    /// <summary>What is new since the snapshot before, in a sentence.</summary>
    public required string Since { get; init; }

    /// <summary>The results against England that are others than in the snapshot before.</summary>
    public required IReadOnlyList<StoryLine> Turned { get; init; }

    /// <summary>The story of the snapshot that counts of an area; null where it has none.</summary>
    /// <param name="headers">The headers of all areas.</param>
    /// <param name="readAsync">Reads the snapshot of a header.</param>
    public static async Task<SnapshotStory?> FindAsync(
        IEnumerable<SnapshotHeader> headers,
        string area,
        Func<SnapshotHeader, Task<Snapshot>> readAsync
    ) => Newest(headers, area) is { } newest ? Of(newest, await readAsync(newest)) : null;

    /// <summary>The story of a snapshot.</summary>
    public static SnapshotStory Of(SnapshotHeader header, Snapshot snapshot)
    {
        var (card, isCompared) = (Scorecard.Of(snapshot), snapshot.Summary.WithComparison > 0);
        return new(
            $"as at {PlaceText.Date(header.AsAt)}, compiled on {PlaceText.Date(header.Compiled)}",
            new("All figures and files", SnapshotLine.PageOf(header)),
            new("The whole report", $"snapshots/{header.Folder}report.html")
        )
        {
            Headline = card.Headline,
            Notices =
            [
                .. SnapshotNotices.For(snapshot),
                .. snapshot.Since is { } since && since.Rows.Any(r => r.Flipped) ? SinceText.Notices(since) : [],
            ],
            ComparedWith = card.ComparedWith,
            Counts = isCompared ? card.Counts : [],
            Rule = isCompared ? card.Rule : "",
            NothingWorse = card.NothingWorse,
            NothingBetter = card.NothingBetter,
            Certainty = string.Join(' ', new[] { card.Certainty, card.LeftOut }.OfType<string>()),
            NeedsAttention = [.. card.NeedsAttention.Select(Line)],
            GoesWell = [.. card.GoesWell.Select(Line)],
            Since = SinceThen(snapshot.Since),
            Turned =
            [
                .. from row in snapshot.Since?.Rows ?? []
                where row is { VersusNationalWas: { } was, VersusNationalNow: { } now } && was != now
                select new StoryLine(
                    PageLink.Indicator(row.Indicator, row.Part is null ? row.Name : $"{row.Name}: {row.Part}"),
                    $"was {Scorewords.Of(row.VersusNationalWas!.Value)}, is now "
                        + $"{Scorewords.Of(row.VersusNationalNow!.Value)}."
                ),
            ],
        };
    }

    // The Trust's own snapshots first: a committee has fewer indicators.
    internal static SnapshotHeader? Newest(IEnumerable<SnapshotHeader> headers, string area) =>
        headers
            .Where(h => h.Area == area)
            .GroupBy(h => h.Cadence == Catalogue.Cadence.Trust)
            .MaxBy(g => g.Key)
            ?.PreferredFirst()
            .First();

    private static StoryLine Line(ScoreLine line) =>
        new(PageLink.Indicator(line.Line.Row.Indicator, line.Line.Name), line.Words);

    private static string SinceThen(SnapshotDifference? since)
    {
        if (since is null)
            return "This is the first report, so there is nothing to compare it with.";
        int Having(FigureChange change) => since.Rows.Count(r => r.Local == change);
        var (newer, revised) = (
            Having(FigureChange.NewFigure) + Having(FigureChange.FirstFigure),
            Having(FigureChange.Revised)
        );
        return $"Since the report as at {PlaceText.Date(since.AsAt)}, of {NumberWords.For(since.Rows.Count)} "
            + $"{(since.Rows.Count == 1 ? "figure" : "figures")}, {NumberWords.For(newer)} "
            + $"{(newer == 1 ? "is" : "are")} new and {NumberWords.For(revised)} {(revised == 1 ? "was" : "were")} "
            + "revised.";
    }
}

/// <summary>An indicator, and what there is to say of it.</summary>
internal sealed record StoryLine(PageLink Indicator, string Words);
