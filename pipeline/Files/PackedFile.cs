using System.IO.Compression;
using System.IO.Hashing;
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

    /// <summary>What kind of workbook it is; null where it is an archive of files.</summary>
    public WorkbookKind? Kind { get; private set; }

    /// <summary>Lays the file down; refuses one that is too large, would become so, or is not whole.</summary>
    /// <param name="kinds">The kinds of which it may be, by its first bytes.</param>
    public static async Task<PackedFile?> SpoolAsync(
        Stream file,
        IReadOnlyList<WorkbookKind> kinds,
        FileScreening reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        var packed = new PackedFile(TemporaryFile.Create());
        try
        {
            var fault =
                await packed.FillAsync(file, kinds.Min(k => k.MaxBytes(limits)), cancellationToken)
                ?? await packed.ExamineAsync(kinds, limits, cancellationToken);
            packed.Content.Position = 0;
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

    private async Task<Finding?> ExamineAsync(
        IReadOnlyList<WorkbookKind> kinds,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        if (!await IsZipAsync(cancellationToken))
        {
            Kind = kinds[0];
            var tooLong = await MeasureAsync(limits, cancellationToken);
            Content.Position = 0;
            return tooLong ?? await Kind.FindPersonalDataAsync(Content, null, cancellationToken);
        }
        try
        {
            using var zip = new ZipArchive(Content, ZipArchiveMode.Read, leaveOpen: true);
            Kind = kinds.FirstOrDefault(k => k.Is(zip));
            var fault =
                Measured(zip, limits)
                ?? await UnpackAsync(zip, limits, cancellationToken)
                ?? PackedTexts.FindInNames(zip);
            return fault is null && Kind is not null
                ? await Kind.FindPersonalDataAsync(Content, zip, cancellationToken)
                : fault;
        }
        catch (InvalidDataException damage) when (!TemporaryFile.IsFaultOfDisk(damage))
        {
            return Check.FileNotText.Found(
                "The file looks like an archive or a workbook and cannot be opened as one; it may be cut off."
            );
        }
    }

    private async Task<bool> IsZipAsync(CancellationToken cancellationToken)
    {
        var begins = new byte[WorkbookKind.Zip.Length];
        var read = await Content.ReadAtLeastAsync(begins, begins.Length, throwOnEndOfStream: false, cancellationToken);
        Content.Position = 0;
        return begins.AsSpan(0, read).SequenceEqual(WorkbookKind.Zip);
    }

    private async Task<Finding?> MeasureAsync(Limits limits, CancellationToken cancellationToken)
    {
        if (Kind!.Measure(limits) is not { } measure)
            return null;
        measure.NextPart("content.xml");
        var buffer = new byte[1 << 16];
        for (int read; (read = await Content.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (measure.Add(buffer.AsSpan(0, read)) is { } fault)
                return fault;
        }
        return null;
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
        var measure = Kind?.Measure(limits);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            var (length, checksum) = (0L, new Crc32());
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
                checksum.Append(buffer.AsSpan(0, read));
                if (measure?.Add(buffer.AsSpan(0, read)) is { } fault)
                    return fault;
            }
            if (length != entry.Length || checksum.GetCurrentHashAsUInt32() != entry.Crc32)
                return Check.FileDamaged.Found(
                    "What is inside the file does not have the size or the checksum that the file states."
                );
        }
        return null;
    }
}
