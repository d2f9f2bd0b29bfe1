using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What the report, its document, the workbook and the site say of a figure that is due.</summary>
internal static class DueText
{
    /// <summary>The heading of those that are probably no longer published.</summary>
    public const string Ended = "Probably no longer published";

    /// <summary>Why a figure is among those.</summary>
    public static string EndedBecause { get; } =
        "Either the catalogue says that the indicator has ended, or a newer figure was expected more than "
        + $"{NumberWords.For(DueFigures.YearsOverdue)} years ago and none has arrived for any area. If the "
        + "indicator is still published, upload the latest file.";

    /// <summary>Whose figure is the latest or the last one: a report may have none for its area where England has
    /// one.</summary>
    /// <param name="figure">"Latest figure" or "last figure".</param>
    public static string Whose(string figure, string area) => $"{figure} (England or {area}, whichever is newer)";

    /// <summary>Whether a figure is overdue, to come or probably no longer published.</summary>
    public static string State(SnapshotDue due) =>
        due.IsEnded ? "probably no longer published"
        : due.IsOverdue ? "overdue"
        : "to come";

    /// <summary>The last figure of one that is probably no longer published, with its day.</summary>
    public static string Last(SnapshotDue due) =>
        due.LastPublished is { } day ? $"{due.Latest}, published on {PlaceText.Date(day)}" : due.Latest ?? "none";
}
