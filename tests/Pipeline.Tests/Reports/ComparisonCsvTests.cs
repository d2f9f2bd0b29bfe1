using ChildrensTrust.Pipeline.Catalogue;
using System.Text;
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

        lines[0].ShouldBe("as_at,compiled,area_code,area_name,indicator_id,indicator,priority,unit,good_is,figure,figure_area_code,figure_area_name,period,value,status,verdict,n,of,feed,series,release,file,row,column");
        lines[1].ShouldBe("2012-09-30,2012-12-12,E10000024,Nottinghamshire,overall-absence,Name of overall-absence,Priority 1,%,low,local,E10000024,Nottinghamshire,2010/11,5.7,final,,,,national,ees:sess_overall_percent,national-0123,absence.csv,17,sess_overall_percent");
        lines[2].ShouldBe("2012-09-30,2012-12-12,E10000024,Nottinghamshire,overall-absence,Name of overall-absence,Priority 1,%,low,national,E92000001,England,2010/11,5.8,,exceeds,,,national,ees:sess_overall_percent,national-0123,absence.csv,2,sess_overall_percent");
        lines.Count.ShouldBe(3);
    }

    [Fact]
    public void The_file_begins_with_the_mark_by_which_a_spreadsheet_knows_its_encoding() =>
        ComparisonCsv.Write(Sample.Of(Sample.Row(Verdict.Exceeds))).ToArray()[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());

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
        lines.SelectMany(l => l.Split(',')).Where(cell => cell.TrimStart('"', ' ').StartsWith(sign, StringComparison.Ordinal)).ShouldAllBe(cell => IsNumber(cell));
    }

    [Fact]
    public void A_negative_number_stays_a_number() =>
        Lines(Sample.Of(Sample.Row(Verdict.Exceeds) with { Change = -0.90m, Direction = "improving" })).ShouldContain(l => l.Contains(",change,E10000024,Nottinghamshire,2010/11,-0.90,improving,", StringComparison.Ordinal));

    [Fact]
    public void Neighbours_are_an_average_with_its_number_and_a_row_for_each()
    {
        var lines = Lines(Sample.Of(Sample.Row(Verdict.Exceeds) with
        {
            VersusNeighbours = Verdict.InLine,
            Neighbours = new(AverageMethod.Median, 5.7m, "2010/11", 1, 2, ["E10000016"], [new("E10000007", "Derbyshire", 5.7m, Sample.Source)]),
        }));

        lines[3].ShouldContain(",neighbours median,,Statistical neighbours,2010/11,5.7,,in line,1,2,");
        lines[4].ShouldContain(",neighbour,E10000007,Derbyshire,2010/11,5.7,,,,,national,");
    }

    [Fact]
    public void Each_part_has_rows_of_its_own()
    {
        var lines = Lines(Sample.Of(Sample.Row(Verdict.Mixed, local: null, england: null) with
        {
            Areas = [Sample.Part("Nottinghamshire NHS", Verdict.Exceeds, 50, 47), Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35, 47)],
        }));

        lines.Count(l => l.Contains(",local,E16000081,", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void A_missing_figure_is_an_empty_cell_and_not_zero() =>
        Lines(Sample.Of(Sample.Row(Verdict.NoComparison, local: null)))[1].ShouldContain(",local,E10000024,Nottinghamshire,,,,");

    private static bool IsNumber(string cell) => decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static List<string> Lines(Snapshot snapshot) => [.. ComparisonCsv.Write(snapshot).ToString().TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n')];
}
