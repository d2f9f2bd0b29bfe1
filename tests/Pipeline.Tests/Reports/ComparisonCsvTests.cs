using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports;

public sealed class ComparisonCsvTests
{
    [Fact]
    public void A_figure_is_a_row_with_the_file_and_the_row_it_comes_from()
    {
        var lines = Lines(Sample.Of(Sample.Row(Verdict.Exceeds)));

        lines[0]
            .ShouldBe(
                "as_at,compiled,area_code,area_name,indicator_id,indicator,priority,unit,good_is,place_code,place_name,figure,figure_area_code,figure_area_name,period,value,status,verdict,n,of,feed,series,release,file,row,column,compared_as,england_newest,counted_with"
            );
        lines[1]
            .ShouldBe(
                "2012-09-30,2012-12-12,E10000024,Nottinghamshire,overall-absence,Name of "
                    + "overall-absence,Priority "
                    + "1,%,low,E10000024,Nottinghamshire,local,E10000024,Nottinghamshire,2010/11,5.7,final,,,,national,ees:sess_overall_percent,national-0123,absence.csv,17,sess_overall_percent,,,"
            );
        lines[2]
            .ShouldBe(
                "2012-09-30,2012-12-12,E10000024,Nottinghamshire,overall-absence,Name of "
                    + "overall-absence,Priority "
                    + "1,%,low,E10000024,Nottinghamshire,national,E92000001,England,2010/11,5.8,,exceeds,,,national,ees:sess_overall_percent,national-0123,absence.csv,2,sess_overall_percent,5.8,,"
            );
        lines.Count.ShouldBe(3);
    }

    [Fact]
    public void The_councils_own_later_figure_has_a_row_and_an_average_says_as_what_it_is_compared()
    {
        var row = Sample.Row(Verdict.Exceeds) with
        {
            Return = new(
                5.2m,
                "2011/12 Q2",
                "provisional",
                Verdict.NoComparison,
                Verdict.NoComparison,
                Sample.Source with
                {
                    Feed = "local",
                }
            ),
            Neighbours = new(AverageMethod.Mean, 5.7333333333m, "2010/11", 3, 3, [], []) { Compared = 5.7m },
            VersusNeighbours = Verdict.InLine,
        };

        var lines = Lines(Sample.Of(row));

        lines[2].ShouldContain(",council return,E10000024,Nottinghamshire,2011/12 Q2,5.2,provisional,,,,local,");
        lines[4]
            .ShouldSatisfyAllConditions(
                l => l.ShouldContain(",5.7333333333,,in line,3,3,"),
                l => l.ShouldEndWith(",5.7,,")
            );
    }

    [Fact]
    public void The_file_begins_with_the_mark_by_which_a_spreadsheet_knows_its_encoding() =>
        ComparisonCsv
            .Write(Sample.Of(Sample.Row(Verdict.Exceeds)))
            .ToArray()[..3]
            .ShouldBe(Encoding.UTF8.Preamble.ToArray());

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    [InlineData("－1")]
    public void A_text_that_a_spreadsheet_would_calculate_is_made_harmless(string text)
    {
        var lines = Lines(Sample.Of(Sample.Row(Verdict.Exceeds) with { Name = text }));

        lines[1].ShouldNotContain($",{text},");
        lines[1].ShouldContain($",'{text},");
    }

    [Theory]
    [InlineData("=")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("@")]
    [InlineData("＝")]
    [InlineData("－")]
    public void Wherever_a_snapshot_brings_a_formula_no_cell_begins_with_it(string sign)
    {
        var lines = Lines(HostileSample.Of(sign));

        lines.Count.ShouldBeGreaterThan(10);
        lines
            .SelectMany(l => l.Split(','))
            .Where(cell => cell.TrimStart('"', ' ').StartsWith(sign, StringComparison.Ordinal))
            .ShouldAllBe(cell => IsNumber(cell));
    }

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Lines(Sample.Of(Sample.Row(Verdict.Exceeds) with { Change = -0.90m, Direction = Direction.Improving }))
            .ShouldContain(l =>
                l.Contains(",change,E10000024,Nottinghamshire,2010/11,-0.90,improving,", StringComparison.Ordinal)
            );

    [Fact]
    public void Neighbours_are_an_average_with_its_number_and_a_row_for_each()
    {
        var lines = Lines(
            Sample.Of(
                Sample.Row(Verdict.Exceeds) with
                {
                    VersusNeighbours = Verdict.InLine,
                    Neighbours = new(
                        AverageMethod.Median,
                        5.7m,
                        "2010/11",
                        1,
                        2,
                        ["E10000016"],
                        [new("E10000007", "Derbyshire", 5.7m, Sample.Source)]
                    ),
                }
            )
        );

        lines[3].ShouldContain(",neighbours median,,Similar councils,2010/11,5.7,,in line,1,2,");
        lines[4].ShouldContain(",neighbour,E10000007,Derbyshire,2010/11,5.7,,,,,national,");
    }

    [Fact]
    public void A_provisional_figure_of_a_neighbour_makes_the_average_provisional()
    {
        var figure = new SnapshotNeighbourFigure("E10000007", "Derbyshire", 5.7m, Sample.Source) { Status = "final" };
        var lines = Lines(
            Sample.Of(
                Sample.Row(Verdict.Exceeds) with
                {
                    Neighbours = new(
                        AverageMethod.Mean,
                        5.7m,
                        "2010/11",
                        2,
                        2,
                        [],
                        [figure, figure with { Status = "provisional" }]
                    ),
                }
            )
        );

        lines[3].ShouldContain(",neighbours mean,,Similar councils,2010/11,5.7,provisional,");
        lines[4].ShouldContain(",2010/11,5.7,final,");
        lines[5].ShouldContain(",2010/11,5.7,provisional,");
    }

    [Fact]
    public void A_difference_of_two_rows_names_both()
    {
        var row = Sample.Row(Verdict.Exceeds);

        Lines(Sample.Of(row with { Local = row.Local! with { Source = Sample.Source with { MinusRow = 9 } } }))[1]
            .ShouldContain(",17,sess_overall_percent (minus row 9),");
    }

    [Fact]
    public void Each_part_has_rows_of_its_own_that_say_whose_figure_and_verdict_they_are()
    {
        var rows = Rows(Sample.Of(InParts()));

        Of(rows, "local").ShouldBe([("Nottinghamshire NHS", "50", ""), ("Bassetlaw NHS", "35", "")]);
        Of(rows, "national")
            .ShouldBe([
                ("Nottinghamshire", "", "mixed"),
                ("Nottinghamshire NHS", "47", "exceeds"),
                ("Bassetlaw NHS", "47", "does not meet"),
            ]);
        Of(rows, "neighbours mean")
            .ShouldBe([
                ("Nottinghamshire", "", "in line"),
                ("Nottinghamshire NHS", "50", "in line"),
                ("Bassetlaw NHS", "", "no comparison"),
            ]);
        rows.Where(r => r["figure"] == "neighbour").Select(r => r["place_code"]).ShouldBe(["E16000081"]);
    }

    [Fact]
    public void The_whole_of_several_areas_has_verdicts_and_nothing_that_looks_like_a_figure()
    {
        var whole = Rows(Sample.Of(InParts())).Where(r => r["place_code"] == r["area_code"]).ToList();

        whole.Select(r => r["figure"]).ShouldBe(["national", "neighbours mean"]);
        foreach (
            var column in new[]
            {
                "period",
                "value",
                "status",
                "n",
                "of",
                "feed",
                "series",
                "release",
                "file",
                "row",
                "column",
            }
        )
            whole.Select(r => r[column]).ShouldAllBe(cell => cell == "", column);
    }

    [Fact]
    public void Parts_without_neighbours_have_no_verdict_against_them()
    {
        var row = InParts();

        Rows(
                Sample.Of(
                    row with
                    {
                        VersusNeighbours = Verdict.NoComparison,
                        Areas = [.. row.Areas.Select(a => a with { Neighbours = null })],
                    }
                )
            )
            .ShouldAllBe(r => !r["figure"].StartsWith("neighbour", StringComparison.Ordinal));
    }

    [Fact]
    public void The_verdicts_on_the_area_itself_count_up_to_what_the_narrative_says()
    {
        var snapshot = Sample.Of(
            Sample.Row(Verdict.Exceeds, "a") with
            {
                VersusNeighbours = Verdict.DoesNotMeet,
                Neighbours = Average(5m),
            },
            Sample.Row(Verdict.DoesNotMeet, "b") with
            {
                VersusNeighbours = Verdict.NoComparison,
                Neighbours = Average(null),
            },
            Sample.Row(Verdict.InLine, "c"),
            Sample.Row(Verdict.InLine, "f") with
            {
                CountsWith = "c",
            },
            Sample.Row(Verdict.NoJudgement, "d") with
            {
                VersusNeighbours = Verdict.NoJudgement,
                Neighbours = Average(5m),
            },
            Sample.Row(Verdict.NoComparison, "e", local: null),
            InParts()
        );
        var verdicts = Rows(snapshot).Where(r => r["place_code"] == r["area_code"] && r["verdict"] != "").ToList();
        var national = verdicts.Where(r => r["figure"] == "national").ToList();
        var neighbours = verdicts.Where(r => r["figure"].StartsWith("neighbours ", StringComparison.Ordinal)).ToList();

        national.Select(r => r["indicator_id"]).ShouldBe(snapshot.Rows.Select(r => r.Indicator));
        Count(national).ShouldBe(snapshot.Summary);
        snapshot.Summary.Mixed.ShouldBe(1);
        neighbours.Select(r => r["indicator_id"]).ShouldBe(["a", "b", "d", "breastfeeding"]);
        // Where there are no neighbours there is no row; the summary counts such an indicator as one without
        // comparison.
        Count(neighbours).ShouldBe(snapshot.SummaryNeighbours with { NoComparison = 1 });
    }

    [Fact]
    public void A_place_whose_code_or_name_a_spreadsheet_would_calculate_is_made_harmless()
    {
        var row = InParts();
        var rows = Rows(
            Sample.Of(row with { Areas = [.. row.Areas.Select(a => a with { Code = "=1+1", Name = "＝2+2" })] })
        );

        rows.Where(r => r["place_code"] != r["area_code"])
            .ShouldAllBe(r => r["place_code"] == "'=1+1" && r["place_name"] == "'＝2+2");
        rows.Count(r => r["place_name"] == "'＝2+2").ShouldBe(7);
    }

    [Fact]
    public void A_missing_figure_is_an_empty_cell_and_not_zero() =>
        Lines(Sample.Of(Sample.Row(Verdict.NoComparison, local: null)))[1]
            .ShouldContain(",local,E10000024,Nottinghamshire,,,,");

    private static SnapshotRow InParts() =>
        Sample.Row(Verdict.Mixed, "breastfeeding", local: null, england: null) with
        {
            VersusNeighbours = Verdict.InLine,
            Areas =
            [
                Sample.Part("Nottinghamshire NHS", Verdict.Exceeds, 50, 47) with
                {
                    VersusNeighbours = Verdict.InLine,
                    Neighbours = Average(50),
                },
                Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35, 47) with
                {
                    Code = "E16000023",
                    Neighbours = Average(null),
                },
            ],
        };

    private static SnapshotNeighbours Average(decimal? value) =>
        value is null
            ? new(AverageMethod.Mean, null, null, 0, 1, ["E10000007"], [])
            : new(
                AverageMethod.Mean,
                value,
                "2010/11",
                1,
                1,
                [],
                [new("E10000007", "Derbyshire", value.Value, Sample.Source)]
            );

    private static IEnumerable<(string Place, string Value, string Verdict)> Of(
        IEnumerable<Dictionary<string, string>> rows,
        string figure
    ) => rows.Where(r => r["figure"] == figure).Select(r => (r["place_name"], r["value"], r["verdict"]));

    // As someone does who has the file alone: by the words.
    private static SnapshotSummary Count(IReadOnlyCollection<Dictionary<string, string>> rows) =>
        SnapshotSummary.Count(
            [
                .. rows.Select(r =>
                    Sample.Row(Enum.GetValues<Verdict>().Single(v => v.Words() == r["verdict"]), r["indicator_id"]) with
                    {
                        NewerNational = r["england_newest"].Length == 0 ? null : r["england_newest"],
                        CountsWith = r["counted_with"].Length == 0 ? null : r["counted_with"],
                    }
                ),
            ],
            r => r.VersusNational
        );

    // No text of these samples has a comma in it.
    private static List<Dictionary<string, string>> Rows(Snapshot snapshot)
    {
        var lines = Lines(snapshot).Select(l => l.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    private static bool IsNumber(string cell) =>
        decimal.TryParse(
            cell,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        );

    private static List<string> Lines(Snapshot snapshot) =>
        [
            .. ComparisonCsv
                .Write(snapshot)
                .ToString()
                .TrimStart('\uFEFF')
                .ReplaceLineEndings("\n")
                .TrimEnd()
                .Split('\n'),
        ];
}
