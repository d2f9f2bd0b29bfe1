using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What the report, its document, the workbook and the site say of a figure that is due.</summary>
internal static class DueText
{
    /// <summary>The heading of those that are probably published no more.</summary>
    public const string Ended = "Probably no longer published";

    /// <summary>Why a figure is among those.</summary>
    public static string EndedBecause { get; } =
        "The catalogue says that the indicator has ended, or nothing newer has been received for any area "
        + $"{NumberWords.For(DueFigures.YearsOverdue)} years after it was expected. If the publisher still publishes it, "
        + "upload its file.";

    /// <summary>Whether a figure is overdue, to come or probably published no more.</summary>
    public static string State(SnapshotDue due) =>
        due.IsEnded ? "probably no longer published"
        : due.IsOverdue ? "overdue"
        : "to come";

    /// <summary>The last figure of one that is probably published no more, with its day.</summary>
    public static string Last(SnapshotDue due) =>
        due.LastPublished is { } day ? $"{due.Latest}, published {PlaceText.Date(day)}" : due.Latest ?? "none";
}
