using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Reports.Html;
using ChildrensTrust.Pipeline.Tests.Reports.Office;
using ChildrensTrust.Pipeline.Tests.Site;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Tests.Reports;

/// <summary>
/// Every form of a snapshot gives the same figures, with the same decimals, and the same change, direction and
/// verdicts. The figures tempt to round: at one decimal the first row's all look like 5.7%, the third's are halves,
/// the fourth's, at none, look like 103, and the last has changed by less than a tenth. The figures are illustrative.
/// </summary>
public sealed class EveryFormTests
{
    private static readonly Expected Close = new(
        "overall-absence",
        "5.68%",
        "5.72%",
        "5.70%",
        "5.71%",
        ("5.68", "5.72", "5.70", "5.71"),
        ("−0.04 percentage points, improving", "-0.04", "improving"),
        ("exceeds", "exceeds"),
        "0.00"
    );

    private static readonly Expected Plain = new(
        "repeat-child-protection-plans",
        "27.9%",
        "24.9%",
        "24.5%",
        "27.9%",
        ("27.9", "24.9", "24.5", "27.9"),
        ("+3.0 percentage points, worsening", "3.0", "worsening"),
        ("does not meet", "in line"),
        "0.0"
    );

    private static readonly Expected Halves = new(
        "child-protection-plans",
        "12.3 per 10,000",
        "12.3 per 10,000",
        "12.2 per 10,000",
        "12.4 per 10,000",
        ("12.25", "12.25", "12.15", "12.35"),
        ("0.0 per 10,000, similar", "0", "similar"),
        ("does not meet", "exceeds"),
        "0.0"
    );

    private static readonly Expected Whole = new(
        "first-time-entrants",
        "103.4 per 100,000",
        "102.6 per 100,000",
        "103.1 per 100,000",
        "102.9 per 100,000",
        ("103.4", "102.6", "103.1", "102.9"),
        ("+0.8 per 100,000, worsening", "0.8", "worsening"),
        ("does not meet", "does not meet"),
        "0.0"
    );

    // At one decimal 25.5 and 25.4 are told apart, and the change would be +0.0.
    private static readonly Expected Slight = new(
        "persistent-absence",
        "25.46%",
        "25.44%",
        "25.30%",
        "25.46%",
        ("25.46", "25.44", "25.3", "25.46"),
        ("+0.02 percentage points, worsening", "0.02", "worsening"),
        ("does not meet", "in line"),
        "0.00"
    );

    private static readonly Expected[] All = [Close, Plain, Halves, Whole, Slight];

    public static TheoryData<string> Indicators => [.. All.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_narrative_and_the_table_of_figures_agree(string id)
    {
        var (snapshot, row) = (Both(), Find(id));

        Narrative
            .National(snapshot)
            .Concat(Narrative.Neighbours(snapshot))
            .SelectMany(p => p.Items)
            .Where(i => i.StartsWith($"wording of {id} ", StringComparison.Ordinal))
            .ShouldBe([
                $"wording of {id} ({row.Local} against {row.National})",
                $"wording of {id} ({row.Local} against {row.Neighbours})",
            ]);

        var lines = Encoding
            .UTF8.GetString(ComparisonCsv.Write(snapshot).ToArray())
            .Split('\n')
            .Where(l => l.Contains($",{id},", StringComparison.Ordinal))
            .ToList();
        lines.ShouldContain(l => l.Contains($",local,E10000024,Nottinghamshire,2010/11,{row.Exact.Local},final,,"));
        lines.ShouldContain(l =>
            l.Contains($",national,E92000001,England,2010/11,{row.Exact.National},,{row.Verdicts.National},")
        );
        lines.ShouldContain(l => l.Contains($",2010/11,{row.Exact.Neighbours},,{row.Verdicts.Neighbours},1,1,"));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_report_and_the_site_agree(string id)
    {
        var (snapshot, row) = (Both(), Find(id));
        string Written(PageModel page) =>
            PageText.Words(PageWriter.Write(page, "a/b.html", "../", asJson: false).Body.ToString());
        var list = SnapshotModel.Create(
            Reference.Default,
            [(PageSamples.Header, snapshot, ["snapshot.json"])],
            new HashSet<string>()
        );
        var page = IndicatorModel.Create(
            Reference.Default,
            Reference.Default.Catalogue.Find(id)!,
            (PageSamples.Header, snapshot),
            [],
            []
        );

        var report = Line(PageText.Of(snapshot, "indicators"), id);
        var site = Written(page);
        foreach (var figure in new[] { row.Local, row.Previous, row.National, row.Neighbours })
        {
            report.ShouldContain(figure);
            site.ShouldContain(Short(figure));
        }
        foreach (var verdict in new[] { row.Verdicts.National, row.Verdicts.Neighbours })
        {
            report.ShouldContain(verdict);
            site.ShouldContain(Plainly(verdict));
        }
        report.ShouldContain(row.Change.Words);
        site.ShouldContain(row.Change.Words);
        foreach (var figure in new[] { row.Local, row.National, row.Neighbours })
            Line(Written(list), id).ShouldContain(Short(figure));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_first_screen_agrees(string id)
    {
        var row = Find(id);
        var page = Page();
        var cells = Cells(page, "#at-a-glance", id);

        cells[1].ShouldBe(Short(row.Local));
        cells[2].ShouldBe($"{Plainly(row.Change.Direction)} was {Short(row.Previous)} (2009/10)");
        cells[3].ShouldBe($"{Short(row.National)} council is {Plainly(row.Verdicts.National)}");
        cells[4].ShouldBe($"{Short(row.Neighbours)} council is {Plainly(row.Verdicts.Neighbours)}");
        page.QuerySelectorAll("#overview ~ * li, section[aria-labelledby=overview] li")
            .Select(Words)
            .Where(t => t.StartsWith($"Name of {id} ", StringComparison.Ordinal))
            .ShouldAllBe(t =>
                t == $"Name of {id} {row.Local}, was {Short(row.Previous)}; England {Short(row.National)}."
            );
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_details_of_the_page_agree(string id)
    {
        var row = Find(id);
        var details = Words(Page().QuerySelector($"#indicator-{id} summary")!);

        details.ShouldStartWith($"Name of {id} ");
        foreach (var figure in new[] { row.Local, row.Previous, row.National })
            details.ShouldContain(figure);
        Cells(Page(), "#table", id)
            .Skip(1)
            .ShouldBe([
                $"{row.Local} 2010/11, final",
                $"{row.Change.Words} from {row.Previous} (2009/10)",
                $"{row.National} 2010/11",
                row.Verdicts.National,
                $"{row.Neighbours} 2010/11; 1 of 1",
                $"{row.Verdicts.Neighbours} {row.OneNeighbour}",
            ]);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_json_agrees_digit_by_digit(string id)
    {
        var row = Find(id);
        using var json = JsonDocument.Parse(SnapshotJson.Write(Both()));
        var read = json
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(r => r.GetProperty("indicator").GetString() == id);
        string Exact(string figure, string value = "value") => read.GetProperty(figure).GetProperty(value).GetRawText();

        (Exact("local"), Exact("previous"), Exact("national"), Exact("neighbours")).ShouldBe(row.Exact);
        // The code that programs know, and older snapshots hold.
        read.GetProperty("direction")
            .GetString()
            .ShouldBe(row.Change.Direction.Replace("worsening", "declining").Replace("similar", "no change"));
        read.GetProperty("change").GetDecimal().ShouldBe(Given.Number(row.Change.Number));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_document_agrees(string id)
    {
        var row = Find(id);
        using var document = new OpenedDocument(DocumentReport.Write(Both()));

        document
            .Tables.SelectMany(OpenedDocument.Rows)
            .Single(r => r[0].StartsWith($"Name of {id}\nLow is good", StringComparison.Ordinal))
            .ShouldBe([
                $"Name of {id}\nLow is good{(Unit(row.Local) is { Length: > 0 } unit ? $"; {unit}" : "")}",
                $"{Bare(row.Local)}\n2010/11, final",
                $"{row.Change.Words}\nfrom {row.Previous} (2009/10)",
                $"{Bare(row.National)}\n2010/11",
                row.Verdicts.National,
                Bare(row.Neighbours),
                row.Verdicts.Neighbours,
            ]);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_charts_hold_the_figures_of_the_table(string id)
    {
        var row = Find(id);
        using var document = new OpenedDocument(DocumentReport.Write(Both()));
        using var book = new OpenedWorkbook(WorkbookReport.Write(Both()));
        var read = book.Table("Comparison").Single(r => r["Indicator"] == $"Name of {id}");
        decimal[] table =
        [
            .. new[]
            {
                "Nottinghamshire figure",
                "England figure",
                "Similar councils’ average",
                "Previous figure",
            }.Select(column => Given.Number(read[column])),
        ];
        var charts = document
            .Charts.Select(c => c.Chart)
            .Concat(book.Charts.Select(c => c.Chart))
            .Where(c => c.Title.StartsWith($"Name of {id}: ", StringComparison.Ordinal))
            .ToList();

        charts.Count.ShouldBe(3);
        foreach (var chart in charts)
        {
            var (own, similar) = (chart.Series["Nottinghamshire"], chart.Series["Similar councils"]);
            if (chart.IsLines)
                (own[^1], chart.Series["England"][^1], similar[^1], own[^2]).ShouldBe(
                    (table[0], table[1], table[2], table[3])
                );
            else
                // The bars begin at England's figure; of one similar council the average is its figure.
                (
                    own.OfType<decimal>().Single(),
                    (decimal)chart.BarsFrom!.Value,
                    similar.OfType<decimal>().Single()
                ).ShouldBe((table[0], table[1], table[2]));
            chart.Space.Descendants<C.FormatCode>().First().Text.ShouldStartWith($"#,##{row.Format}");
            chart.Title.ShouldContain(row.Local);
            chart.Title.ShouldContain(Bare(row.National));
            if (!chart.IsLines)
                chart.Categories.ShouldBe(
                    [$"Nottinghamshire {Bare(row.Local)}", $"Derbyshire {Bare(row.Neighbours)}"],
                    ignoreOrder: true
                );
        }
    }

    // The unit is in the row, beside the name.
    private static string Bare(string figure) => figure.Split(' ')[0];

    private static string Unit(string figure) => figure[Bare(figure).Length..].Trim();

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_workbook_agrees_and_shows_as_many_decimals(string id)
    {
        var row = Find(id);
        using var book = new OpenedWorkbook(WorkbookReport.Write(Both()));
        var read = book.Table("Comparison").Single(r => r["Indicator"] == $"Name of {id}");

        (
            read["Nottinghamshire figure"],
            read["Previous figure"],
            read["England figure"],
            read["Similar councils’ average"]
        ).ShouldBe(row.Exact);
        (read["Change"], read["Direction"]).ShouldBe((row.Change.Number, row.Change.Direction));
        (read["Compared with England"], read["Compared with similar councils"]).ShouldBe(row.Verdicts);
        var summary = book.Table("Summary").Single(r => r["Indicator"] == $"Name of {id}");
        (
            summary["Nottinghamshire"],
            summary["Figure before"],
            summary["England"],
            summary["Similar councils"]
        ).ShouldBe(row.Exact);
        (summary["Change"], summary["Compared with England"], summary["Compared with similar councils"]).ShouldBe(
            (Plainly(row.Change.Direction), Plainly(row.Verdicts.National), Plainly(row.Verdicts.Neighbours))
        );
        book.FormatOf("Summary", row.Exact.Local).ShouldBe($"#,##{row.Format}");
        book.FormatOf("Comparison", row.Exact.Local).ShouldBe($"#,##{row.Format}");
        book.FormatOf("Comparison", row.Exact.Previous).ShouldBe($"#,##{row.Format}");
    }

    private static Snapshot Both() =>
        Sample.Of([
            Row(Close, -0.04m, Direction.Improving, Verdict.Exceeds, Verdict.Exceeds),
            Row(Plain, 3.0m, Direction.Declining, Verdict.DoesNotMeet, Verdict.InLine),
            Row(Halves, 0m, Direction.NoChange, Verdict.DoesNotMeet, Verdict.Exceeds) with
            {
                Unit = "per 10,000",
            },
            Row(Slight, 0.02m, Direction.Declining, Verdict.DoesNotMeet, Verdict.InLine),
            Row(Whole, 0.8m, Direction.Declining, Verdict.DoesNotMeet, Verdict.DoesNotMeet) with
            {
                Unit = "per 100,000",
                Decimals = 0,
            },
        ]);

    private static SnapshotRow Row(
        Expected row,
        decimal change,
        Direction direction,
        Verdict national,
        Verdict neighbours
    )
    {
        var average = Given.Number(row.Exact.Neighbours);
        return Sample.Row(national, row.Id, Given.Number(row.Exact.Local), Given.Number(row.Exact.National)) with
        {
            Previous = new(Given.Number(row.Exact.Previous), "2009/10", Sample.Source),
            Change = change,
            Direction = direction,
            VersusNeighbours = neighbours,
            History =
            [
                new("2009/10", Given.Number(row.Exact.Previous), null, null, null),
                new("2010/11", Given.Number(row.Exact.Local), Given.Number(row.Exact.National), average, null),
            ],
            Neighbours = new(
                AverageMethod.Mean,
                average,
                "2010/11",
                1,
                1,
                [],
                [new("E10000007", "Derbyshire", average, Sample.Source)]
            ),
        };
    }

    private static Expected Find(string id) => All.Single(e => e.Id == id);

    private static IDocument Page() => new HtmlParser().ParseDocument(HtmlReport.Write(Both()).ToString());

    private static List<string> Cells(IDocument page, string table, string id) =>
        [
            .. page.QuerySelectorAll($"{table} tbody tr")
                .Select(r => r.Children.Select(Words).ToList())
                .Single(c => c[0].StartsWith($"Name of {id} ", StringComparison.Ordinal)),
        ];

    // Without the shapes beside the words, which are hidden from a screen reader.
    private static string Words(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var mark in copy.QuerySelectorAll("[aria-hidden]"))
            mark.Remove();
        return PageText.Words(copy.OuterHtml);
    }

    // The first screen and the site have the units beside the names.
    private static string Short(string figure) => figure.Split(" per ")[0];

    private static string Plainly(string word) =>
        word switch
        {
            "exceeds" or "improving" => "better",
            "does not meet" or "worsening" => "worse",
            _ => "similar",
        };

    // What a page says of one indicator: from its name to the next one's.
    private static string Line(string page, string id)
    {
        var from = page.IndexOf($"Name of {id}", StringComparison.Ordinal);
        var to = page.IndexOf("Name of ", from + 1, StringComparison.Ordinal);
        return to < 0 ? page[from..] : page[from..to];
    }

    private sealed record Expected(
        string Id,
        string Local,
        string Previous,
        string National,
        string Neighbours,
        (string Local, string Previous, string National, string Neighbours) Exact,
        (string Words, string Number, string Direction) Change,
        (string National, string Neighbours) Verdicts,
        string Format
    )
    {
        /// <summary>How the page counts the one neighbour that the average is of.</summary>
        public string OneNeighbour =>
            Verdicts.Neighbours switch
            {
                "exceeds" => "better than",
                "does not meet" => "worse than",
                _ => "the same as",
            } + " the one similar council with a figure";
    }
}
