using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>What the report, its document, the workbook and the site say of a figure that is due.</summary>
internal static class DueText
{
    /// <summary>The heading of those that are no longer expected.</summary>
    public const string Ended = "No newer file received";

    /// <summary>Why a figure is among those.</summary>
    public static string EndedBecause { get; } =
        $"A newer figure was due more than {NumberWords.For(DueFigures.YearsOverdue)} years ago, and no file with one "
        + "has been received for any area. Or the indicator is reported only until the date shown. If an indicator is "
        + "still published, upload the latest file. Indicators that are no longer reported are not listed.";

    /// <summary>Whose figure is the latest or the last one: a report may have none for its area where England has
    /// one.</summary>
    /// <param name="figure">"Latest figure" or "last figure".</param>
    public static string Whose(string figure, string area) => $"{figure} (England or {area}, whichever is newer)";

    /// <summary>Whether a figure is overdue, to come or no longer expected.</summary>
    public static string State(SnapshotDue due) =>
        due.Until is { } until ? $"reported until {PlaceText.Date(until)}"
        : due.IsEnded ? "no newer file received"
        : due.IsOverdue ? "overdue"
        : "to come";

    /// <summary>The last figure of one that is no longer expected, with its day, and the day until which it is
    /// reported.</summary>
    public static string Last(SnapshotDue due) =>
        (due.LastPublished is { } day ? $"{due.Latest}, published on {PlaceText.Date(day)}" : due.Latest ?? "none")
        + (due.Until is { } until ? $"; reported until {PlaceText.Date(until)}" : "");
}
