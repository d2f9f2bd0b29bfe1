using System.IO.Compression;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Formats.Fingertips;
using ChildrensTrust.Pipeline.Formats.Lait;
using ChildrensTrust.Pipeline.Formats.Neighbours;
using ChildrensTrust.Pipeline.Formats.Nhs;
using ChildrensTrust.Pipeline.Formats.Ons;
using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.PersonalData;
using ChildrensTrust.Pipeline.Tables;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// Reads any file that a feed may bring: text, workbook, or one file in an archive. Tells its format by its header,
/// wherever in the first rows that stands, and hands it to the reader of that format.
/// </summary>
public static class FeedReader
{
    /// <summary>Every reader, in the order in which they are asked.</summary>
    public static IReadOnlyList<IReleaseReader> Readers { get; } =
    [
        new EesMetaReader(),
        new EesReader(),
        new FingertipsReader(),
        new LaitReader(),
        new LaitWideReader(),
        new LaitStatisticsReader(),
        new NeighbourModelReader(),
        new NeighbourColumnsReader(),
        new LocalReturnReader(),
        new KeyActionReader(),
        new OnsReader(),
        new NhsBreastfeedingReader(),
        new NhsMeasurementReader(),
    ];

    /// <summary>The formats that the catalogue's sources may name.</summary>
    public static IReadOnlyList<SourceFormat> SourceFormats { get; } =
    [.. Readers.Select(reader => reader.Source).OfType<SourceFormat>()];

    /// <summary>Reads a file once, from its first byte to its last.</summary>
    /// <param name="name">Its name as dropped, without folders.</param>
    /// <param name="feed">The feed into whose folder it was dropped; null where that is not known.</param>
    /// <param name="reference">The catalogue and the areas to read it by.</param>
    /// <param name="limits">How large it may be; null for the usual limits.</param>
    /// <param name="published">When it was published, or arrived where that is not known; null where neither
    /// is.</param>
    /// <param name="readers">The readers that are asked; null for all.</param>
    public static async Task<FileReading> ReadAsync(
        Stream file,
        string name,
        Feed? feed,
        Reference reference,
        CancellationToken cancellationToken,
        Limits? limits = null,
        DateOnly? published = null,
        IReadOnlyList<IReleaseReader>? readers = null
    )
    {
        var reading = new FileReading(reference, name) { Published = published, Readers = readers ?? Readers };
        var (head, whole) = await FileHead.ReadAsync(file, cancellationToken);
        if (head.Fault is not null)
            reading.Refuse(head.Fault);
        else
            await ReadFileAsync(whole, head, feed, reading, limits ?? new(), cancellationToken);
        if (reading.Format == FileReading.Unknown && !reading.Refused)
            reading.Refuse(NearestFormat.Finding(reading.Nearest, reading.FirstRow));
        if (reading.Rows.Read == 0 && !reading.Refused)
            reading.Refuse(Check.NoRows.Found("The file has no rows below its header."));
        if (
            reading.Rows is { Accepted: 0, Rejected: 0 }
            && reading.Rows.Skipped.ContainsKey(UnknownArea.OtherKind)
            && reading.Findings.Count(Check.NothingKnown) == 0
        )
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "No row of an indicator of the catalogue is of an area in the register of areas."
                )
            );
        if (reading.HoldsPersonalData)
            reading.Findings.KeepOnly(Check.PersonalData);
        // A reader that stops early leaves bytes unread; the file's hash needs them all.
        await whole.CopyToAsync(Stream.Null, cancellationToken);
        return reading;
    }

    private static async Task ReadFileAsync(
        Stream file,
        FileHead head,
        Feed? feed,
        FileReading reading,
        Limits limits,
        CancellationToken cancellationToken,
        bool inArchive = false
    )
    {
        if (head.Kind == FileKind.Text)
        {
            await ReadTableAsync(
                new LimitedStream(file, limits.TextBytes),
                "",
                head,
                feed,
                reading,
                limits,
                cancellationToken
            );
            return;
        }
        if (await PackedFile.SpoolAsync(file, head.Kind, reading, limits, cancellationToken) is not { } packed)
            return;
        await using (packed)
        {
            if (packed.IsArchive)
            {
                await ReadArchiveAsync(packed, feed, reading, limits, inArchive, cancellationToken);
                return;
            }
            if (packed.HasErrorCells)
                reading.Findings.Add(
                    Check.WorkbookErrors.Found(
                        "A cell of the workbook holds an error such as #N/A or #REF!, and is read as empty."
                    )
                );
            var sheet = new FileHead(FileKind.Text, ',', null, null);
            await Workbook.ReadSheetsAsync(
                packed.Content,
                reading,
                limits,
                async (name, sheets, rows) =>
                {
                    if (PersonalDataKind.Found(PersonalDataInText.InName(name), "the name of a sheet") is { } personal)
                        reading.Refuse(personal);
                    else
                        await ReadTableAsync(
                            rows,
                            sheets > 1 ? $"{name}!" : "",
                            sheet,
                            feed,
                            reading,
                            limits,
                            cancellationToken,
                            workbook: true
                        );
                },
                cancellationToken
            );
        }
    }

    // An archive that is not a workbook must hold one file, as publishers' downloads of one data set do.
    private static async Task ReadArchiveAsync(
        PackedFile packed,
        Feed? feed,
        FileReading reading,
        Limits limits,
        bool inArchive,
        CancellationToken cancellationToken
    )
    {
        using var zip = new ZipArchive(packed.Content, ZipArchiveMode.Read, leaveOpen: true);
        var files = zip.Entries.Where(PackedFile.IsFile).ToList();
        if (inArchive || files.Count != 1)
            reading.Refuse(
                Check.ArchiveOfMany.Found(
                    inArchive ? "The archive holds another archive." : $"The archive holds {files.Count} files."
                )
            );
        // The files of one that is refused are kept with it, so they are looked at for personal data.
        foreach (var file in inArchive ? [] : files)
        {
            await using var inner = await file.OpenAsync(cancellationToken);
            var (head, whole) = await FileHead.ReadAsync(inner, cancellationToken);
            if (head.Fault is null)
                await ReadFileAsync(whole, head, feed, reading, limits, cancellationToken, inArchive: true);
            else if (!reading.Refused)
                reading.Refuse(head.Fault);
            if (reading.HoldsPersonalData)
                return;
        }
    }

    private static async Task ReadTableAsync(
        Stream table,
        string sheet,
        FileHead head,
        Feed? feed,
        FileReading reading,
        Limits limits,
        CancellationToken cancellationToken,
        bool workbook = false
    )
    {
        CsvRows? rows = null;
        var options = new CsvReaderOptions
        {
            Separator = head.Separator,
            Encoding = head.Encoding,
            HasHeader = false,
            // The reader counts the line break too, and looks only at a record that is not whole in its buffer; CsvRows
            // looks at each.
            MaxRecordSize = limits.RecordBytes + 2,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
            OnMalformedRecord = _ => rows?.Malformed(),
        };
        await using var csv = CsvReader.Create(table, options, leaveOpen: true);
        rows = new CsvRows(csv, sheet, reading, limits) { IsWorkbook = workbook };
        reading.Separator = head.Separator;
        try
        {
            var reader = await FindHeaderAsync(rows, reading, limits, cancellationToken);
            if (rows.Tripwire.Finding is null && !reading.Refused && reader is not null)
            {
                await ReadRowsAsync(reader, rows, feed, reading, limits, cancellationToken);
                if (table is LimitedStream { EndsWithLineBreak: false } && !reading.Refused)
                    rows.EndsOpen();
            }
            // What is refused for another reason is kept where whoever drops files reads it, so the rest of it is
            // looked at too.
            if (rows.Tripwire.Finding is null && (reader is null || reading.Refused))
                await rows.WatchRestAsync(limits.Rows, cancellationToken);
        }
        catch (CsvFormatException)
        {
            // The message may hold what the file holds; the finding does not.
            rows.RefuseLongRecord(rows.Row + 1);
        }
        catch (TextTooLongException)
        {
            reading.Refuse(Check.FileTooLarge.Found($"The text is longer than {Limits.Words(limits.TextBytes)}."));
        }
        if (rows.Tripwire.Finding is { } personal)
            reading.Refuse(personal);
    }

    private static async Task<IReleaseReader?> FindHeaderAsync(
        CsvRows rows,
        FileReading reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        for (var above = 0; above <= limits.RowsAboveHeader && await rows.NextHeaderAsync(cancellationToken); above++)
        {
            if (reading.FirstRow.Count == 0)
                reading.FirstRow = rows.Header.Names;
            if (rows.Header.Count > limits.Columns)
            {
                rows.Tripwire.CheckPossibleHeader(rows.Header.Names, above == 0);
                rows.Watch();
                reading.Refuse(Check.FileTooLarge.Found($"The table has more than {limits.Columns} columns."));
                return null;
            }
            if (reading.Readers.FirstOrDefault(r => r.Recognises(rows.Header, reading)) is { } reader)
            {
                rows.Tripwire.Header(rows.Header.Names);
                if (reader.HasOwnTexts)
                    rows.Tripwire.OwnTexts();
                return reader;
            }
            rows.Tripwire.CheckPossibleHeader(rows.Header.Names, above == 0);
            rows.Watch();
            reading.Nearest = NearestFormat.Nearer(reading.Nearest, rows.Header);
        }
        return null;
    }

    private static async Task ReadRowsAsync(
        IReleaseReader reader,
        CsvRows rows,
        Feed? feed,
        FileReading reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        reading.Format = reader.Format;
        reading.Header = rows.Header.Names;
        rows.AllowRagged = reader.AllowsRaggedRows;
        reading.At = rows;
        if (rows.Header.Repeated.Count > 0 && !reader.AllowsRepeatedNames)
        {
            reading.Refuse(
                Check.HeaderRepeated.Found($"The header has more than one column named {Listed(rows.Header.Repeated)}.")
            );
            return;
        }
        if (feed is { } other && reader.OnlyInItsFeeds && !reader.Feeds.Contains(other))
        {
            reading.Refuse(
                Check.FeedWrong.Found(
                    $"A file of this kind is only taken from landing/{reader.Feeds[0].Folder()}, not from "
                        + $"landing/{other.Folder()}."
                )
            );
            return;
        }
        if (feed is { } folder && !reader.Feeds.Contains(folder))
            reading.Findings.Add(
                Check.FeedUnexpected.Found(
                    $"A file of this kind belongs in landing/{reader.Feeds[0].Folder()}, not in "
                        + $"landing/{folder.Folder()}."
                )
            );
        await reader.ReadAsync(rows, reading, cancellationToken);
    }

    internal static string Listed(IEnumerable<string> names)
    {
        var shown = names.Take(41).Select(n => n.Length <= 60 ? n : n[..60] + "…").ToList();
        return shown.Count <= 40 ? string.Join(", ", shown) : string.Join(", ", shown.Take(40)) + " and more";
    }
}
