using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Tests.Site;

namespace ChildrensTrust.Pipeline.Tests.Formats.Own;

public sealed class OwnReportTests
{
    [Theory]
    [InlineData(Feed.National)]
    [InlineData(Feed.KeyActions)]
    public async Task A_report_of_ours_is_called_one_and_nothing_else(Feed feed)
    {
        var snapshot = PageSamples.Snapshot("A note");
        foreach (var report in new[] { WorkbookReport.Write(snapshot), ComparisonCsv.Write(snapshot) })
        {
            var reading = await Drop.ReadAsync(report.ToArray(), feed);

            var error = reading.Findings.ToList().Where(f => f.Code != "SHEETS_READ").ShouldHaveSingleItem();
            (reading.Refused, error.Code).ShouldBe((true, "OWN_REPORT"));
            error.Message.ShouldBe("This is a report made by this pipeline, not a publisher's file.");
        }
    }

    [Theory]
    [InlineData("severity,code,row,rows,count,column,message,guidance\nError,NO_ROWS,,,1,,a,b\n", "a list of findings")]
    [InlineData(
        "indicator,series,area_code,period_kind,period,period_start,period_end,value,missing,symbol,numerator,"
            + "denominator,lower_95,upper_95,status,note,published,feed,release,file,row,column\n",
        "an export"
    )]
    public async Task So_is_what_else_the_pipeline_writes(string text, string what) =>
        (await Drop.ReadAsync(text))
            .Findings.ToList()
            .Select(f => f.Message)
            .ShouldContain($"This is {what} made by this pipeline, not a publisher's file.");

    [Theory]
    [InlineData(Feed.Local, "")]
    [InlineData(Feed.KeyActions, "")]
    [InlineData(Feed.Local, ",,,,,,,,\n")]
    public async Task A_template_that_is_not_filled_in_is_called_one(Feed feed, string below)
    {
        var header = string.Join(',', Template.Columns(feed)!.Select(c => c.Name));
        var example = string.Join(',', Template.ExampleRow(feed)!);

        (await Drop.ReadAsync($"{header}\n{example}\n{below}", feed)).Codes().ShouldContain("TEMPLATE_EMPTY");
        (await Drop.ReadAsync($"{header}\n", feed)).Codes().ShouldBe(["TEMPLATE_EMPTY"]);
    }
}
