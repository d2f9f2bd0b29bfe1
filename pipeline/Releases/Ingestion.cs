using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Screening;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Takes one dropped file: reads it once, keeps it in the archive or in quarantine, writes its series, and turns it
/// visible by one write to the ledger. Everything before that write can be done again and leaves the same.
/// </summary>
public sealed class Ingestion(PipelineStorage storage, ReferenceStore references, ReleaseLedger ledger, SeriesStore store, IngestionOptions options)
{
    private const int LongestNotice = 200;
    private readonly DropLedger _drops = new(storage);

    /// <summary>Ingests a file. A bad file is a release in quarantine with findings, never an exception; a fault of storage is one, for the host to retry.</summary>
    /// <param name="feed">The feed whose folder it lies in.</param>
    /// <param name="blob">The dropped blob.</param>
    /// <param name="cancellationToken">Stops the work; what was done is done again by the next try.</param>
    /// <returns>The release as the ledger has it.</returns>
    /// <exception cref="RequestFailedException">Storage failed, or the blob was replaced while it was read (412).</exception>
    public async Task<Release> IngestAsync(Feed feed, BlobClient blob, CancellationToken cancellationToken)
    {
        BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
        var release = await IngestAsync(feed, blob, properties, cancellationToken);
        await _drops.TakenInAsync(new(feed, blob.Name, properties.ETag), release.Id, cancellationToken);
        return release;
    }

    private async Task<Release> IngestAsync(Feed feed, BlobClient blob, BlobProperties properties, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var file = FileName(blob);
        var dates = ReleaseDates.Find(file, properties.Metadata, properties.CreatedOn, out var fault);
        var ((reading, series, findings), sha256, size) = await ReadAsync(feed, blob, properties.ETag, (dates, fault), reference, cancellationToken);

        var id = ReleaseId.For(feed, sha256);
        var known = await ledger.FindAsync(feed, id, cancellationToken);
        var settled = known?.Status == ReleaseStatus.Complete || (known?.Status == ReleaseStatus.Quarantined && reading.Refused);
        if (settled && known!.Catalogue == reference.Catalogue.Hash)
            return known;

        var dropped = new Release
        {
            Id = id,
            Feed = feed,
            File = file,
            Format = reading.Format,
            Sha256 = sha256,
            Size = size,
            ETag = properties.ETag.ToString(),
            Status = ReleaseStatus.Reading,
            Published = dates.Published,
            PublishedFrom = dates.PublishedFrom,
            InForce = reading.Neighbours.Count > 0 ? dates.InForce : null,
            Vintage = dates.Vintage,
            Notice = Notice(properties.Metadata),
            Arrived = properties.CreatedOn,
            Rows = new(0, 0, new Dictionary<string, long>(), 0),
            Observations = 0,
            SeriesCount = 0,
            FindingCount = 0,
            Indicators = [],
            Catalogue = reference.Catalogue.Hash,
            Code = CodeVersion.Current,
        };
        // Who was first gave the release its name and dates, and the same content dropped again changes neither;
        // but a file that was refused, and now is sound because its metadata were mended, is taken as it comes now.
        known = known is null ? await ledger.AddOrFindAsync(dropped, cancellationToken) : known.Status == ReleaseStatus.Quarantined ? dropped : known;
        var release = known with
        {
            Format = reading.Format,
            Rows = new(reading.Rows.Read, reading.Rows.Accepted, reading.Rows.Skipped, reading.Rows.Rejected),
            Observations = series.Sum(s => (long)s.Observations.Count),
            SeriesCount = series.Count,
            FindingCount = findings.Count,
            Indicators = [.. series.Select(s => s.Indicator).Distinct().Order(StringComparer.Ordinal)],
            Catalogue = reference.Catalogue.Hash,
            Code = CodeVersion.Current,
        };
        if (!reading.Rows.Reconciles)
            throw new InvalidOperationException($"The rows of release {id} do not add up.");

        await KeepAsync(blob, properties, release, reading.Refused ? storage.Quarantine : storage.Archive, cancellationToken);
        await ledger.WriteFindingsAsync(release, findings, cancellationToken);
        if (reading.Refused || reading.Rows.Rejected > 0)
            await FindingsFiles.WriteAsync(storage.Quarantine, release, reading, findings, cancellationToken);
        if (!reading.Refused)
            await store.WriteAsync(release.Reading, series, cancellationToken);
        release = release with { Status = reading.Refused ? ReleaseStatus.Quarantined : ReleaseStatus.Complete };
        await ledger.WriteAsync(release, cancellationToken);
        return release;
    }

    private async Task<(JudgedFile Judged, string Sha256, long Size)> ReadAsync(Feed feed, BlobClient blob, ETag etag, (ReleaseDates Found, Finding? Fault) dates, Reference reference, CancellationToken cancellationToken)
    {
        var download = await blob.DownloadStreamingAsync(new() { Conditions = new() { IfMatch = etag } }, cancellationToken);
        await using var file = new HashingStream(download.Value.Content);
        var companion = await Companion.FindAsync(storage.Landing, blob.Name, reference, cancellationToken);
        var judged = await JudgedFile.ReadAsync(file, FileName(blob), feed, dates, reference, options, cancellationToken, companion);
        return (judged, file.HashInHex(), file.BytesRead);
    }

    private static string FileName(BlobClient blob) => blob.Name[(blob.Name.LastIndexOf('/') + 1)..];

    private static string? Notice(IDictionary<string, string> metadata) =>
        new Dictionary<string, string>(metadata, StringComparer.OrdinalIgnoreCase).GetValueOrDefault("notice") is { Length: > 0 } notice
            ? string.Concat(notice.Where(c => !char.IsControl(c)).Take(LongestNotice)) : null;

    // The copy is made by the storage service from the very version that was read.
    private static async Task KeepAsync(BlobClient from, BlobProperties properties, Release release, BlobContainerClient container, CancellationToken cancellationToken)
    {
        var to = container.GetBlobClient(release.BlobName);
        if (await to.ExistsAsync(cancellationToken))
            return;
        var metadata = new Dictionary<string, string>(properties.Metadata)
        {
            ["published"] = release.Published.ToString("yyyy-MM-dd"),
        };
        await using var content = await from.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = new() { IfMatch = properties.ETag }, BufferSize = 8 * 1024 * 1024 }, cancellationToken);
        await to.UploadAsync(content, new BlobUploadOptions { Metadata = metadata, HttpHeaders = new() { ContentType = properties.ContentType } }, cancellationToken);
    }
}
