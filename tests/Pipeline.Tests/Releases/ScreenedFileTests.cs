using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class ScreenedFileTests
{
    [Theory]
    [InlineData("2011-03-28", true)]
    [InlineData("2010-08-31", false)]
    public async Task A_figure_of_a_period_that_begins_after_its_publication_is_rejected(
        string published,
        bool accepted
    )
    {
        var judged = await ReadAsync($"{EesRows.Header}\n{EesRows.Notts}\n", published);

        judged.Findings.Count(f => f.Code == "PERIOD_IN_FUTURE").ShouldBe(accepted ? 0 : 1);
        (judged.Reading.Rows.Accepted, judged.Reading.Rows.Rejected).ShouldBe(accepted ? (1, 0) : (0, 1));
    }

    [Fact]
    public async Task A_period_that_has_begun_and_not_ended_is_no_fault() =>
        (
            await ReadAsync(
                "indicator,area_code,period,year_type,value\nneet-years-12-to-14,E10000024,2012/13 Q2,,2.9\n",
                "2012-07-01",
                Feed.Local
            )
        ).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task One_row_in_ten_may_be_rejected_and_not_more(int rejected, bool refused)
    {
        var rows = Enumerable
            .Range(0, 10)
            .Select(i => EesRows.Notts.Replace("201011", $"{1990 + i}{(91 + i) % 100:00}", StringComparison.Ordinal))
            .Select((row, i) => i < rejected ? $"{row[..row.LastIndexOf(',')]},none" : row);
        var judged = await ReadAsync($"{EesRows.Header}\n{string.Join('\n', rows)}\n", "2011-03-28");

        (judged.Reading.Rows.Accepted, judged.Reading.Rows.Rejected, judged.Reading.Refused).ShouldBe(
            (10 - rejected, rejected, refused)
        );
    }

    private static async Task<ScreenedFile> ReadAsync(string text, string published, Feed feed = Feed.National)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var dates = ReleaseDates.Find(
            "absence.csv",
            new Dictionary<string, string> { ["published"] = published },
            new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            out var fault
        );
        return await new Screener(Reference.Default, new IngestionOptions()).ReadAsync(
            new(file, "absence.csv", feed),
            (dates, fault),
            null,
            TestContext.Current.CancellationToken
        );
    }
}
