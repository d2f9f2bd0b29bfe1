using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Reports;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One release in a list of them.</summary>
/// <param name="Outcome">As <see cref="Said"/> says it.</param>
/// <param name="Skipped">How many rows were passed over.</param>
internal sealed record ReleaseLine(
    PageLink Release,
    string Feed,
    DateOnly Published,
    DateTimeOffset Arrived,
    string Outcome,
    RowCounts Rows,
    long Skipped,
    long Observations,
    int Findings
)
{
    /// <summary>The folder and the file of the same content that was received first; null for none.</summary>
    public string? SameAs { get; init; }

    /// <summary>Whether its date is the day on which it was received.</summary>
    public bool IsReceived { get; init; }

    /// <summary>Its outcome, with days as the pages write them.</summary>
    public static string Said(Release release) =>
        release.CountsFrom is { } day ? $"counts from {PlaceText.Date(day)}" : release.Outcome;

    /// <summary>The list, the newest by publication first.</summary>
    public static IReadOnlyList<ReleaseLine> List(IEnumerable<Release> releases) =>
        [
            .. releases
                .OrderByDescending(r => r.Age, ReleaseAge.Order)
                .Select(r => new ReleaseLine(
                    PageLink.Release(r.Id, r.File),
                    r.Feed.Folder(),
                    r.Published,
                    r.Arrived,
                    Said(r),
                    r.Rows,
                    r.Rows.Skipped.Values.Sum(),
                    r.Observations,
                    r.FindingCount
                )
                {
                    SameAs = r.SameAs,
                    IsReceived = r.PublishedFrom == DateOrigin.Arrival,
                }),
        ];
}
