using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Screening;
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
    private readonly CompanionFiles _companions = new(storage);
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
        var release = await IngestAsync(feed, blob, properties, again: false, cancellationToken);
        while (await MendedMeanwhileAsync(blob, properties, cancellationToken) is { } now)
            release = await IngestAsync(feed, blob, properties = now, again: true, cancellationToken);
        if (release.Format == EesMetaReader.Name && Companion.DataNameOf(blob.Name) is { } described)
            await IngestAgainAsync(feed, storage.Landing.GetBlobClient(described), cancellationToken);
        await EnterAsync(new(feed, blob.Name, properties.ETag), release, DropDetails.Of(blob, properties), cancellationToken);
        span?.SetTag("feed", feed.Folder()).SetTag("release", release.Id).SetTag("status", release.Status.ToString());
        Signals.Ingested(feed.Folder(), release.Status.ToString(), Stopwatch.GetElapsedTime(begun));
        return release;
    }

    // Metadata that cannot be read never unseat a release that counts: it stays as it was, and the drop stands as failed with what is wrong with it.
    // So does personal data in its name or in its metadata.
    private Task EnterAsync(DroppedFile file, Release release, DropDetails drop, CancellationToken cancellationToken) =>
        release.IsAccepted && (drop.PersonalData ?? (release.File == drop.File ? drop.Dates().Fault : null)) is { } fault
            ? _drops.FailedAsync(file with { Fault = fault, Failed = drop.Arrived }, cancellationToken)
            : _drops.TakenInAsync(file, release.Id, cancellationToken);

    // The file may come again with other metadata while it is read, and the two be settled in either order: whoever ends last has seen the newer ones.
    private static async Task<BlobProperties?> MendedMeanwhileAsync(BlobClient blob, BlobProperties read, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties now = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return now.ETag == read.ETag || DropDetails.Of(blob, now).GivesTheSame(DropDetails.Of(blob, read)) ? null : now;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    // A companion is named so that it usually comes after its file, which was then read without it.
    private async Task IngestAgainAsync(Feed feed, BlobClient described, CancellationToken cancellationToken)
    {
        if (await described.ExistsAsync(cancellationToken))
            await IngestAsync(feed, described, cancellationToken);
    }

    // A companion may land while its file is read, when its own event finds nothing to hold it against: whoever ends last has seen both.
    private async Task<Release> IngestAsync(Feed feed, BlobClient blob, BlobProperties properties, bool again, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        Task<CompanionFile?> BesideAsync() => _companions.BesideAsync(feed, blob.Name, reference, cancellationToken);
        var beside = await BesideAsync();
        while (true)
        {
            var release = await IngestAsync(feed, blob, properties, beside, reference, again, cancellationToken);
            var now = await BesideAsync();
            if (now?.Sha256 == beside?.Sha256)
                return release;
            beside = now;
        }
    }

    private async Task<Release> IngestAsync(Feed feed, BlobClient blob, BlobProperties properties, CompanionFile? beside, Reference reference, bool again, CancellationToken cancellationToken)
    {
        var drop = DropDetails.Of(blob, properties);
        var dropped = await ReadAsync(feed, blob, properties.ETag, drop, drop, beside, reference, cancellationToken);

        var known = await ledger.FindAsync(feed, dropped.Release.Id, cancellationToken);
        var elsewhere = known is { IsAccepted: true } || dropped.Judged.Reading.Refused ? null : await ElsewhereAsync(feed, dropped.Release.Sha256, cancellationToken);
        var refused = dropped.Judged.Reading.Refused || elsewhere is not null;
        var settled = known is { IsAccepted: true } || (known?.Status == ReleaseStatus.Quarantined && refused);
        if (settled && !again && !known!.Details.IsMendedBy(drop) && known.Catalogue == reference.Catalogue.Hash && (!IsNamedAs(known) || beside is null || beside.Sha256 == known.Companion))
            return known;

        // Who was first gave the release its name and arrival, and the same content under another name changes nothing; under the same name, other
        // metadata mend what the release takes from them. A file that was refused, and now is sound, is taken as it comes now.
        known = known is null ? await ledger.AddOrFindAsync(dropped.Release, cancellationToken) : known.Status == ReleaseStatus.Quarantined ? dropped.Release : known;
        var mended = known.Details.IsMendedBy(drop);
        var details = mended ? known.Details with { Given = drop.Given } : known.Details;
        // So does the companion: it is the one beside that name, and goes on counting when it is gone from there.
        var companion = IsNamedAs(known) && beside is not null ? beside : await _kept.CompanionOfAsync(known, reference, cancellationToken);
        if (mended || !details.SaysTheSame(drop) || companion?.Sha256 != beside?.Sha256)
            dropped = await ReadAsync(feed, blob, properties.ETag, drop, details, companion, reference, cancellationToken);
        if (elsewhere is not null)
            dropped = dropped with { Judged = dropped.Judged.Refuse(elsewhere) };
        var release = (mended ? dropped.Release : known).With(dropped.Judged, reference, companion);
        await _writing.PrepareAsync(release, dropped.Judged, cancellationToken);
        // The copy comes just before the entry: what lies in the archive has counted, so that a rebuild brings back nothing that never did.
        await _kept.KeepAsync(blob, properties, release, companion, dropped.Judged.Reading, cancellationToken);
        var written = await _writing.SettleAsync(release, dropped.Judged, cancellationToken);
        Count(written, dropped.Judged);
        return written;

        bool IsNamedAs(Release other) => drop.File == other.File;
    }

    // The feed is part of a release's id, so the ids that the same content would have under the others are known. Of two that come at once, into
    // two folders, neither finds the other and both count: their figures are the same.
    private async Task<Finding?> ElsewhereAsync(Feed feed, string sha256, CancellationToken cancellationToken)
    {
        var others = await Task.WhenAll(Enum.GetValues<Feed>().Where(f => f != feed).Select(f => ledger.FindAsync(f, ReleaseId.For(f, sha256), cancellationToken)));
        return others.FirstOrDefault(r => r is { IsAccepted: true } or { Withdrawal.IsInForce: true }) switch
        {
            null => null,
            { Withdrawal.IsInForce: true } withdrawn => ReleaseWithdrawal.FoundElsewhere(withdrawn.Id),
            { } counting => ReleaseId.AlreadyReceived(counting.Id),
        };
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

    private async Task<Read> ReadAsync(Feed feed, BlobClient blob, ETag etag, DropDetails drop, DropDetails details, CompanionFile? companion, Reference reference, CancellationToken cancellationToken)
    {
        var download = await blob.DownloadStreamingAsync(new() { Conditions = new() { IfMatch = etag } }, cancellationToken);
        await using var file = new HashingStream(download.Value.Content);
        await using var ahead = new ReadAhead(file, cancellationToken);
        var judged = await JudgedFile.ReadAsync(ahead.Content, details.File, feed, details.Dates(), reference, options, cancellationToken, companion?.Meta);
        if (drop.PersonalData is { } personal)
            judged = judged.Refuse(personal);
        return new(Release.Of(feed, file, details, judged, reference, companion), judged);
    }
}
