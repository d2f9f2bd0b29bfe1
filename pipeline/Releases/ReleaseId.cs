using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A release's id: the same content in the same feed is the same release, under any name and whoever drops
/// it.</summary>
public static class ReleaseId
{
    private const int DigitsOfContent = 32;

    /// <summary>Makes the id.</summary>
    /// <param name="sha256Hex">The SHA-256 of the content, 64 hexadecimal digits.</param>
    public static string For(Feed feed, string sha256Hex) =>
        $"{feed.Folder()}-{sha256Hex[..DigitsOfContent].ToLowerInvariant()}";

    /// <summary>The folder of a release's feed.</summary>
    public static string FolderOf(string id) => id[..Math.Max(id.LastIndexOf('-'), 0)];

    /// <summary>The ids that a content has or would have, one for each feed.</summary>
    /// <param name="content">The SHA-256 of the content in hexadecimal, or as much of it as an id holds.</param>
    internal static IEnumerable<(Feed Feed, string Id)> UnderEveryFeed(string content) =>
        Enum.GetValues<Feed>().Select(feed => (feed, For(feed, content)));

    /// <summary>The part of an id that its content makes, which the same file has under every feed.</summary>
    internal static string ContentOf(string id) => id[(id.LastIndexOf('-') + 1)..];

    /// <summary>Whether a text has the form of an id.</summary>
    internal static bool IsOne(string text) =>
        FeedFolders.All.Contains(FolderOf(text))
        && ContentOf(text) is { Length: DigitsOfContent } content
        && content.All(char.IsAsciiHexDigitLower);

    /// <summary>What is found in a file that counts already under another feed.</summary>
    /// <param name="file">The name under which it counts.</param>
    internal static Finding AlreadyReceived(string id, string file) =>
        Check.AlreadyReceived.Found(
            $"The same content was received as {file} (release {id}), in the folder {FolderOf(id)}."
        );
}
