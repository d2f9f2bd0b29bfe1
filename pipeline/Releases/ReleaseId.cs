using ChildrensTrust.Pipeline.Feeds;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A release's id: the same content in the same feed is the same release, under any name and whoever drops it.</summary>
public static class ReleaseId
{
    /// <summary>Makes the id.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="sha256Hex">The SHA-256 of the content, 64 hexadecimal digits.</param>
    public static string For(Feed feed, string sha256Hex) => $"{feed.Folder()}-{sha256Hex[..32].ToLowerInvariant()}";

    /// <summary>The folder of a release's feed.</summary>
    /// <param name="id">A release's id.</param>
    public static string FolderOf(string id) => id[..Math.Max(id.LastIndexOf('-'), 0)];
}
