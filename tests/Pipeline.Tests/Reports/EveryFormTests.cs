using System.Text;
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

namespace ChildrensTrust.Pipeline.Tests.Reports;

/// <summary>
/// Every form of a snapshot gives the same figures, with the same decimals, and the same change, direction and
/// verdicts. At one decimal the first row's figures all look like 5.7%. The figures are illustrative.
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
        ("+3.0 percentage points, declining", "3.0", "declining"),
        ("does not meet", "in line"),
        "0.0"
    );

    public static TheoryData<string> Indicators => [Close.Id, Plain.Id];

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

        foreach (var text in new[] { Line(PageText.Of(snapshot, "indicators"), id), Written(page) })
        {
            foreach (var figure in new[] { row.Local, row.Previous, row.National, row.Neighbours })
                text.ShouldContain(figure);
            text.ShouldContain(row.Change.Words);
            text.ShouldContain(row.Verdicts.National);
            text.ShouldContain(row.Verdicts.Neighbours);
        }
        foreach (var figure in new[] { row.Local, row.National, row.Neighbours })
            Line(Written(list), id).ShouldContain(figure);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void The_document_agrees(string id)
    {
        var row = Find(id);
        using var document = new OpenedDocument(DocumentReport.Write(Both()));

        document
            .Tables.SelectMany(OpenedDocument.Rows)
            .Single(r => r[0] == $"Name of {id}\nLow is good")
            .ShouldBe([
                $"Name of {id}\nLow is good",
                $"{row.Local}\n2010/11, final",
                $"{row.Change.Words}\nfrom {row.Previous} (2009/10)",
                $"{row.National}\n2010/11",
                row.Verdicts.National,
                row.Neighbours,
                row.Verdicts.Neighbours,
            ]);
    }

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
            read["Neighbours’ average"]
        ).ShouldBe(row.Exact);
        (read["Change"], read["Direction"]).ShouldBe((row.Change.Number, row.Change.Direction));
        (read["Compared with England"], read["Compared with neighbours"]).ShouldBe(row.Verdicts);
        book.FormatOf("Comparison", row.Exact.Local).ShouldBe($"#,##{row.Format}");
        book.FormatOf("Comparison", row.Exact.Previous).ShouldBe($"#,##{row.Format}");
    }

    private static Snapshot Both() =>
        Sample.Of(
            Row("overall-absence", 5.68m, 5.72m, 5.70m, 5.71m, Verdict.Exceeds, Verdict.Exceeds) with
            {
                Change = -0.04m,
                Direction = Direction.Improving,
            },
            Row("repeat-child-protection-plans", 27.9m, 24.9m, 24.5m, 27.9m, Verdict.DoesNotMeet, Verdict.InLine) with
            {
                Change = 3.0m,
                Direction = Direction.Declining,
            }
        );

    private static SnapshotRow Row(
        string id,
        decimal local,
        decimal previous,
        decimal england,
        decimal neighbours,
        Verdict national,
        Verdict versusNeighbours
    ) =>
        Sample.Row(national, id, local, england) with
        {
            Previous = new(previous, "2009/10", Sample.Source),
            VersusNeighbours = versusNeighbours,
            Neighbours = new(
                AverageMethod.Mean,
                neighbours,
                "2010/11",
                1,
                1,
                [],
                [new("E10000007", "Derbyshire", neighbours, Sample.Source)]
            ),
        };

    private static Expected Find(string id) => id == Close.Id ? Close : Plain;

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
    );
}
