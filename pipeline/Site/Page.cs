using System.Security.Cryptography;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One answer of the site: what a browser, a program or a file receives.</summary>
/// <param name="Path">Its address beneath the site's root, without a slash in front.</param>
public sealed record Page(string Path, string ContentType, BinaryData Body)
{
    /// <summary>Whether there is such a page; a page that says there is none is one too.</summary>
    public bool IsFound { get; init; } = true;

    /// <summary>Whether it never changes, as the files of a version of a snapshot never do.</summary>
    public bool IsLasting { get; init; }

    /// <summary>The strong ETag, with its quotation marks: the same bytes have the same one, on any machine.</summary>
    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Body))[..32]}\"";
}
