using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Tables;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// Writes what a merged cell says into each of its rows, as the person who merged it meant: words anywhere below the
/// header, and numbers only in columns that say when, where or of whom. A figure holds for its first row alone.
/// </summary>
internal static class MergedRows
{
    private const int NamesOfHeader = 2;

    private static readonly HashSet<string> Keys =
    [
        .. new[]
        {
            "period",
            "time",
            "year",
            "years",
            "year_type",
            "quarter",
            "indicator",
            "indicator_id",
            "indicator_name",
            "short_desc",
            "data_item",
            "measure",
            "area",
            "area_code",
            "area_name",
            "area_type",
            "areacd",
            "areanm",
            "geography",
            "la_number",
            "la_num",
            "la_name",
            "la_and_regions",
            "region",
            "code",
            "name",
            "org_code",
            "ons_code",
            "org_name",
            "category",
            "category_type",
            "unit",
        }.Select(Header.Key),
    ];

    /// <summary>The rows of a sheet with its merged cells written out.</summary>
    public static async Task<Stream> WrittenOutAsync(
        SheetText sheet,
        FileReading reading,
        Limits limits,
        CancellationToken cancellationToken
    )
    {
        var text = TemporaryFile.Create();
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            MaxRecordSize = limits.RecordBytes + 2,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
        };
        await using (var from = CsvReader.Create(sheet.Rows, options, leaveOpen: true))
        await using (
            var to = CsvWriter.Create(text, new CsvWriterOptions { ValidateFieldCount = false }, leaveOpen: true)
        )
        {
            var spread = new Spread(sheet.Merged.ToLookup(cells => cells.First));
            while (await from.ReadAsync(cancellationToken))
            {
                foreach (var cell in spread.Next([.. Enumerable.Range(0, from.FieldCount).Select(from.GetString)]))
                    to.WriteField(cell);
                await to.EndRecordAsync(cancellationToken);
                if (text.Position <= limits.TextBytes)
                    continue;
                reading.Refuse(
                    Check.FileTooLarge.Found($"A sheet is longer than {Limits.Words(limits.TextBytes)} as text.")
                );
                break;
            }
            if (spread.Written > 0)
                reading.Findings.Add(
                    Check.CellsMerged.Found(
                        $"{(spread.Written == 1 ? "1 cell is" : $"{spread.Written} cells are")} merged with a cell "
                            + $"above, and {(spread.Written == 1 ? "was" : "were")} read as saying the same.",
                        spread.First
                    )
                );
        }
        text.Position = 0;
        return text;
    }

    private sealed class Spread(ILookup<long, MergedCells> merged)
    {
        private readonly Dictionary<int, (string Text, long Last)> _open = [];
        private HashSet<int>? _keys;
        private long _row = -1;

        public long Written { get; private set; }

        public long First { get; private set; }

        public List<string> Next(List<string> cells)
        {
            _row++;
            if (_keys is null)
                _keys = KeysOf(cells);
            // A blank row stays one.
            else if (cells.Exists(cell => cell.Length > 0))
            {
                foreach (var (column, (text, last)) in _open.Where(o => _row <= o.Value.Last))
                    Write(cells, column, text);
                foreach (var range in merged[_row].Where(range => range.Column < cells.Count))
                    Open((int)range.Column, cells[(int)range.Column], range.Last);
            }
            return cells;
        }

        private void Open(int column, string text, long last)
        {
            _open[column] = (IsWords(text) || _keys!.Contains(column) ? text : "", last);
        }

        private void Write(List<string> cells, int column, string text)
        {
            while (cells.Count <= column)
                cells.Add("");
            // What a program left in a covered cell is not what the sheet shows.
            var was = cells[column];
            cells[column] = text;
            if (text.Length > 0 && was != text && Written++ == 0)
                First = _row + 1;
        }

        // "6.8%" is a figure.
        private static bool IsWords(string text) =>
            text.Length > 0
            && !char.IsAsciiDigit(text.TrimStart('-', '+', '.').FirstOrDefault())
            && CellKinds.Of(Encoding.UTF8.GetBytes(text)) == CellKind.Text;
    }

    // The columns of a header that say when, where or of whom; null where the row is no header.
    private static HashSet<int>? KeysOf(List<string> names)
    {
        var keys = names.Index().Where(name => IsKey(name.Item)).Select(name => name.Index).ToHashSet();
        return keys.Count >= NamesOfHeader ? keys : null;
    }

    private static bool IsKey(string name) =>
        EesLevel.IsIdentity(name) || EesBreakdowns.Has(name) || Keys.Contains(Header.Key(name));
}
