using System.IO.Compression;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Screening;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// Reads any file that a feed may bring: text, workbook, or one file in an archive. Tells its format by its header, wherever
/// in the first rows that stands, and hands it to the reader of that format.
/// </summary>
public static class FeedReader
{
    /// <summary>Every reader, in the order in which they are asked.</summary>
    public static IReadOnlyList<IReleaseReader> Readers { get; } =
    [
        new EesMetaReader(), new EesReader(), new FingertipsReader(), new LaitReader(), new NeighbourModelReader(), new LocalReturnReader(), new KeyActionReader(),
    ];

    /// <summary>Reads a file once, from its first byte to its last.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name as dropped, without folders.</param>
    /// <param name="feed">The feed into whose folder it was dropped; null where that is not known.</param>
    /// <param name="reference">The catalogue and the areas to read it by.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="limits">How large it may be; null for the usual limits.</param>
    public static async Task<Reading> ReadAsync(Stream file, string name, Feed? feed, Reference reference, CancellationToken cancellationToken, Limits? limits = null)
    {
        var reading = new Reading(reference, name);
        var (head, whole) = await FileHead.ReadAsync(file, cancellationToken);
        if (head.Fault is not null)
            reading.Refuse(head.Fault);
        else
            await ReadFileAsync(whole, head, feed, reading, limits ?? new(), cancellationToken);
        if (reading.Format == Reading.Unknown && !reading.Refused)
            reading.Refuse(Check.FormatUnknown.Found($"No feed has this header: {Listed(reading.FirstRow)}."));
        if (reading.Rows.Read == 0 && !reading.Refused)
            reading.Refuse(Check.NoRows.Found("The file has no rows below its header."));
        // A reader that stops early leaves bytes unread; the file's hash needs them all.
        await whole.CopyToAsync(Stream.Null, cancellationToken);
        return reading;
    }

    private static async Task ReadFileAsync(Stream file, FileHead head, Feed? feed, Reading reading, Limits limits, CancellationToken cancellationToken)
    {
        if (head.Kind == FileKind.Text)
        {
            await ReadTableAsync(file, "", head, feed, reading, limits, cancellationToken);
            return;
        }
        if (await PackedFile.LayDownAsync(file, head.Kind, reading, limits, cancellationToken) is not { } packed)
            return;
        await using (packed)
        {
            if (head.Kind == FileKind.Zip && await SingleFileAsync(packed.Content, feed, reading, limits, cancellationToken))
                return;
            var sheet = head with { Kind = FileKind.Text };
            await Workbook.ReadSheetsAsync(
                packed.Content, reading, limits,
                (name, sheets, rows) => ReadTableAsync(rows, sheets > 1 ? $"{name}!" : "", sheet, feed, reading, limits, cancellationToken), cancellationToken);
        }
    }

    // An archive that is not a workbook must hold one file, as publishers' downloads of one data set do.
    private static async Task<bool> SingleFileAsync(Stream content, Feed? feed, Reading reading, Limits limits, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("[Content_Types].xml") is not null)
        {
            content.Position = 0;
            return false;
        }
        var files = zip.Entries.Where(e => e.Name.Length > 0).ToList();
        if (files.Count != 1)
        {
            reading.Refuse(Check.ArchiveOfMany.Found($"The archive holds {files.Count} files."));
            return true;
        }
        await using var inner = await files[0].OpenAsync(cancellationToken);
        var (head, whole) = await FileHead.ReadAsync(inner, cancellationToken);
        if (head.Fault is not null)
            reading.Refuse(head.Fault);
        else if (head.Kind == FileKind.Zip)
            reading.Refuse(Check.ArchiveOfMany.Found("The archive holds a workbook or another archive."));
        else
            await ReadFileAsync(whole, head, feed, reading, limits, cancellationToken);
        return true;
    }

    private static async Task ReadTableAsync(Stream table, string sheet, FileHead head, Feed? feed, Reading reading, Limits limits, CancellationToken cancellationToken)
    {
        CsvRows? rows = null;
        var options = new CsvReaderOptions
        {
            Separator = head.Separator,
            Encoding = head.Encoding,
            HasHeader = false,
            MaxRecordSize = limits.RecordBytes,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
            OnMalformedRecord = _ => rows?.Malformed(),
        };
        await using var csv = CsvReader.Create(table, options, leaveOpen: true);
        rows = new CsvRows(csv, sheet, reading, limits);
        try
        {
            if (await FindHeaderAsync(rows, reading, limits, cancellationToken) is { } reader)
                await ReadRowsAsync(reader, rows, feed, reading, cancellationToken);
        }
        catch (CsvFormatException)
        {
            // The message may hold what the file holds; the finding does not.
            reading.Refuse(Check.QuoteFault.Found($"A record is longer than {limits.RecordBytes / 1024} KiB: a quotation mark is opened and not closed, or the file is not a table.", rows.Row + 1));
        }
    }

    private static async Task<IReleaseReader?> FindHeaderAsync(CsvRows rows, Reading reading, Limits limits, CancellationToken cancellationToken)
    {
        for (var above = 0; above <= limits.RowsAboveHeader && await rows.NextHeaderAsync(cancellationToken); above++)
        {
            if (reading.FirstRow.Count == 0)
                reading.FirstRow = rows.Header.Names;
            if (rows.Header.Count > limits.Columns)
            {
                reading.Refuse(Check.FileTooLarge.Found($"The table has more than {limits.Columns} columns."));
                return null;
            }
            if (Readers.FirstOrDefault(r => r.Recognises(rows.Header)) is { } reader)
                return reader;
        }
        return null;
    }

    private static async Task ReadRowsAsync(IReleaseReader reader, CsvRows rows, Feed? feed, Reading reading, CancellationToken cancellationToken)
    {
        reading.Format = reader.Format;
        rows.AllowRagged = reader.AllowsRaggedRows;
        reading.At = rows;
        if (rows.Header.Repeated.Count > 0 && !reader.AllowsRepeatedNames)
        {
            reading.Refuse(Check.HeaderRepeated.Found($"The header has more than one column named {Listed(rows.Header.Repeated)}."));
            return;
        }
        if (feed is { } folder && !reader.Feeds.Contains(folder))
            reading.Findings.Add(Check.FeedUnexpected.Found($"A file of this kind belongs in landing/{reader.Feeds[0].Folder()}, not in landing/{folder.Folder()}."));
        await reader.ReadAsync(rows, reading, cancellationToken);
    }

    internal static string Listed(IEnumerable<string> names)
    {
        var shown = names.Take(41).Select(n => n.Length <= 60 ? n : n[..60] + "…").ToList();
        return shown.Count <= 40 ? string.Join(", ", shown) : string.Join(", ", shown.Take(40)) + " and more";
    }
}
