using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Formats;

public sealed class RealFilesTests
{
    [Theory]
    [InlineData("dfe-cin/d1_child_protection_plans_2013_to_2024.csv", Feed.National, "ees")]
    [InlineData("dfe-cin/d3_cpps_subsequent_plan_2013_to_2024.csv", Feed.National, "ees")]
    [InlineData("dfe-ees/absence_by_term.csv", Feed.National, "ees")]
    [InlineData("dfe-ees/absence_number_missing_at_least_one_session_by_reason.csv", Feed.National, "ees")]
    [InlineData("dfe-ees/exclusions_by_characteristic.csv", Feed.National, "ees")]
    [InlineData("dfe-ees/absence_by_term.meta.csv", Feed.National, "ees-meta")]
    [InlineData("dfe-neet/UD_NEETNK_LA_dashboard_2022_final.csv", Feed.National, "ees")]
    [InlineData("fingertips/la_hospital_admissions_2324.csv", Feed.Obesity, "fingertips")]
    [InlineData("lait/bds_long_22_measures.csv", Feed.Neighbours, "lait")]
    [InlineData(
        "stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv",
        Feed.Neighbours,
        "neighbour-model"
    )]
    [InlineData("stat-neighbours/lait_sn_april_2021.xlsx", Feed.Neighbours, "neighbour-model")]
    public async Task Every_real_file_is_read_and_its_rows_add_up(string file, Feed feed, string format)
    {
        await using var stream = File.OpenRead(SharedFeeds.Path(file));
        var reading = await FeedReader.ReadAsync(
            new(stream, Path.GetFileName(file), feed),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{file}: read {reading.Rows.Read} accepted {reading.Rows.Accepted} rejected {reading.Rows.Rejected} "
                + $"skipped {string.Join("; ", reading.Rows.Skipped)} series {reading.Series.ToSeries().Count()} obs "
                + $"{reading.Series.ToSeries().Sum(s => s.Observations.Count)} neighbours {reading.Neighbours.Count}"
        );
        foreach (var f in reading.Findings.ToList().Take(12))
            TestContext.Current.TestOutputHelper!.WriteLine($"   {f}");
        reading.Format.ShouldBe(format);
        reading.Rows.Reconciles.ShouldBeTrue();
        reading.Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("lait/lait_data_dictionary.csv")]
    [InlineData("la-lookup/dfe_las.csv")]
    [InlineData("la-lookup/dfe_region_la_hierarchy.csv")]
    public async Task A_file_that_is_no_release_is_not_taken_for_one(string file)
    {
        await using var stream = File.OpenRead(SharedFeeds.Path(file));
        var reading = await FeedReader.ReadAsync(
            new(stream, Path.GetFileName(file), Feed.National),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        (reading.Format, reading.Refused, reading.Rows.Reconciles).ShouldBe((FileReading.Unknown, true, true));
    }
}
