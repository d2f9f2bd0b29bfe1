using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A file in landing that is in the folder of no feed.</summary>
/// <param name="Blob">Its name in landing, with its folders, as it may be shown.</param>
public sealed record UnroutedFile(string Blob)
{
    /// <summary>What is wrong, and what to do.</summary>
    public Finding Fault { get; } =
        Check.NoFeedFolder.Found(
            "The file is not in any feed's folder, so it is not read. The folders are "
                + $"{string.Join(", ", FeedFolders.All)}."
        );
}
