using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file's way through the pipeline, as the ledger has it.</summary>
public sealed record Release
{
    /// <summary>The id, made of the feed and the content.</summary>
    public required string Id { get; init; }

    /// <summary>The feed.</summary>
    public required Feed Feed { get; init; }

    /// <summary>The name under which the file was first dropped.</summary>
    public required string File { get; init; }

    /// <summary>The format that was recognised.</summary>
    public required string Format { get; init; }

    /// <summary>The known format that its header comes nearest to, where none was recognised; otherwise null.</summary>
    public string? Resembles { get; init; }

    /// <summary>The SHA-256 of the content, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The landing blob's ETag when it was read.</summary>
    public required string ETag { get; init; }

    /// <summary>How far it has come.</summary>
    public required ReleaseStatus Status { get; init; }

    /// <summary>When its publisher published it.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Where that date comes from.</summary>
    public required DateOrigin PublishedFrom { get; init; }

    /// <summary>From when a neighbour model holds; null for other files.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>How final it is, where it is known.</summary>
    public RevisionStatus? RevisionStatus { get; init; }

    /// <summary>What whoever dropped it wants every reader to know, such as that its figures are illustrative; null for
    /// nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>When it was dropped.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>What the dropped blob's metadata said, of what counts: published, inforce, status, notice,
    /// scope.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>What became of its rows.</summary>
    public required RowCounts Rows { get; init; }

    /// <summary>How many observations it has.</summary>
    public required long Observations { get; init; }

    /// <summary>How many series it has.</summary>
    public required int SeriesCount { get; init; }

    /// <summary>How many findings it has.</summary>
    public required int FindingCount { get; init; }

    /// <summary>How many findings it has of each code; null if an older version wrote the entry, because such entries
    /// do not say.</summary>
    internal IReadOnlyList<FindingTotal>? FindingTotals { get; init; }

    /// <summary>The ids of the indicators it carries.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>What its series cover, by indicator; nothing where the ledger does not say.</summary>
    public IReadOnlyDictionary<string, Coverage> Coverage { get; init; } = new Dictionary<string, Coverage>();

    /// <summary>The SHA-256 of the companion that it was compared with; null for none.</summary>
    public string? Companion { get; init; }

    /// <summary>Where it was refused because the same content counts already under another feed: that folder and file;
    /// otherwise null.</summary>
    public string? SameAs { get; init; }

    /// <summary>Who withdrew or reinstated it, when and why; null where nobody did.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>The hash of the catalogue by which it was read.</summary>
    public required string Catalogue { get; init; }

    /// <summary>The version of the code that read it.</summary>
    public required string Code { get; init; }

    /// <summary>Names the series that were written for it: they belong to the content and to the catalogue it was read
    /// by.</summary>
    public string SeriesVersion => SeriesVersionsOf(Id) + Catalogue;

    /// <summary>How the names of a release's series begin, whatever catalogue it was read by.</summary>
    internal static string SeriesVersionsOf(string id) => $"{id}|";

    /// <summary>Where the file is in the archive, or in quarantine.</summary>
    public string BlobName => $"{Id}/{SafeFileName.From(File)}";

    /// <summary>Tells which of two is the newer.</summary>
    internal ReleaseAge Age => new(Published, Arrived, Id);

    /// <summary>Whether its file was accepted as a whole, even where it has been withdrawn since.</summary>
    internal bool IsAccepted => Status is ReleaseStatus.Complete or ReleaseStatus.Withdrawn;

    /// <summary>The day from which it counts, where that lay in the future when it arrived: its publication date, or
    /// the day from which a neighbour model applies; otherwise null.</summary>
    public DateOnly? CountsFrom =>
        Status == ReleaseStatus.Complete
        && Rows.Accepted > 0
        && Format != EesMetaReader.Name
        && (InForce > Published ? InForce.Value : Published) is var day
        && day > ReleaseDates.LatestDayOf(Arrived)
            ? day
            : null;

    /// <summary>What people are told of it: "in use", "counts from" with a day, "nothing used", "refused", "already
    /// received", "withdrawn" or "being read".</summary>
    public string Outcome =>
        Status switch
        {
            ReleaseStatus.Complete when CountsFrom is { } day => string.Create(
                CultureInfo.InvariantCulture,
                $"counts from {day:yyyy-MM-dd}"
            ),
            ReleaseStatus.Complete => Rows.Accepted > 0 || Format == EesMetaReader.Name ? "in use" : "nothing used",
            ReleaseStatus.Quarantined => SameAs is null ? "refused" : "already received",
            ReleaseStatus.Withdrawn => "withdrawn",
            _ => "being read",
        };

    /// <summary>The same, with the file that was received first.</summary>
    public string OutcomeInFull => SameAs is null ? Outcome : $"{Outcome} as {SameAs}";

    internal DropDetails Details => new(File, Arrived, ETag, Given);

    /// <summary>The release that a file begins when it is read first.</summary>
    internal static Release Create(
        Feed feed,
        HashingStream file,
        DropDetails details,
        ScreenedFile screened,
        CompanionFile? companion
    )
    {
        var (sha256, dates) = (file.HashInHex(), details.Dates().Found);
        var release = new Release
        {
            Id = ReleaseId.For(feed, sha256),
            Feed = feed,
            File = details.File,
            Format = screened.Reading.Format,
            Sha256 = sha256,
            Size = file.BytesRead,
            ETag = details.ETag,
            Status = ReleaseStatus.Reading,
            Published = dates.Published,
            PublishedFrom = dates.PublishedFrom,
            InForce = screened.Reading.Neighbours.Count > 0 ? dates.InForce : null,
            RevisionStatus = dates.RevisionStatus ?? RevisionStatuses.FromTitles(screened.Reading.Titles),
            Notice = details.Notice,
            Arrived = details.Arrived,
            Given = details.Given,
            Rows = new(0, 0, new Dictionary<string, long>(), 0),
            Observations = 0,
            SeriesCount = 0,
            FindingCount = 0,
            Indicators = [],
            Catalogue = screened.Catalogue,
            Code = CodeVersion.Current,
        };
        return release.With(screened, companion);
    }

    /// <summary>The release with what this reading of its file gives.</summary>
    internal Release With(ScreenedFile screened, CompanionFile? companion) =>
        this with
        {
            Format = screened.Reading.Format,
            Resembles = screened.Reading.Format == FileReading.Unknown ? screened.Reading.Nearest?.Format : null,
            Rows = new(
                screened.Reading.Rows.Read,
                screened.Reading.Rows.Accepted,
                screened.Reading.Rows.Skipped,
                screened.Reading.Rows.Rejected
            ),
            Observations = screened.Series.Sum(s => (long)s.Observations.Count),
            SeriesCount = screened.Series.Count,
            FindingCount = screened.Findings.Count,
            FindingTotals = FindingTotal.Of(screened.Findings),
            Indicators = [.. screened.Series.Select(s => s.Indicator).Distinct().Order(StringComparer.Ordinal)],
            Coverage = Pipeline.Observations.Coverage.From(screened.Series),
            Companion = companion?.Sha256,
            Catalogue = screened.Catalogue,
            Code = CodeVersion.Current,
        };
}
