using System.IO.Compression;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>A workbook or an archive, laid down in a temporary file that goes with it, and measured before anything of it is unpacked.</summary>
internal sealed class PackedFile : IAsyncDisposable
{
    private PackedFile(FileStream content) => Content = content;

    /// <summary>The file, from its first byte.</summary>
    public FileStream Content { get; }

    /// <summary>Lays the file down; refuses one that is too large or would become so.</summary>
    public static async Task<PackedFile?> LayDownAsync(Stream file, FileKind kind, Reading reading, Limits limits, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        var packed = new PackedFile(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous));
        var buffer = new byte[1 << 16];
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (packed.Content.Length + read > limits.PackedBytes)
                return await RefuseAsync(packed, reading, Check.FileTooLarge.Found($"The file is larger than {limits.PackedBytes >> 20} MiB."));
            await packed.Content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        packed.Content.Position = 0;
        return kind == FileKind.Zip && Fault(packed.Content, limits) is { } fault ? await RefuseAsync(packed, reading, fault) : packed;
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task<PackedFile?> RefuseAsync(PackedFile packed, Reading reading, Finding why)
    {
        reading.Refuse(why);
        await packed.DisposeAsync();
        return null;
    }

    // The sizes that an archive states are held against the bytes that really come out, by ZipArchive itself.
    private static Finding? Fault(FileStream content, Limits limits)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > limits.PackedEntries)
                return Check.FileTooLarge.Found($"The file has more than {limits.PackedEntries} files inside.");
            var unpacked = zip.Entries.Sum(e => e.Length);
            if (unpacked > limits.UnpackedBytes || zip.Entries.Any(e => e.Length > 1 << 20 && e.Length / Math.Max(1, e.CompressedLength) > limits.UnpackedRatio))
                return Check.FileTooLarge.Found("The file would become too large when it is unpacked.");
            return null;
        }
        catch (InvalidDataException)
        {
            return Check.FileNotText.Found("The file looks like an archive or a workbook and cannot be opened as one; it may be cut off.");
        }
        finally
        {
            content.Position = 0;
        }
    }
}
