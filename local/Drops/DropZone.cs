using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Drops;

/// <summary>Drops files into the landing container as the data team would, and follows each until its release is
/// complete or refused.</summary>
internal sealed class DropZone(Session workplace)
{
    private const string Hash = "sha256";

    private readonly PipelineStorage _storage = workplace.Get<PipelineStorage>();
    private readonly ReleaseLedger _ledger = workplace.Get<ReleaseLedger>();
    private readonly ReferenceStore _references = workplace.Get<ReferenceStore>();
    private readonly Dictionary<string, Task> _lastOfName = new(StringComparer.Ordinal);

    /// <summary>Uploads the files in the order given, and yields what became of each in the same order.</summary>
    public async IAsyncEnumerable<DropResult> FollowAsync(
        IEnumerable<Drop> drops,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var following = new List<Task<DropResult>>();
        foreach (var drop in drops)
        {
            // A second file of the same name would take the first one's place before a function has read it.
            if (_lastOfName.TryGetValue(drop.Blob, out var earlier))
                await earlier;
            following.Add(await BeginAsync(drop, cancellationToken));
            _lastOfName[drop.Blob] = following[^1];
        }

        foreach (var each in following)
            yield return await each;
    }

    /// <summary>Completes when the file has landed; its result is the task that follows it.</summary>
    private async Task<Task<DropResult>> BeginAsync(Drop drop, CancellationToken cancellationToken)
    {
        var sha256 = await HashAsync(drop.Path, cancellationToken);
        var before = await _ledger.FindAsync(drop.Feed, ReleaseId.For(drop.Feed, sha256), cancellationToken);
        var blob = _storage.Landing.GetBlobClient(drop.Blob);
        var there = await MetadataOfSameAsync(blob, sha256, cancellationToken);
        var metadata = Metadata(drop, there);
        metadata[Hash] = sha256;

        // Where the file was refused, or the catalogue has changed since, dropping it again makes a difference.
        var catalogue = (await _references.LoadAsync(cancellationToken)).Catalogue.Hash;
        if (
            before?.Status is ReleaseStatus.Complete
            && before.Catalogue == catalogue
            && there is not null
            && metadata.Count == there.Count
            && metadata.All(each => there.TryGetValue(each.Key, out var value) && value == each.Value)
        )
            return Task.FromResult(
                new DropResult(drop, before, await FindingsAsync(before, cancellationToken), Unchanged: true)
            );

        var uploaded = await blob.UploadAsync(
            drop.Path,
            new BlobUploadOptions { Metadata = metadata },
            cancellationToken
        );
        return ResultAsync(drop, sha256, before, uploaded.Value.ETag, cancellationToken);
    }

    private async Task<DropResult> ResultAsync(
        Drop drop,
        string sha256,
        Release? before,
        ETag etag,
        CancellationToken cancellationToken
    )
    {
        await workplace.Host.DeliveredAsync(_storage.Landing.Name, drop.Blob, etag, cancellationToken);
        var release = await _ledger.FindAsync(drop.Feed, ReleaseId.For(drop.Feed, sha256), cancellationToken);
        var unchanged =
            before?.Status is ReleaseStatus.Complete
            && before.Catalogue == release?.Catalogue
            && before.Given.SequenceEqual(release.Given);
        return new DropResult(drop, release, await FindingsAsync(release, cancellationToken), unchanged);
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync(Release? release, CancellationToken cancellationToken) =>
        release is null or { FindingCount: 0, Withdrawal: null }
            ? []
            : await _ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken);

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await HashAsync(file, cancellationToken);
    }

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));

    /// <summary>What the blob's metadata say of a file.</summary>
    /// <param name="there">What they say already, of the same file. What the drop does not say stays as it is.</param>
    public static Dictionary<string, string> Metadata(Drop drop, IDictionary<string, string>? there = null)
    {
        var metadata = new Dictionary<string, string>(
            there ?? new Dictionary<string, string>(),
            StringComparer.OrdinalIgnoreCase
        );
        if (drop.Published is { } published)
            metadata["published"] = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (drop.InForce is { } inForce)
            metadata["inforce"] = inForce.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (drop.Status is { } status)
            metadata["status"] = status;
        if (drop.Notice is { } notice)
            metadata["notice"] = notice;

        if (drop.IsScopeConfirmed)
            metadata["scope"] = "confirmed";

        return metadata;
    }

    /// <summary>The metadata of the blob; null where there is none, or where it holds another file, about which they
    /// may be wrong.</summary>
    private static async Task<IDictionary<string, string>?> MetadataOfSameAsync(
        BlobClient blob,
        string sha256,
        CancellationToken cancellationToken
    )
    {
        if (!await blob.ExistsAsync(cancellationToken))
            return null;

        var there = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
        if (!there.TryGetValue(Hash, out var hash))
        {
            await using var file = await blob.OpenReadAsync(cancellationToken: cancellationToken);
            hash = await HashAsync(file, cancellationToken);
        }
        return hash == sha256 ? there : null;
    }
}
