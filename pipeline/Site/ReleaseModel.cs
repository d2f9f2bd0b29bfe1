using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>The newest releases.</summary>
/// <param name="Failed">The files that were not taken in, because every try failed or because they are in no feed's
/// folder.</param>
/// <param name="Releases">The releases, the newest by publication first.</param>
internal sealed record ReleasesModel(IReadOnlyList<FailedFile> Failed, IReadOnlyList<ReleaseLine> Releases)
    : PageModel("Files received", "releases", [PageLink.Home])
{
    /// <summary>The pages of all releases, a year each; none where all of them are on this one.</summary>
    public IReadOnlyList<ReleaseYear> Years { get; init; } = [];
}

/// <summary>The releases that were published in one year.</summary>
internal sealed record ReleaseYearModel(string Title, IReadOnlyList<ReleaseLine> Releases)
    : PageModel(Title, "release-year", [PageLink.Home, PageLink.Releases])
{
    /// <summary>The pages of all years.</summary>
    public IReadOnlyList<ReleaseYear> Years { get; init; } = [];
}

/// <summary>A year, with how many releases were published in it.</summary>
internal sealed record ReleaseYear(PageLink Page, int Releases)
{
    /// <summary>The years, the newest first; none where one list shows every release.</summary>
    public static IReadOnlyList<ReleaseYear> List(IReadOnlyCollection<ReleaseOutline> all) =>
        all.Count <= ReleaseOutline.MostShown
            ? []
            :
            [
                .. all.CountBy(r => r.Published.Year)
                    .OrderByDescending(y => y.Key)
                    .Select(y => new ReleaseYear(new($"{y.Key}", $"releases/{y.Key}.html"), y.Value)),
            ];
}

/// <summary>One release: what became of its rows, what was found in it, and what it revised.</summary>
internal sealed record ReleaseModel(string Id, string File)
    : PageModel(File, "release", [PageLink.Home, PageLink.Releases])
{
    /// <summary>Its feed.</summary>
    public required string Feed { get; init; }

    /// <summary>The format that was recognised.</summary>
    public required string Format { get; init; }

    /// <summary>As <see cref="ReleaseLine.Said"/> says it.</summary>
    public required string Outcome { get; init; }

    /// <summary>The day from which it counts, where that lay in the future when it arrived; otherwise null.</summary>
    public DateOnly? CountsFrom { get; init; }

    /// <summary>The file of the same content that was received first; null where there is none.</summary>
    public PageLink? SameAs { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>When it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Where that date comes from.</summary>
    public required string? PublishedFrom { get; init; }

    /// <summary>From when a neighbour model holds; null for other files.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>How final it is; null where that is not stated.</summary>
    public string? Status { get; init; }

    /// <summary>What whoever dropped it wants every reader to know.</summary>
    public string? Notice { get; init; }

    /// <summary>When it was dropped.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of its content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 of the companion file that it was compared with; null for none.</summary>
    public string? Companion { get; init; }

    /// <summary>What became of its rows: read = accepted + skipped + rejected.</summary>
    public required RowCounts Rows { get; init; }

    /// <summary>The rows passed over, by reason.</summary>
    public required IReadOnlyList<SkippedRows> Skipped { get; init; }

    /// <summary>How many observations it has.</summary>
    public required long Observations { get; init; }

    /// <summary>The indicators that it carries.</summary>
    public required IReadOnlyList<PageLink> Indicators { get; init; }

    /// <summary>What was found in it. No finding holds the content of a cell.</summary>
    public required IReadOnlyList<FindingLine> Findings { get; init; }

    /// <summary>What to do, once for each check that found something.</summary>
    public required IReadOnlyList<Advice> Advice { get; init; }

    /// <summary>What it revised.</summary>
    public required IReadOnlyList<RevisionLine> Revisions { get; init; }

    /// <summary>Who withdrew and reinstated it, when and why, the newest first.</summary>
    public IReadOnlyList<WithdrawalStep> Decisions { get; init; } = [];

    /// <summary>Where it was ever withdrawn: the snapshots that used it.</summary>
    public IReadOnlyList<PageLink> UsedBy { get; init; } = [];

    /// <summary>Puts the page together.</summary>
    /// <param name="differences">What it says differently than the edition before.</param>
    /// <param name="usedBy">The snapshots that used it, where it was ever withdrawn.</param>
    public static ReleaseModel Create(
        Reference reference,
        Release release,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<EditionDifference> differences,
        IReadOnlyList<SnapshotHeader> usedBy
    ) =>
        new(release.Id, release.File)
        {
            Feed = release.Feed.Folder(),
            Format = release.Format,
            Outcome = ReleaseLine.Said(release),
            CountsFrom = release.CountsFrom,
            SameAs = release.SameAs is { } first
                ? PageLink.Release(
                    $"{first[..first.IndexOf('/', StringComparison.Ordinal)]}-{ReleaseId.ContentOf(release.Id)}",
                    first
                )
                : null,
            Refusal = release is { Status: ReleaseStatus.Quarantined, SameAs: null }
                ? Refusal.Of(release, findings)
                : null,
            Published = release.Published,
            PublishedFrom = release.PublishedFrom == DateOrigin.Arrival ? null : release.PublishedFrom.Words(),
            InForce = release.InForce,
            Status = release.RevisionStatus?.Word(),
            Notice = release.Notice,
            Arrived = release.Arrived,
            Size = release.Size,
            Sha256 = release.Sha256,
            Companion = release.Companion,
            Rows = release.Rows,
            Skipped = [.. release.Rows.Skipped.Select(s => new SkippedRows(s.Key, s.Value))],
            Observations = release.Observations,
            Indicators =
            [
                .. release
                    .Indicators.Select(reference.Catalogue.Find)
                    .OfType<Indicator>()
                    .Select(i => PageLink.Indicator(i.Id, i.Name)),
            ],
            Findings =
            [
                .. findings.Select(f => new FindingLine(
                    f.Code,
                    f.Severity.ToString().ToLowerInvariant(),
                    f.Where,
                    f.Column,
                    f.Message
                )),
            ],
            Advice =
            [
                .. findings
                    .DistinctBy(f => f.Code)
                    .OrderByDescending(f => f.Severity)
                    .Where(f => f.Guidance.Length > 0)
                    .Select(f => new Advice(f.Code, f.Guidance)),
            ],
            Revisions = [.. differences.Select(d => RevisionLine.From(d, reference))],
            Decisions = [.. (release.Withdrawal?.Steps ?? []).Reverse()],
            UsedBy = [.. usedBy.Select(SnapshotLine.LinkTo)],
        };
}

/// <summary>A file in landing that was not taken in.</summary>
/// <param name="File">Its name in landing, with its folders.</param>
/// <param name="On">The day on which it failed last; null where nothing tried it.</param>
internal sealed record FailedFile(string File, DateTimeOffset? On, string Message, string Guidance)
{
    /// <summary>The list, by name.</summary>
    /// <param name="strays">The files in no feed's folder.</param>
    public static IReadOnlyList<FailedFile> List(IEnumerable<DroppedFile> drops, IEnumerable<UnroutedFile> strays) =>
        [
            .. drops
                .Where(d => d.Fault is not null)
                .Select(d => new FailedFile(d.ShownBlob, d.Failed, d.Fault!.Message, d.Fault.Guidance))
                .Concat(strays.Select(s => new FailedFile(s.Blob, null, s.Fault.Message, s.Fault.Guidance)))
                .OrderBy(f => f.File, StringComparer.Ordinal),
        ];
}

/// <summary>Rows that were passed over.</summary>
internal sealed record SkippedRows(string Reason, long Rows);

/// <summary>A finding.</summary>
/// <param name="Severity">"error", "warning" or "information".</param>
/// <param name="Rows">Its rows; null where it is about the file.</param>
internal sealed record FindingLine(string Code, string Severity, string? Rows, string? Column, string Message);

/// <summary>What to do about a check's findings.</summary>
internal sealed record Advice(string Code, string Text);
