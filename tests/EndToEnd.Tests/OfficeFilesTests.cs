using System.Globalization;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Snapshots;
using CsvHelper;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>What LibreOffice reads in comparison.xlsx and report.docx is what snapshot.json says.</summary>
public sealed class OfficeFilesTests(LibreOffice office) : IClassFixture<LibreOffice>, IDisposable
{
    // Every sheet, in UTF-8, with the values of the cells and not what they show.
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-office-").FullName;

    public static TheoryData<string> Snapshots =>
        [
            .. Directory
                .GetFiles(Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "Golden"), "snapshot*.json")
                .Select(f => Path.GetFileName(f)!),
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Every_figure_of_the_workbook_is_the_snapshots(string golden)
    {
        var snapshot = await WriteAsync(golden, "comparison.xlsx", WorkbookReport.Write);
        await office.ConvertAsync(EverySheet, _folder, Path.Combine(_folder, "comparison.xlsx"));

        Directory.GetFiles(_folder, "*-Summary.csv").ShouldHaveSingleItem();
        var comparison = await TableAsync("Comparison", "Priority");
        var places = Places(snapshot).ToList();
        comparison.Count.ShouldBe(snapshot.Rows.Count + snapshot.Rows.Sum(r => r.Areas.Count));
        foreach (var (row, place, name) in places)
        {
            var read = comparison.Last(r => r["Indicator"] == row.Name && r["Area"] == name);
            Same(read[$"{snapshot.Area.Name} figure"], place.Local?.Value);
            Same(read["Previous figure"], place.Previous?.Value);
            Same(read["Change"], place.Change);
            Same(read["England figure"], place.National?.Value);
            Same(read["Similar councils’ average"], place.Neighbours?.Shown);
            Same(read["Similar councils with a figure"], place.Neighbours?.N);
            (read["Compared with England"], read["Compared with similar councils"], read["Unit"]).ShouldBe(
                (
                    place.VersusNational.Words(),
                    place.VersusNeighbours.Words(),
                    row.Unit == "pp" ? "percentage points" : row.Unit
                )
            );
        }
        foreach (var row in snapshot.Rows)
            comparison
                .First(r => r["Indicator"] == row.Name)["Compared with England"]
                .ShouldBe(row.VersusNational.Words());
        var neighbours = await TableAsync("Similar councils", "Indicator");
        foreach (var (row, place, name) in places)
        {
            foreach (var figure in place.Neighbours?.Figures ?? [])
                Same(
                    neighbours.Single(r =>
                        r["Indicator"] == row.Name && r["Area compared"] == name && r["Code"] == figure.Code
                    )["Figure"],
                    figure.Value
                );
        }
        var history = await TableAsync("Figures over time", "Indicator");
        foreach (var (row, place, name) in places)
        {
            foreach (var point in place.History)
            {
                var read = history.Single(r =>
                    r["Indicator"] == row.Name && r["Area"] == name && r["Period"] == point.Period
                );
                Same(read["Figure"], point.Local);
                Same(read["England figure"], point.National);
                Same(read["Similar councils’ average"], point.Neighbours);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Every_figure_of_the_document_is_the_snapshots(string golden)
    {
        var snapshot = await WriteAsync(golden, "report.docx", DocumentReport.Write);
        await office.ConvertAsync("txt:Text (encoded):UTF8", _folder, Path.Combine(_folder, "report.docx"));

        var lines = (await File.ReadAllLinesAsync(Path.Combine(_folder, "report.txt"))).Select(l => l.Trim()).ToList();
        foreach (var paragraph in Narrative.National(snapshot).Concat(Narrative.Neighbours(snapshot)))
        {
            lines.ShouldContain($"• {paragraph.Lead}");
            foreach (var item in paragraph.Items)
                lines.ShouldContain(line => line.EndsWith(item, StringComparison.Ordinal), item);
        }
        var table = lines.IndexOf("Appendix 2: overview of performance");
        table.ShouldBeGreaterThan(0);
        foreach (var (row, place, name) in Places(snapshot).Where(p => p.Place.Local is not null))
        {
            var label = row.Areas.Count == 0 ? row.Name : $"{row.Name}: {name}";
            var cells = string.Join('\n', lines.Skip(lines.IndexOf(label, table)).Take(20));
            var decimals = FigureText.Decimals(row, place);
            foreach (
                var figure in new[]
                {
                    place.Local?.Value,
                    place.National?.Value,
                    place.Neighbours?.Shown,
                }.OfType<decimal>()
            )
                cells.ShouldContain(FigureText.OnAxis(figure, decimals, row.Unit), customMessage: label);
            cells.ShouldContain(place.VersusNational.Words(), customMessage: label);
        }
    }

    [Theory]
    [MemberData(nameof(Snapshots))]
    public async Task Both_files_are_printed_and_no_page_is_blank(string golden)
    {
        Browser.Needs("pdftotext");
        await WriteAsync(golden, "report.docx", DocumentReport.Write);
        await WriteAsync(golden, "comparison.xlsx", WorkbookReport.Write);
        string[] files = [Path.Combine(_folder, "report.docx"), Path.Combine(_folder, "comparison.xlsx")];
        await office.ConvertAsync("pdf", _folder, files);

        foreach (var (name, footer) in new[] { ("report", "report as at"), ("comparison", "Page ") })
        {
            var text = await Browser.ProgramAsync("pdftotext", _folder, "", "-layout", $"{name}.pdf", "-");
            var pages = text.Split('\f').SkipLast(1).ToList();
            pages.Count.ShouldBeGreaterThan(5);
            for (var i = 0; i < pages.Count; i++)
            {
                var lines = pages[i].Split('\n').Where(l => l.Trim().Length > 0).ToList();
                var number = $"Page {i + 1} of {pages.Count}";
                // What a chart says at the foot of a page may come behind it in the text.
                lines.ShouldContain(
                    l =>
                        l.Contains(footer, StringComparison.Ordinal)
                        && l.Trim().EndsWith(number, StringComparison.Ordinal),
                    number
                );
                lines.Count.ShouldBeGreaterThan(1, $"{name}, page {i + 1}");
            }
        }
    }

    private async Task<Snapshot> WriteAsync(string golden, string name, Func<Snapshot, BinaryData> write)
    {
        var snapshot = SnapshotJson.Read(
            new(
                await File.ReadAllBytesAsync(
                    Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "Golden", golden)
                )
            )
        );
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), write(snapshot).ToArray());
        return snapshot;
    }

    // The places that have figures of their own: the area, or its parts.
    private static IEnumerable<(SnapshotRow Row, SnapshotPlace Place, string Name)> Places(Snapshot snapshot) =>
        snapshot.Rows.SelectMany(r =>
            r.Areas.Count == 0 ? [(r, r, snapshot.Area.Name)] : r.Areas.Select(a => (r, (SnapshotPlace)a, a.Name))
        );

    private async Task<List<Dictionary<string, string>>> TableAsync(string sheet, string firstColumn)
    {
        await using var file = File.OpenRead(Path.Combine(_folder, $"comparison-{sheet}.csv"));
        await using var csv = CsvReader.Create(file, new CsvReaderOptions { HasHeader = false });
        var (header, rows) = ((List<string>?)null, new List<Dictionary<string, string>>());
        while (await csv.ReadAsync())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (header is not null)
                rows.Add(header.Zip(cells).ToDictionary(p => p.First, p => p.Second));
            else if (cells[0] == firstColumn)
                header = cells;
        }
        return rows;
    }

    // A spreadsheet holds fifteen digits of a number.
    private static void Same(string read, decimal? written)
    {
        if (written is not { } figure)
            read.ShouldStartWith("[");
        else
            Math.Abs(decimal.Parse(read, NumberStyles.Float, CultureInfo.InvariantCulture) - figure)
                .ShouldBeLessThanOrEqualTo(Math.Abs(figure) * 1e-13m, read);
    }
}
