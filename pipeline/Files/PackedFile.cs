using System.IO.Compression;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A workbook or an archive, laid down in a temporary file that goes with it, and measured before anything of
/// it is used.</summary>
internal sealed class PackedFile : IAsyncDisposable
{
    private const int Small = 1 << 20;

    private PackedFile(FileStream content) => Content = content;

    /// <summary>The file, from its first byte.</summary>
    public FileStream Content { get; }

    /// <summary>Whether it is an archive of files and not a workbook.</summary>
    public bool IsArchive { get; private set; }

    /// <summary>Whether it is a workbook of today with a cell that holds an error such as #N/A.</summary>
    public bool HasErrorCells { get; private set; }

    /// <summary>Lays the file down; refuses one that is too large, would become so, or is not whole.</summary>
    public static async Task<PackedFile?> SpoolAsync(
        Stream file,
        FileKind kind,
        FileScreening reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        var packed = new PackedFile(TemporaryFile.Create());
        try
        {
            var fault = await packed.FillAsync(
                file,
                kind == FileKind.Zip ? limits.PackedBytes : limits.OldWorkbookBytes,
                cancellationToken
            );
            if (fault is null)
                fault =
                    kind == FileKind.Zip
                        ? await packed.ExamineAsync(limits, cancellationToken)
                        : await packed.ExamineOldAsync(cancellationToken);
            if (fault is null)
                return packed;
            reading.Refuse(fault);
        }
        catch
        {
            await packed.DisposeAsync();
            throw;
        }
        await packed.DisposeAsync();
        return null;
    }

    /// <summary>Whether an entry of an archive is a file of its own, and no folder nor what a Mac keeps beside a
    /// file.</summary>
    public static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private async Task<Finding?> FillAsync(Stream file, long most, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (Content.Length + read > most)
                return Check.FileTooLarge.Found($"The file is larger than {Limits.Words(most)}.");
            await Content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        Content.Position = 0;
        return null;
    }

    private async Task<Finding?> ExamineAsync(Limits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(Content, ZipArchiveMode.Read, leaveOpen: true);
            IsArchive = zip.GetEntry("[Content_Types].xml") is null;
            return Measured(zip, limits)
                ?? await UnpackAsync(zip, limits, cancellationToken)
                ?? await PackedTexts.FindAsync(zip, !IsArchive, cancellationToken);
        }
        catch (InvalidDataException fault) when (!TemporaryFile.IsFaultOfDisk(fault))
        {
            return Check.FileNotText.Found(
                "The file looks like an archive or a workbook and cannot be opened as one; it may be cut off."
            );
        }
        finally
        {
            Content.Position = 0;
        }
    }

    private async Task<Finding?> ExamineOldAsync(CancellationToken cancellationToken)
    {
        var finding = await PackedTexts.FindAsync(Content, cancellationToken);
        Content.Position = 0;
        return finding;
    }

    // By the sizes that the archive states; nothing is unpacked yet.
    private static Finding? Measured(ZipArchive zip, Limits limits)
    {
        if (zip.Entries.Count > limits.PackedEntries)
            return Check.FileTooLarge.Found($"The file has more than {limits.PackedEntries} files inside.");
        if (zip.Entries.Any(e => e.IsEncrypted))
            return Check.FileProtected.Found("The archive is protected by a password.");
        var left = limits.UnpackedBytes;
        foreach (var entry in zip.Entries)
        {
            if (
                entry.Length > left
                || (
                    entry.Length > Small
                    && entry.Length / limits.UnpackedRatio is var least
                    && (
                        least > entry.CompressedLength
                        || (least == entry.CompressedLength && entry.Length % limits.UnpackedRatio > 0)
                    )
                )
            )
                return Check.FileTooLarge.Found("The file would become too large when it is unpacked.");
            left -= entry.Length;
        }
        return null;
    }

    // ZipArchive gives no more bytes than an entry states and does not look at its checksum: a size that lies would
    // lose rows without a word.
    private async Task<Finding?> UnpackAsync(ZipArchive zip, Limits limits, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var measure = IsArchive ? null : new WorkbookMeasure(limits);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            var (length, checksum) = (0L, new Crc32());
            var errors = entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                ? new ErrorCellSearch()
                : null;
            measure?.NextPart(entry.FullName);
            for (
                int read;
                (
                    read = await content.ReadAtLeastAsync(
                        buffer,
                        buffer.Length,
                        throwOnEndOfStream: false,
                        cancellationToken
                    )
                ) > 0;
                length += read
            )
            {
                checksum.Add(buffer.AsSpan(0, read));
                errors?.Add(buffer.AsSpan(0, read));
                if (measure?.Add(buffer.AsSpan(0, read)) is { } fault)
                    return fault;
            }
            HasErrorCells |= errors?.Found == true;
            if (length != entry.Length || checksum.Value != entry.Crc32)
                return Check.FileDamaged.Found(
                    "What is inside the file does not have the size or the checksum that the file states."
                );
        }
        return null;
    }
}
