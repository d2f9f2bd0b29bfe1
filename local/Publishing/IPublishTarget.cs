using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Local.Publishing;

/// <summary>Where a site is published to: a folder, or a container of a storage account.</summary>
public interface IPublishTarget
{
    /// <summary>What it is called in a sentence.</summary>
    string Name { get; }

    /// <summary>Whether anything lies there.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Reads a file; null where there is none.</summary>
    Task<BinaryData?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a page, whole or not at all.</summary>
    Task WriteAsync(Page page, CancellationToken cancellationToken);

    /// <summary>Takes a file away, where it is there.</summary>
    Task DeleteAsync(string path, CancellationToken cancellationToken);
}
