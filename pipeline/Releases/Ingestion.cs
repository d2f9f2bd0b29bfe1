using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Foundation.Telemetry;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Brings one dropped file into the store: dropped, read, known or new, staged, kept, visible. Only the last step, one
/// write to the ledger, makes it count. Every step before can be done again and leaves the same.
/// </summary>
public sealed class Ingestion(
    PipelineStorage storage,
    ReferenceStore references,
    ReleaseLedger ledger,
    SeriesStore store,
    IngestionOptions options
)
{
    // So often may a file or its companion change while it is read. After that the host tries again later.
    private const int MaxChanges = 10;
    private readonly DropLedger _drops = new(storage);
    private readonly FileArchive _kept = new(storage);
    private readonly CompanionFiles _companions = new(storage);
    private readonly Turns _turns = new(storage);
    private readonly EarlierEditions _editions = new(ledger, store);
    private readonly ReleasePublisher _writing = new(storage, ledger, store);

    /// <summary>One try at a file, with what it is read by. It is repeated where something changed meanwhile.</summary>
    private sealed record Attempt(DroppedBlob Dropped, CompanionFile? Companion, Reference Reference, bool IsRepeated)
    {
        public DropDetails Drop => Dropped.Details;

        /// <summary>Whether the ledger has the release under the name of this file.</summary>
        public bool Names(Release release) => Drop.File == release.File;
    }

    private sealed record ReadFile(Release Release, ScreenedFile Screened)
    {
        public bool IsRefused => Screened.Reading.Refused;
    }

    /// <summary>What is known of the content: its release in this feed, and what is found beside the others: another
    /// feed has it, or its figures do not go with those in the store.</summary>
    private sealed record Known(Release? Release, IReadOnlyList<Finding> Findings)
    {
        /// <summary>The folder and the file under which another feed has it; null where none does.</summary>
        public string? SameAs { get; init; }

        public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);
    }

    private sealed record Staged(Release Release, ScreenedFile Screened, CompanionFile? Companion);

    /// <summary>Ingests a file. A bad file is a release in quarantine with findings, never an exception; a fault of
    /// storage is one, for the host to retry.</summary>
    /// <returns>The release as the ledger has it.</returns>
    /// <exception cref="ArgumentException">The blob is in another folder.</exception>
    /// <exception cref="RequestFailedException">Storage failed, or the blob was replaced while it was read
    /// (412).</exception>
    /// <exception cref="IOException">The file or its companion kept changing while it was read.</exception>
    public async Task<Release> IngestAsync(Feed feed, BlobClient blob, CancellationToken cancellationToken)
    {
        if (DroppedFile.In(blob.Name, default) is not { StaysInItsFolder: true } file || file.Feed != feed)
            throw new ArgumentException("The blob is not in the folder of the feed.", nameof(blob));
        using var span = Signals.Begin("ingest");
        var begun = Stopwatch.GetTimestamp();
        var (dropped, release) = await IngestUntilUnchangedAsync(
            await DroppedBlob.FindAsync(feed, blob, cancellationToken),
            cancellationToken
        );
        if (release.Format == EesMetaReader.Name && Companion.DataNameOf(blob.Name) is { } described)
            await IngestDescribedAsync(feed, storage.Landing.GetBlobClient(described), cancellationToken);
        await NoteDropAsync(new(feed, blob.Name, dropped.Properties.ETag), release, dropped.Details, cancellationToken);
        span?.SetTag("feed", feed.Folder()).SetTag("release", release.Id).SetTag("status", release.Status.ToString());
        Signals.Ingested(feed.Folder(), release.Status.ToString(), Stopwatch.GetElapsedTime(begun));
        return release;
    }

    // The file may be uploaded again with other metadata while it is read, and either upload may end first: whoever
    // ends last has seen the newer one.
    private async Task<(DroppedBlob Dropped, Release Release)> IngestUntilUnchangedAsync(
        DroppedBlob dropped,
        CancellationToken cancellationToken
    )
    {
        var release = await IngestWithCompanionAsync(dropped, isRepeated: false, cancellationToken);
        for (var changes = 0; ; changes++)
        {
            if (await dropped.FindChangedAsync(cancellationToken) is not { } now)
                return (dropped, release);
            if (changes == MaxChanges)
                throw KeepsChanging();
            dropped = now;
            release = await IngestWithCompanionAsync(dropped, isRepeated: true, cancellationToken);
        }
    }

    // The companion may arrive while its file is read, when its own event finds nothing to compare it with: whoever
    // ends last has seen both.
    private async Task<Release> IngestWithCompanionAsync(
        DroppedBlob dropped,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        var reference = await references.LoadAsync(cancellationToken);
        Task<CompanionFile?> FindCompanionAsync() =>
            _companions.BesideAsync(dropped.Feed, dropped.Blob.Name, reference, cancellationToken);
        var companion = await FindCompanionAsync();
        for (var changes = 0; changes < MaxChanges; changes++)
        {
            var release = await TryAsync(new(dropped, companion, reference, isRepeated), cancellationToken);
            var now = await FindCompanionAsync();
            if (now?.Sha256 == companion?.Sha256)
                return release;
            companion = now;
        }
        throw KeepsChanging();
    }

    private static IOException KeepsChanging() =>
        new($"The file or its companion changed {MaxChanges} times while it was read.");

    private async Task<Release> TryAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(attempt, attempt.Drop, attempt.Companion, cancellationToken);
        var known = await FindKnownAsync(attempt, read, cancellationToken);
        // A file that counts already is not asked about again: newer ones were compared with it.
        if (known is { Release: not { IsAccepted: true }, Findings.Count: 0 } && !read.IsRefused)
        {
            await _turns.TakeAsync(read.Release, cancellationToken);
            known = known with
            {
                Findings = await _editions.CheckAsync(
                    read.Release,
                    read.Screened,
                    attempt.Reference,
                    cancellationToken
                ),
            };
        }
        var release = await EnterAsync(attempt, read, known, cancellationToken);
        await _turns.EndAsync(read.Release.Id, cancellationToken);
        return release;
    }

    private async Task<Release> EnterAsync(
        Attempt attempt,
        ReadFile read,
        Known known,
        CancellationToken cancellationToken
    )
    {
        if (known.Release is { } settled && IsSettled(attempt, settled, refused: read.IsRefused || known.IsRefused))
            return settled;
        var staged = await StageAsync(attempt, read, known, cancellationToken);
        await KeepAsync(attempt, staged, cancellationToken);
        return await MakeVisibleAsync(staged, cancellationToken);
    }

    private async Task<ReadFile> ReadAsync(
        Attempt attempt,
        DropDetails details,
        CompanionFile? companion,
        CancellationToken cancellationToken
    )
    {
        var (feed, blob, properties, drop) = attempt.Dropped;
        var download = await blob.DownloadStreamingAsync(
            new() { Conditions = new() { IfMatch = properties.ETag } },
            cancellationToken
        );
        await using var file = new HashingStream(download.Value.Content);
        var screened = await new Screener(attempt.Reference, options).ReadAsync(
            new(file, details.File, feed) { IsScopeConfirmed = details.IsScopeConfirmed },
            details.Dates(),
            companion?.Meta,
            cancellationToken
        );
        if (drop.PersonalData is { } personal)
            screened = screened.Refuse(personal);
        return new(Release.Create(feed, file, details, screened, companion), screened);
    }

    // The feed is part of a release's id, so the ids that the same content would have in the other feeds are known.
    // Where it arrives in two folders at once, neither finds the other and both count: their figures are the same.
    private async Task<Known> FindKnownAsync(Attempt attempt, ReadFile read, CancellationToken cancellationToken)
    {
        var feed = attempt.Dropped.Feed;
        var known = await ledger.FindAsync(feed, read.Release.Id, cancellationToken);
        if (known is { IsAccepted: true } || read.IsRefused)
            return new(known, []);
        var others = await Task.WhenAll(
            ReleaseId
                .UnderEveryFeed(read.Release.Sha256)
                .Where(r => r.Feed != feed)
                .Select(r => ledger.FindAsync(r.Feed, r.Id, cancellationToken))
        );
        return others.FirstOrDefault(r => r is { IsAccepted: true } or { Withdrawal.IsInForce: true }) switch
        {
            null => new(known, []),
            { Withdrawal.IsInForce: true } withdrawn => new(known, [ReleaseWithdrawal.FoundElsewhere(withdrawn.Id)]),
            { } counting => new(known, [ReleaseId.AlreadyReceived(counting.Id, counting.File)])
            {
                SameAs = $"{counting.Feed.Folder()}/{counting.File}",
            },
        };
    }

    // Whether the release is as this try would leave it.
    private static bool IsSettled(Attempt attempt, Release known, bool refused) =>
        (known.IsAccepted || (known.Status == ReleaseStatus.Quarantined && refused))
        && !attempt.IsRepeated
        && !known.Details.IsCorrectedBy(attempt.Drop)
        && known.Catalogue == attempt.Reference.Catalogue.Hash
        && (!attempt.Names(known) || attempt.Companion is null || attempt.Companion.Sha256 == known.Companion);

    // Whoever was first gave the release its name and arrival, and the same content under another name changes nothing.
    // Under the same name, other metadata and another companion correct what the release took from them; a companion
    // goes on counting when it is gone from beside the file.
    // A file that was refused and now is sound is taken as it comes now.
    private async Task<Staged> StageAsync(
        Attempt attempt,
        ReadFile read,
        Known known,
        CancellationToken cancellationToken
    )
    {
        var entry = known.Release switch
        {
            null => await ledger.AddOrFindAsync(read.Release, cancellationToken),
            { Status: ReleaseStatus.Quarantined } => read.Release,
            { } other => other,
        };
        var corrected = entry.Details.IsCorrectedBy(attempt.Drop);
        var details = corrected ? entry.Details with { Given = attempt.Drop.Given } : entry.Details;
        var companion =
            attempt.Names(entry) && attempt.Companion is { } beside
                ? beside
                : await _kept.CompanionOfAsync(entry, attempt.Reference, cancellationToken);
        if (corrected || !details.HasSameContext(attempt.Drop) || companion?.Sha256 != attempt.Companion?.Sha256)
            read = await ReadAsync(attempt, details, companion, cancellationToken);
        var screened = read.Screened.With(known.Findings);
        var release = (corrected ? read.Release : entry).With(screened, companion) with { SameAs = known.SameAs };
        await _writing.StageAsync(release, screened, cancellationToken);
        return new(release, screened, companion);
    }

    // The copy comes just before the entry: what is in the archive has counted, so that a rebuild gives back nothing
    // that never did.
    private Task KeepAsync(Attempt attempt, Staged staged, CancellationToken cancellationToken) =>
        _kept.KeepAsync(attempt.Dropped, staged.Release, staged.Companion, staged.Screened.Reading, cancellationToken);

    private async Task<Release> MakeVisibleAsync(Staged staged, CancellationToken cancellationToken)
    {
        var release = await _writing.CommitAsync(staged.Release, staged.Screened, cancellationToken);
        var feed = release.Feed.Folder();
        Signals.Rows(feed, "accepted", release.Rows.Accepted);
        Signals.Rows(feed, "skipped", release.Rows.Skipped.Values.Sum());
        Signals.Rows(feed, "rejected", release.Rows.Rejected);
        foreach (var same in staged.Screened.Findings.GroupBy(f => f.Severity, f => f.Count))
            Signals.Findings(feed, same.Key.ToString().ToLowerInvariant(), same.Sum());
        return release;
    }

    // A companion usually arrives after its file, which was then read without it.
    private async Task IngestDescribedAsync(Feed feed, BlobClient described, CancellationToken cancellationToken)
    {
        if (await described.ExistsAsync(cancellationToken))
            await IngestAsync(feed, described, cancellationToken);
    }

    // Metadata that cannot be read never take a release out of use: it stays as it was, and the upload is listed as
    // failed with what is wrong. The same holds for personal data in its name or its metadata.
    private Task NoteDropAsync(
        DroppedFile file,
        Release release,
        DropDetails drop,
        CancellationToken cancellationToken
    ) =>
        release.IsAccepted
        && (drop.PersonalData ?? (release.File == drop.File ? drop.Dates().Fault : null)) is { } fault
            ? _drops.FailedAsync(file with { Fault = fault, Failed = drop.Arrived }, cancellationToken)
            : _drops.TakenInAsync(file, release.Id, cancellationToken);
}
