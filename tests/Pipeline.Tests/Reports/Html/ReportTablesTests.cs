using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html;

/// <summary>Each figure of the report's tables is in its own row and column. The figures are illustrative.</summary>
public sealed class ReportTablesTests
{
    private const string Absence = "Name of overall-absence";

    private static readonly IDocument Page = new HtmlParser().ParseDocument(HtmlReport.Write(Composed()).ToString());

    [Theory]
    [InlineData(
        "All indicators, by priority",
        Absence,
        "6.4% (2010/11, final) | +1.0 percentage points, worsening (from 5.4% (2009/10)) | 5.8% (2010/11) | "
            + "▼does not meet | 6.0% (2009/10; 2 of 3) | ▼does not meet (better than 1 of 2 similar councils, worse "
            + "than 1)"
    )]
    [InlineData(Absence + ": the similar councils’ figures", "Derbyshire", "5.1% | ▼does not meet")]
    [InlineData(Absence + ": the similar councils’ figures", "Kent", "6.8% | ▲exceeds")]
    [InlineData(Absence + ": the figures over time", "2009/10", "5.4% | 6.1% | 5.9%")]
    [InlineData("Figures without all similar councils", Absence, "2 of 3 | Norfolk")]
    [InlineData(
        "The files behind this comparison",
        "absence.csv",
        "national | 28 March 2012 (published (date from metadata)) | final | none | national-0123"
    )]
    [InlineData(
        Absence + ": districts",
        "Ashfield",
        "7.1% (2010/11, final) | not known | ▼does not meet | –no comparison | 2 of 7"
    )]
    public void A_row_has_its_figures_in_their_columns(string caption, string first, string cells) =>
        Words(Row(caption, first).QuerySelectorAll("td")).ShouldBe(cells);

    [Fact]
    public void The_best_neighbour_is_first() =>
        Words(Table(Absence + ": the similar councils’ figures").QuerySelectorAll("tbody th"))
            .ShouldBe("Derbyshire | Kent");

    [Fact]
    public void Only_an_indicator_that_lacks_a_neighbour_is_among_those_without_all() =>
        Words(Table("Figures without all similar councils").QuerySelectorAll("tbody th")).ShouldBe(Absence);

    [Fact]
    public void Another_period_is_named_where_the_periods_differ() =>
        Page.QuerySelector("section[aria-labelledby=quality]")!
            .TextContent.ShouldContain("Nottinghamshire 2010/11, similar councils 2009/10");

    [Fact]
    public void A_row_is_sorted_with_the_worst_first_and_filtered_by_each_of_its_verdicts()
    {
        var row = Row("All indicators, by priority", "Name of level-3-by-19");

        (row.GetAttribute("data-national"), row.GetAttribute("data-neighbours")).ShouldBe(("exceeds", "in line"));
        Sorts(row).ShouldBe(["4", "2"]);
        Sorts(Row("All indicators, by priority", Absence)).ShouldBe(["0", "0"]);
    }

    [Fact]
    public void A_higher_figure_is_higher_in_the_chart_over_time()
    {
        // "Mx yLx y": the first point is 5.4, the second 6.4, and y grows downwards.
        var points = Page.QuerySelector("svg path.line.of-local")!.GetAttribute("d")!.Split('M', 'L', ' ', ',');
        var y = points.Where(p => p.Length > 0).Select(Given.Number).Where((_, i) => i % 2 == 1).ToList();

        y[1].ShouldBeLessThan(y[0]);
    }

    private static Snapshot Composed()
    {
        var worse = Sample.Row(Verdict.DoesNotMeet, local: 6.35m) with
        {
            Previous = new(5.4m, "2009/10", Sample.Source),
            Change = 0.95m,
            Direction = Direction.Declining,
            VersusNeighbours = Verdict.DoesNotMeet,
            Neighbours = Group(
                new(AverageMethod.Mean, 5.95m, "2009/10", 2, 3, ["E10000020"], []),
                ("Kent", 6.8m),
                ("Derbyshire", 5.1m)
            ),
            History = [new("2009/10", 5.4m, 6.1m, 5.9m, null), new("2010/11", 6.35m, 5.8m, 5.95m, null)],
            Localities =
            [
                Sample.Part("Ashfield", Verdict.DoesNotMeet, 7.1m, 5.8m) with
                {
                    Code = "E07000170",
                    Rank = new(2, 7),
                },
            ],
        };
        var better = Sample.Row(Verdict.Exceeds, "level-3-by-19") with
        {
            VersusNeighbours = Verdict.InLine,
            Neighbours = Group(new(AverageMethod.Mean, 5.7m, "2010/11", 1, 1, [], []), ("Kent", 5.7m)),
        };
        return Sample.Of(worse, better) with
        {
            NeighbourSet = new("neighbours-0123", new(2009, 4, 1), [new("E10000020", "Norfolk", "Close")]),
        };
    }

    private static SnapshotNeighbours Group(SnapshotNeighbours group, params (string Name, decimal Value)[] figures) =>
        group with
        {
            Figures = [.. figures.Select(f => new SnapshotNeighbourFigure(f.Name, f.Name, f.Value, Sample.Source))],
        };

    private static IElement Table(string caption) =>
        Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == caption);

    private static IElement Row(string caption, string first) =>
        Table(caption)
            .QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th[scope=row]")?.FirstChild?.TextContent == first);

    private static List<string?> Sorts(IElement row) =>
        [.. row.QuerySelectorAll("td[data-sort]").Skip(1).Select(c => c.GetAttribute("data-sort"))];

    // Cells as words; what is small in a cell is in brackets.
    private static string Words(IEnumerable<IElement> cells) =>
        string.Join(
            " | ",
            cells.Select(c =>
                string.Concat(
                    c.ChildNodes.Select(n =>
                        n is IElement { ClassName: "small" } ? $" ({n.TextContent})" : n.TextContent
                    )
                )
            )
        );
}
