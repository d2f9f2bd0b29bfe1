using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Local.Publishing;

/// <summary>A folder of this machine.</summary>
public sealed class FolderTarget(string folder) : IPublishTarget
{
    /// <inheritdoc />
    public string Name => folder;

    /// <inheritdoc />
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        Task.FromResult(!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any());

    /// <inheritdoc />
    public async Task<BinaryData?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(At(path)) ? BinaryData.FromBytes(await File.ReadAllBytesAsync(At(path), cancellationToken)) : null;

    /// <inheritdoc />
    public async Task WriteAsync(Page page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);

        var path = At(page.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written aside first: whoever reads the file never sees half of it.
        await File.WriteAllBytesAsync(path + ".part", page.Body, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <inheritdoc />
    public Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(At(path)))
            File.Delete(At(path));
        return Task.CompletedTask;
    }

    private string At(string path) => Path.Combine(folder, path);
}
