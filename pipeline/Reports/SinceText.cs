using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Says with which earlier report a report is compared. It names the day: "last time" may be years
/// ago.</summary>
internal static class SinceText
{
    /// <summary>What is said where there is no earlier report.</summary>
    public const string First = "This is the first report, so there is nothing to compare it with.";

    /// <summary>The day of the earlier report, such as "30 September 2012".</summary>
    public static string Day(SnapshotDifference since) => PlaceText.Date(since.AsAt);

    /// <summary>The areas that an indicator is measured over now, and those before.</summary>
    /// <param name="area">The area of the report.</param>
    public static string Areas(RowDifference row, string area) =>
        $"now given for {row.Part ?? area} instead of {WordList.And(row.AreasWas)}";

    /// <summary>The notices of the files behind the earlier report, whose figures are given again.</summary>
    public static IEnumerable<string> Notices(SnapshotDifference since) =>
        since.Notices.Select(notice => $"Note on the files used for the report as at {Day(since)}: {notice}");

    /// <summary>A warning where the earlier report is of more than a year before; otherwise null.</summary>
    public static string? Warning(Snapshot snapshot) =>
        snapshot.Since is { } since && since.AsAt.AddYears(1) < snapshot.AsAt
            ? $"The last report is as at {Day(since)}, more than a year before this one. What changed in between, and "
                + "changed back, is not shown."
            : null;
}
