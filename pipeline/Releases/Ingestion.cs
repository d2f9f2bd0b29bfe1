using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Storage;
using ChildrensTrust.Pipeline.Telemetry;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Takes one dropped file: reads it once, keeps it in the archive or in quarantine, writes its series, and turns it
/// visible by one write to the ledger. Everything before that write can be done again and leaves the same.
/// </summary>
public sealed class Ingestion(PipelineStorage storage, ReferenceStore references, ReleaseLedger ledger, SeriesStore store, IngestionOptions options)
{
    private readonly DropLedger _drops = new(storage);
    private readonly KeptFiles _kept = new(storage);
    private readonly ReleaseWriting _writing = new(storage, ledger, store);

    private sealed record Read(Release Release, JudgedFile Judged);

    /// <summary>Ingests a file. A bad file is a release in quarantine with findings, never an exception; a fault of storage is one, for the host to retry.</summary>
    /// <param name="feed">The feed whose folder it lies in.</param>
    /// <param name="blob">The dropped blob.</param>
    /// <param name="cancellationToken">Stops the work; what was done is done again by the next try.</param>
    /// <returns>The release as the ledger has it.</returns>
    /// <exception cref="ArgumentException">The blob lies elsewhere.</exception>
    /// <exception cref="RequestFailedException">Storage failed, or the blob was replaced while it was read (412).</exception>
    public async Task<Release> IngestAsync(Feed feed, BlobClient blob, CancellationToken cancellationToken)
    {
        if (DroppedFile.In(blob.Name, default) is not { StaysInItsFolder: true } file || file.Feed != feed)
            throw new ArgumentException("The blob does not lie in the folder of the feed.", nameof(blob));
        using var span = Signals.Begin("ingest");
        var begun = Stopwatch.GetTimestamp();
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        var release = await IngestAsync(feed, blob, properties, cancellationToken);
        if (release.Format == EesMetaReader.Name && Companion.DataNameOf(blob.Name) is { } described)
            await IngestAgainAsync(feed, storage.Landing.GetBlobClient(described), cancellationToken);
        await _drops.TakenInAsync(new(feed, blob.Name, properties.ETag), release.Id, cancellationToken);
        span?.SetTag("feed", feed.Folder()).SetTag("release", release.Id).SetTag("status", release.Status.ToString());
        Signals.Ingested(feed.Folder(), release.Status.ToString(), Stopwatch.GetElapsedTime(begun));
        return release;
    }

    // A companion is named so that it usually comes after its file, which was then read without it.
    private async Task IngestAgainAsync(Feed feed, BlobClient described, CancellationToken cancellationToken)
    {
        if (await described.ExistsAsync(cancellationToken))
            await IngestAsync(feed, described, cancellationToken);
    }

    // A companion may land while its file is read, when its own event finds nothing to hold it against: whoever ends last has seen both.
    private async Task<Release> IngestAsync(Feed feed, BlobClient blob, BlobProperties properties, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        Task<CompanionFile?> BesideAsync() => Companion.FindAsync(storage.Landing, blob.Name, reference, cancellationToken);
        var beside = await BesideAsync();
        while (true)
        {
            var release = await IngestAsync(feed, blob, properties, beside, reference, cancellationToken);
            var now = await BesideAsync();
            if (now?.Sha256 == beside?.Sha256)
                return release;
            beside = now;
        }
    }

    private async Task<Release> IngestAsync(Feed feed, BlobClient blob, BlobProperties properties, CompanionFile? beside, Reference reference, CancellationToken cancellationToken)
    {
        var dropped = await ReadAsync(feed, blob, properties.ETag, DropDetails.Of(blob, properties), beside, reference, cancellationToken);

        var known = await ledger.FindAsync(feed, dropped.Release.Id, cancellationToken);
        var settled = known?.Status == ReleaseStatus.Complete || (known?.Status == ReleaseStatus.Quarantined && dropped.Judged.Reading.Refused);
        if (settled && known!.Catalogue == reference.Catalogue.Hash && (!IsNamedAs(known) || beside is null || beside.Sha256 == known.Companion))
            return known;

        // Who was first gave the release its name and dates, and the same content dropped again changes neither;
        // but a file that was refused, and now is sound because its metadata were mended, is taken as it comes now.
        known = known is null ? await ledger.AddOrFindAsync(dropped.Release, cancellationToken) : known.Status == ReleaseStatus.Quarantined ? dropped.Release : known;
        // So does the companion: it is the one beside that name, and goes on counting when it is gone from there.
        var companion = IsNamedAs(known) && beside is not null ? beside : await _kept.CompanionOfAsync(known, reference, cancellationToken);
        if (!known.Details.SaysTheSame(dropped.Release.Details) || companion?.Sha256 != beside?.Sha256)
            dropped = await ReadAsync(feed, blob, properties.ETag, known.Details, companion, reference, cancellationToken);
        var release = known.With(dropped.Judged, reference, companion);
        await _writing.PrepareAsync(release, dropped.Judged, cancellationToken);
        // The copy comes just before the entry: what lies in the archive has counted, so that a rebuild brings back nothing that never did.
        await _kept.KeepAsync(blob, properties, release, companion, dropped.Judged.Reading.Refused, cancellationToken);
        var written = await _writing.SettleAsync(release, dropped.Judged, cancellationToken);
        Count(written, dropped.Judged);
        return written;

        bool IsNamedAs(Release other) => dropped.Release.File == other.File;
    }

    private static void Count(Release release, JudgedFile judged)
    {
        var feed = release.Feed.Folder();
        Signals.Rows(feed, "accepted", release.Rows.Accepted);
        Signals.Rows(feed, "skipped", release.Rows.Skipped.Values.Sum());
        Signals.Rows(feed, "rejected", release.Rows.Rejected);
        foreach (var same in judged.Findings.CountBy(f => f.Severity))
            Signals.Findings(feed, same.Key.ToString().ToLowerInvariant(), same.Value);
    }

    private async Task<Read> ReadAsync(Feed feed, BlobClient blob, ETag etag, DropDetails details, CompanionFile? companion, Reference reference, CancellationToken cancellationToken)
    {
        var download = await blob.DownloadStreamingAsync(new() { Conditions = new() { IfMatch = etag } }, cancellationToken);
        await using var file = new HashingStream(download.Value.Content);
        await using var ahead = new ReadAhead(file, cancellationToken);
        var judged = await JudgedFile.ReadAsync(ahead.Content, details.File, feed, details.Dates(), reference, options, cancellationToken, companion?.Meta);
        return new(Release.Of(feed, file, details, judged, reference, companion), judged);
    }
}
