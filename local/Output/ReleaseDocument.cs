using System.Text.Json.Serialization;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Output;

/// <summary>What ingest and status write with --json.</summary>
internal sealed record ReleasesDocument(IReadOnlyList<ReleaseDocument> Releases);

/// <summary>A release, or a dropped file that never became one: its status is then "failed".</summary>
internal sealed record ReleaseDocument(
    string File,
    string? Feed,
    string? Format,
    string? Release,
    string Status,
    DateOnly? Published,
    RowsDocument Rows,
    long Observations,
    IReadOnlyList<FindingDocument> Findings
)
{
    /// <summary>Who withdrew and reinstated it, when and why, the oldest decision first.</summary>
    public IReadOnlyList<WithdrawalStep> Decisions { get; init; } = [];

    public static ReleaseDocument For(DropResult result) =>
        result.Release is { } release
            ? For(release, result.Findings) with
            {
                File = result.Drop.Name,
            }
            : new(
                result.Drop.Name,
                result.Drop.Feed.Folder(),
                Format: null,
                Release: null,
                "failed",
                result.Drop.Published,
                RowsDocument.None,
                Observations: 0,
                []
            );

    public static ReleaseDocument For(DroppedFile file) =>
        new(
            file.ShownBlob[(file.ShownBlob.LastIndexOf('/') + 1)..],
            file.Feed.Folder(),
            Format: null,
            Release: null,
            "failed",
            Published: null,
            RowsDocument.None,
            Observations: 0,
            [FindingDocument.For(file.Fault!)]
        );

    public static ReleaseDocument For(UnroutedFile file) =>
        new(
            file.Blob,
            Feed: null,
            Format: null,
            Release: null,
            "failed",
            Published: null,
            RowsDocument.None,
            Observations: 0,
            [FindingDocument.For(file.Fault)]
        );

    public static ReleaseDocument For(Release release, IReadOnlyList<Finding> findings) =>
        new(
            release.File,
            release.Feed.Folder(),
            release.Format,
            release.Id,
            release.Status.ToString().ToLowerInvariant(),
            release.Published,
            new RowsDocument(release.Rows.Read, release.Rows.Accepted, release.Rows.Skipped, release.Rows.Rejected),
            release.Observations,
            [.. findings.Select(FindingDocument.For)]
        )
        {
            Decisions = release.Withdrawal?.Steps ?? [],
        };
}

/// <summary>Counts that reconcile: read is accepted, skipped and rejected together.</summary>
internal sealed record RowsDocument(long Read, long Accepted, IReadOnlyDictionary<string, long> Skipped, long Rejected)
{
    public static RowsDocument None { get; } = new(0, 0, new Dictionary<string, long>(), 0);
}

/// <summary>A finding, with what to do about it.</summary>
internal sealed record FindingDocument(
    string Code,
    Severity Severity,
    long? Row,
    string? Rows,
    int Count,
    string? Column,
    string Message,
    string Guidance
)
{
    /// <summary>It in a line, for a terminal.</summary>
    [JsonIgnore]
    public string Line { get; private init; } = "";

    public static FindingDocument For(Finding finding) =>
        new(
            finding.Code,
            finding.Severity,
            finding.Row,
            finding.Rows,
            finding.Count,
            finding.Column,
            finding.Message,
            finding.Guidance
        )
        {
            Line =
                $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}"
                + (finding.Where is { } rows ? $" row{(finding.Rows is null ? "" : "s")} {rows}" : "")
                + (finding.Column is { } column ? $" column {column}" : "")
                + $": {finding.Message} {finding.Guidance}",
        };
}
