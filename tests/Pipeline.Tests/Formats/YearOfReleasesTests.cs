using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Real releases of a year: each brings the figures of its scope, and those of another scope bring
/// nothing.</summary>
public sealed class YearOfReleasesTests
{
    [Theory]
    [InlineData("absence_in_prus.csv")]
    [InlineData("ks4_la.csv")]
    [InlineData("send_sen_la.csv")]
    public async Task A_release_about_some_children_brings_no_figure_of_all_of_them(string file)
    {
        var reading = await ReadAsync($"year/{file}", Feed.National);

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Findings.ToList().ShouldNotBeEmpty();
    }

    /// <summary>Each value was read by eye from the row of Nottinghamshire.</summary>
    [Theory]
    [InlineData("level_2_3_sfla.csv", "level-3-by-19", "2016/17", 51.79420152)]
    [InlineData("level_2_3_sfla.csv", "level-3-by-19", "2017/18", 51.76214121)]
    [InlineData("csww_indicators_2017_to_2025.csv", "social-worker-turnover", "2018", 11.3)]
    [InlineData("csww_indicators_2017_to_2025.csv", "social-worker-vacancies", "2017", 4.8)]
    [InlineData("csww_indicators_2017_to_2025.csv", "social-worker-caseload", "2018", 17.6)]
    [InlineData("exclusions_by_geographic_level.csv", "permanent-exclusions", "2006/07", 0.12)]
    [InlineData("exclusions_by_geographic_level.csv", "suspensions", "2006/07", 5.78)]
    [InlineData("cla_number_and_rate_per_10k_children.csv", "children-looked-after", "2025", 53)]
    [InlineData("ons_els_3_2023_overweight_reception_IDS.csv", "reception-excess-weight", "2014/15", 20.68765)]
    public async Task A_release_brings_the_figures_of_its_scope(
        string file,
        string indicator,
        string period,
        double figure
    )
    {
        var figures = Figures(await ReadAsync($"year/{file}", Feed.National), indicator);

        figures
            .Single(f =>
                f.Key.Area == "E10000024" && f.Key.Period.ToString().Contains(period, StringComparison.Ordinal)
            )
            .Value.ShouldBe((decimal)figure);
    }

    [Theory]
    [InlineData("d6_cpps_reviewed_within_timescales_2013_to_2024.csv", "child-protection-reviews")]
    [InlineData("c2_children_in_need_assessments_duration_2014_to_2024.csv", "assessments-within-45-days")]
    [InlineData("EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv", "good-level-of-development")]
    public async Task A_release_agrees_with_the_interactive_tool(string file, string indicator)
    {
        var release = Figures(await ReadAsync($"year/{file}", Feed.National), indicator);
        var tool = Figures(await ReadAsync("lait/bds_long_22_measures.csv", Feed.Neighbours), indicator);

        var both = release.Where(f => tool.ContainsKey(f.Key)).ToList();
        both.Count.ShouldBeGreaterThan(60);
        // One in the first decimal: the tool has it from counts before they were rounded.
        both.ShouldAllBe(f => Math.Abs(f.Value - tool[f.Key]) <= 0.1m);
        both.Count(f => f.Value == tool[f.Key]).ShouldBeGreaterThan(both.Count * 9 / 10);
    }

    /// <summary>The file has three types of school and no row for all of them.</summary>
    [Fact]
    public async Task Absence_by_type_of_school_sums_to_what_the_interactive_tool_has()
    {
        var release = Figures(await ReadAsync("dfe-ees/absence_by_term.csv", Feed.National), "overall-absence");
        var tool = Figures(await ReadAsync("lait/bds_long_22_measures.csv", Feed.Neighbours), "overall-absence");

        var both = release.Where(f => tool.ContainsKey(f.Key)).ToList();
        both.Count.ShouldBeGreaterThan(300);
        // The tool has two decimals.
        both.ShouldAllBe(f => Math.Abs(f.Value - tool[f.Key]) <= 0.0051m);
        release
            .Single(f => f.Key.Area == "E10000024" && f.Key.Period.ToString().Contains("2016/17"))
            .Value.ShouldBe(4.4377m);
    }

    private static async Task<FileReading> ReadAsync(string name, Feed feed)
    {
        await using var file = File.OpenRead(SharedFeeds.Path(name));
        var reading = await FeedReader.ReadAsync(
            new(file, Path.GetFileName(name), feed),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        reading.Rows.Reconciles.ShouldBeTrue();
        return reading;
    }

    private static Dictionary<(string Area, Period Period), decimal> Figures(FileReading reading, string indicator) =>
        (
            from series in reading.Series.ToSeries()
            where series.Indicator == indicator
            from observation in series.Observations
            where observation.Value.Value is not null
            select ((series.Area, observation.Period), observation.Value.Value!.Value)
        ).ToDictionary();
}
