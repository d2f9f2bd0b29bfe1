using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Screening;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Reads any file that a feed may bring: tells its format by its header and hands it to the reader of that format.</summary>
public static class FeedReader
{
    private const int LongestRecord = 1024 * 1024;

    /// <summary>Every reader, in the order in which they are asked.</summary>
    public static IReadOnlyList<IReleaseReader> Readers { get; } =
    [
        new EesMetaReader(), new EesReader(), new FingertipsReader(), new LaitReader(), new NeighbourModelReader(), new LocalReturnReader(), new KeyActionReader(),
    ];

    /// <summary>Reads a file once, from its first byte to its last.</summary>
    /// <param name="file">The file.</param>
    /// <param name="feed">The feed into whose folder it was dropped.</param>
    /// <param name="reference">The catalogue and the areas to read it by.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<Reading> ReadAsync(Stream file, Feed feed, Reference reference, CancellationToken cancellationToken)
    {
        var reading = new Reading(reference);
        var (head, whole) = await FileHead.ReadAsync(file, cancellationToken);
        if (head.Fault is not null)
            reading.Refuse(head.Fault);
        else
        {
            try
            {
                await ReadRowsAsync(whole, head.Separator, feed, reading, cancellationToken);
            }
            catch (CsvFormatException)
            {
                // The message may hold what the file holds; the finding does not.
                reading.Refuse(Check.QuoteFault.Found($"A record is longer than {LongestRecord / 1024} KiB: a quotation mark is opened and not closed, or the file is not a table.", reading.Rows.Read + 2));
            }
        }
        // A reader that stops early leaves bytes unread; the file's hash needs them all.
        await whole.CopyToAsync(Stream.Null, cancellationToken);
        return reading;
    }

    private static async Task ReadRowsAsync(Stream file, char separator, Feed feed, Reading reading, CancellationToken cancellationToken)
    {
        CsvRows? rows = null;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            MaxRecordSize = LongestRecord,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
            OnMalformedRecord = _ => rows?.Malformed(),
        };
        await using var csv = CsvReader.Create(file, options, leaveOpen: true);
        await csv.ReadHeaderAsync(cancellationToken);
        var header = new Header([.. csv.Headers]);
        rows = new CsvRows(csv, header, reading);
        var reader = Readers.FirstOrDefault(r => r.TellingColumns.All(header.Has));
        if (reader is null)
        {
            reading.Refuse(Check.FormatUnknown.Found($"No feed has this header: {Listed(header.Names)}."));
            return;
        }
        reading.Format = reader.Format;
        if (header.Repeated.Count > 0 && reader is not NeighbourModelReader)
        {
            reading.Refuse(Check.HeaderRepeated.Found($"The header has more than one column named {Listed(header.Repeated)}."));
            return;
        }
        if (!reader.Feeds.Contains(feed))
            reading.Findings.Add(Check.FeedUnexpected.Found($"A file of this kind belongs in landing/{reader.Feeds[0].Folder()}, not in landing/{feed.Folder()}."));
        await reader.ReadAsync(rows, reading, cancellationToken);
        if (reading.Rows.Read == 0 && !reading.Refused)
            reading.Refuse(Check.NoRows.Found("The file has no rows below its header."));
    }

    internal static string Listed(IEnumerable<string> names)
    {
        var shown = names.Take(41).Select(n => n.Length <= 60 ? n : n[..60] + "…").ToList();
        return shown.Count <= 40 ? string.Join(", ", shown) : string.Join(", ", shown.Take(40)) + " and more";
    }
}
