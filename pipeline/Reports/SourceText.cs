using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Says in words what is known of a file behind the comparison.</summary>
internal static class SourceText
{
    /// <summary>When it was published; where no date of that is known, when it was received.</summary>
    public static string Dated(SnapshotInput input) =>
        $"{(IsReceived(input) ? "received" : "published")} on {PlaceText.Date(input.Published)}";

    /// <summary>What its date is, beside the date: "received", or "published" with where that is said.</summary>
    public static string Basis(SnapshotInput input) =>
        IsReceived(input) ? "received" : $"published (date from {input.PublishedFrom})";

    /// <summary>Whether its date is the day on which it was received.</summary>
    public static bool IsReceived(SnapshotInput input) => input.PublishedFrom == DateOrigin.Arrival.Words();
}
