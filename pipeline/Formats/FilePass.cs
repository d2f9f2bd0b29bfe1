using System.IO.Compression;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.PersonalData;
using ChildrensTrust.Pipeline.Tables;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>One pass over a file: opens what is packed, finds the header of each table, and hands the table to the
/// reader of its format.</summary>
/// <param name="feed">The feed into whose folder the file was dropped; null where that is not known.</param>
internal sealed class FilePass(Feed? feed, FileReading reading, Limits limits)
{
    /// <summary>Reads the file.</summary>
    /// <param name="inArchive">Whether it is the file in an archive, which may not be another archive.</param>
    public async Task ReadAsync(Stream file, FileHead head, bool inArchive, CancellationToken cancellationToken)
    {
        if (head.Kinds.Count == 0)
        {
            await ReadTableAsync(new LimitedStream(file, limits.TextBytes), "", head, false, cancellationToken);
            return;
        }
        if (await PackedFile.SpoolAsync(file, head.Kinds, reading, limits, cancellationToken) is not { } packed)
            return;
        await using (packed)
        {
            if (packed.Kind is { } kind)
                await kind.ReadSheetsAsync(packed.Content, reading, limits, ReadSheetAsync, cancellationToken);
            else
                await ReadArchiveAsync(packed, inArchive, cancellationToken);
        }

        reading.Sheets.Report(reading.Findings);

        async Task ReadSheetAsync(SheetText sheet)
        {
            if (PersonalDataKind.Found(PersonalDataInText.InName(sheet.Name), "the name of a sheet") is { } personal)
            {
                reading.Refuse(personal);
                return;
            }
            var (rows, accepted, titles) = (reading.Rows.Read, reading.Rows.Accepted, reading.Titles.Count);
            var prefix = sheet.Of > 1 ? $"{sheet.Name}!" : "";
            reading.SheetName = sheet.Name;
            await using var rowsOfSheet =
                sheet.IsHidden || sheet.Merged.Count == 0
                    ? sheet.Rows
                    : await MergedRows.WrittenOutAsync(sheet, reading, limits, cancellationToken);
            var reader = await ReadTableAsync(rowsOfSheet, prefix, null, sheet.IsHidden, cancellationToken);
            if (reading.Rows.Accepted > accepted)
                reading.Titles.Add(sheet.Name);
            // If nothing in a sheet is used, its titles say nothing about the other sheets.
            else if (sheet.Of > 1 && reading.Titles.Count > titles)
                reading.Titles.RemoveRange(titles, reading.Titles.Count - titles);
            if (sheet.Remarks.PersonalData is { } inFormula)
                reading.Refuse(inFormula);
            reading.Sheets.Add(sheet, reader?.Format, reading.Rows.Read - rows);
            if (reader is not null)
                sheet.Remarks.Report(reading.Findings, sheet.Of > 1 ? $" of the sheet {sheet.Name}" : "");
        }
    }

    // An archive that is not a workbook holds one data file, as publishers' downloads of one data set do, with its
    // companion and texts that say how to use it.
    private async Task ReadArchiveAsync(PackedFile packed, bool inArchive, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(packed.Content, ZipArchiveMode.Read, leaveOpen: true);
        var archive = ArchiveFiles.Of(zip);
        if (inArchive || archive.Data.Count != 1)
            reading.Refuse(
                Check.ArchiveOfMany.Found(
                    inArchive ? "The archive holds another archive."
                    : archive.Data.Count == 0 ? "The archive holds no data file."
                    : $"The archive holds {archive.Data.Count} data files."
                )
            );
        if (inArchive)
            return;
        // The files of one that is refused are kept with it, so they are looked at for personal data.
        foreach (var file in archive.LeftOut)
        {
            await using var inner = await file.OpenAsync(cancellationToken);
            if (await PackedTexts.FindInLeftOutAsync(inner, cancellationToken) is { } personal)
            {
                reading.Refuse(personal);
                return;
            }
        }
        foreach (var file in archive.Companions)
            await ReadCompanionAsync(file, cancellationToken);
        foreach (var file in archive.Data)
        {
            if (reading.HoldsPersonalData)
                return;
            reading.InnerFile = file.Name;
            await using var inner = await file.OpenAsync(cancellationToken);
            var (head, whole) = await FileHead.ReadAsync(inner, cancellationToken);
            if (head.Fault is null)
                await ReadAsync(whole, head, inArchive: true, cancellationToken);
            else if (!reading.Refused)
                reading.Refuse(head.Fault);
        }
        if (archive.LeftOut.Count > 0 && !reading.Refused)
            reading.Findings.Add(
                Check.ArchiveLeftOut.Found(
                    $"Beside the data the archive has {FeedReader.Listed(archive.LeftOut.Select(f => f.Name))}, which "
                        + "was not read."
                )
            );
    }

    // The companion is a file of its own: what is found in it does not refuse the data, unless it is about individuals.
    private async Task ReadCompanionAsync(ZipArchiveEntry file, CancellationToken cancellationToken)
    {
        var companion = new FileReading(reading.Reference, file.Name) { Readers = reading.Readers };
        await using var inner = await file.OpenAsync(cancellationToken);
        var (head, whole) = await FileHead.ReadAsync(inner, cancellationToken);
        if (head is { Fault: null, Kinds.Count: 0 })
            await new FilePass(null, companion, limits).ReadAsync(whole, head, inArchive: true, cancellationToken);
        foreach (var finding in companion.Findings.ToList())
        {
            if (companion.HoldsPersonalData)
                reading.Refuse(finding);
            else
                reading.Findings.Add(finding);
        }
        reading.Companion ??= companion.Meta;
    }

    // A sheet of a workbook has no head: it is written as CSV here. A hidden one is only looked at for personal data.
    private async Task<IReleaseReader?> ReadTableAsync(
        Stream table,
        string sheet,
        FileHead? head,
        bool isHidden,
        CancellationToken cancellationToken
    )
    {
        CsvRows? rows = null;
        IReleaseReader? reader = null;
        var options = new CsvReaderOptions
        {
            Separator = head?.Separator ?? ',',
            Encoding = head?.Encoding,
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
        rows = new CsvRows(csv, sheet, reading, limits) { IsWorkbook = head is null };
        rows.Tripwire.People = new();
        reading.Separator = head?.Separator ?? ',';
        try
        {
            reader = isHidden ? null : await FindHeaderAsync(rows, cancellationToken);
            if (rows.Tripwire.Finding is null && !reading.Refused && reader is not null)
            {
                await ReadRowsAsync(reader, rows, cancellationToken);
                if (table is LimitedStream { EndsWithLineBreak: false } && !reading.Refused)
                    rows.EndsOpen();
            }
            // What is refused for another reason is kept where whoever drops files reads it, so the rest of it is
            // looked at too.
            if (rows.Tripwire.Finding is null && (reader is null || reading.Refused))
                await rows.WatchRestAsync(cancellationToken);
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
        reading.ListsPeople |= rows.Tripwire.People is { IsList: true };
        rows.ReportMarks();
        return reader;
    }

    private async Task<IReleaseReader?> FindHeaderAsync(CsvRows rows, CancellationToken cancellationToken)
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
                rows.Tripwire.People = null;
                if (reader.HasOwnTexts)
                    rows.Tripwire.OwnTexts();
                return reader;
            }
            rows.Tripwire.CheckPossibleHeader(rows.Header.Names, above == 0);
            rows.Watch();
            if (!reading.Refused && OwnReport.Find(rows.Header) is { } ours)
                reading.Refuse(ours);
            reading.Nearest = NearestFormat.Nearer(reading.Nearest, rows.Header);
        }
        return null;
    }

    private async Task ReadRowsAsync(IReleaseReader reader, CsvRows rows, CancellationToken cancellationToken)
    {
        reading.Format = reader.Format;
        reading.Header = rows.Header.Names;
        rows.AllowRagged = reader.AllowsRaggedRows;
        rows.TellingColumns = reader.TellingColumns;
        reading.At = rows;
        if (rows.Header.Repeated.Count > 0 && !reader.AllowsRepeatedNames)
        {
            reading.Refuse(
                Check.HeaderRepeated.Found(
                    $"The header has more than one column named {FeedReader.Listed(rows.Header.Repeated)}."
                )
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
        reading.Titles.AddRange(rows.Above.SelectMany(row => row).Where(text => text.Length > 0));
        rows.Below = reading.Notes.Add;
        await reader.ReadAsync(rows, reading, cancellationToken);
    }
}
