using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Tables;

/// <summary>An upload that stopped inside the last cell, in each encoding and each way a column can look.</summary>
public sealed class CutOffTests
{
    private const string Header =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,CPP_At31_rate\n";
    private static readonly (string Code, string Number, string Name)[] Areas =
    [
        ("E10000006", "909", "Cumbria"),
        ("E10000007", "830", "Derbyshire"),
        ("E10000016", "886", "Kent"),
        ("E10000024", "891", "Nottinghamshire"),
    ];

    [Theory]
    [InlineData("41.9 31.2 40.8", "4", true)]
    [InlineData("41.9 31.2 40.8", "45.", true)]
    [InlineData("41.9 31.2 40.8", "", true)]
    [InlineData("41.91 31.22 40.83", "45.4", true)]
    [InlineData("41.9 31.2 40.8", "45.4", false)]
    [InlineData("41.9 31.2 40.8", "c", false)]
    [InlineData("41.9 31 40.8", "45", false)]
    [InlineData("41.9  40.8", "", false)]
    [InlineData("41.9 31.2 40.8", "4\n", false, false)]
    public async Task A_last_figure_without_a_line_break_is_compared_with_its_column(
        string above,
        string last,
        bool isCut,
        bool isOpen = true
    )
    {
        foreach (
            var encoding in new Encoding[] { new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode }
        )
        {
            string[] cells = [.. above.Split(' '), last];
            var rows = Areas.Zip(
                cells,
                (a, cell) =>
                    $"2012,Reporting year,Local authority,E92000001,England,,,{a.Number},{a.Code},{a.Name},Child "
                    + $"Protection Plans,{cell}"
            );
            byte[] file = [.. encoding.Preamble, .. encoding.GetBytes(Header + string.Join('\n', rows))];
            using var content = new MemoryStream(file);

            var reading = await FeedReader.ReadAsync(
                new(content, "cpp.csv", Feed.National),
                Reference.Default,
                TestContext.Current.CancellationToken
            );

            (
                reading.Refused,
                reading.Findings.Count(Pipeline.Findings.Check.LastRowCut),
                reading.Findings.Count(Pipeline.Findings.Check.LastRowOpen)
            ).ShouldBe((isCut, isCut ? 1 : 0, isOpen && !isCut ? 1 : 0), encoding.WebName);
        }
    }
}
