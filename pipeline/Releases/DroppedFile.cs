using System.Security.Cryptography;
using System.Text;
using Azure;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>One state of one blob in landing, and what became of it.</summary>
/// <param name="Feed">The feed in whose folder it lies.</param>
/// <param name="Blob">Its name in landing, with its folders.</param>
/// <param name="ETag">Which state of the blob: a file that is dropped again has another.</param>
public sealed record DroppedFile(Feed Feed, string Blob, ETag ETag)
{
    /// <summary>Which state of the blob. A listing gives an ETag without its quotation marks and everything else with
    /// them: here they are always.</summary>
    public ETag ETag { get; } = new(ETag.ToString("H"));

    /// <summary>Its name as it may be shown and logged.</summary>
    public string ShownBlob => ShownName.Of(Blob);

    /// <summary>Its key in the ledger, which knows it even where the ledger may not keep its name.</summary>
    internal string Key { get; init; } = KeyOf(Blob, new(ETag.ToString("H")));

    /// <summary>The release it was taken in as, complete or in quarantine; null where it was not taken in.</summary>
    public string? Release { get; init; }

    /// <summary>Why it was not taken in, and what to do; null where it was.</summary>
    public Finding? Fault { get; init; }

    /// <summary>When it failed last; null where it was taken in.</summary>
    public DateTimeOffset? Failed { get; init; }

    /// <summary>Finds the feed of a blob in landing: that of its first folder.</summary>
    /// <returns>The file; null where it is in the folder of no feed.</returns>
    public static DroppedFile? In(string blob, ETag etag) =>
        blob.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && slash < blob.Length - 1
        && FeedFolders.TryParse(blob[..slash], out var feed)
            ? new(feed, blob, etag)
            : null;

    // A blob's name may be longer than a key.
    private static string KeyOf(string blob, ETag etag) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{etag}\n{blob}")));

    /// <summary>Whether its name keeps it there: storage lists a name such as national/../../config/x as it is, and an
    /// address made of it is that of another blob.</summary>
    public bool StaysInItsFolder => !Blob.Split('/').Any(part => part is "." or "..");
}
