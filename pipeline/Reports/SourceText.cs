using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Says in words what is known of a file behind the comparison.</summary>
internal static class SourceText
{
    /// <summary>When it was published; where no date of that is known, when it was received.</summary>
    public static string Dated(SnapshotInput input) =>
        $"{(IsReceived(input) ? "received" : "published")} on {PlaceText.Date(input.Published)}";

    /// <summary>Whether its date is the day on which it was received.</summary>
    public static bool IsReceived(SnapshotInput input) => input.PublishedFrom == DateOrigin.Arrival.Words();
}
