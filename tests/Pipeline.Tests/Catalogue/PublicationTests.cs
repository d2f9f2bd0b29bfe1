using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>What the catalogue takes from a file of each publication.</summary>
public sealed class PublicationTests
{
    public static TheoryData<EesSample> Samples => [.. EesSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_file_of_a_publication_brings_the_figures_of_its_indicators_and_no_others(EesSample sample)
    {
        var reading = await sample.ReadAsync();

        reading.Rows.Rejected.ShouldBe(0);
        reading
            .Series.ToSeries()
            .Select(s => (s.Indicator, s.Area, s.Observations.ShouldHaveSingleItem().Value.Value))
            .ShouldBe(
                sample.Figures.SelectMany(f =>
                    new (string, string, decimal?)[]
                    {
                        (f.Indicator, Known.England, f.England),
                        (f.Indicator, Known.Nottinghamshire, f.Nottinghamshire),
                    }
                ),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Assessments_in_time_are_those_of_six_bands_out_of_all_with_their_counts()
    {
        var figure = (await Assessments().ReadAsync())
            .Of("assessments-within-45-days", Known.Nottinghamshire)
            .ShouldHaveSingleItem();

        (figure.Value.Value, figure.Numerator, figure.Denominator).ShouldBe((96.0m, 960, 1000));
    }

    [Theory]
    [InlineData("c", MissingReason.Suppressed)]
    [InlineData("", MissingReason.NotGiven)]
    [InlineData("z", MissingReason.NotApplicable)]
    public async Task A_share_with_a_missing_part_is_missing_for_the_same_reason(string symbol, MissingReason reason)
    {
        var sample = Assessments();
        var figure = (
            await (
                sample with
                {
                    Nottinghamshire = [sample.Nottinghamshire[0].Replace(",190,", $",{symbol},")],
                }
            ).ReadAsync()
        )
            .Of("assessments-within-45-days", Known.Nottinghamshire)
            .ShouldHaveSingleItem();

        (figure.Value.Value, figure.Value.Missing, figure.Numerator).ShouldBe((null, reason, null));
    }

    [Theory]
    [InlineData(",1000,60,", ",0,60,")]
    [InlineData(",1000,60,", ",900,60,")]
    [InlineData(",190,", ",many,")]
    public async Task A_share_that_its_counts_cannot_give_is_no_figure(string cell, string other)
    {
        var sample = Assessments();
        var reading = await (
            sample with
            {
                Nottinghamshire = [sample.Nottinghamshire[0].Replace(cell, other)],
            }
        ).ReadAsync();

        reading.Of("assessments-within-45-days", Known.Nottinghamshire).ShouldAllBe(o => o.Value.Value == null);
    }

    [Fact]
    public async Task A_file_without_a_column_of_a_share_does_not_bring_it()
    {
        var sample = Assessments();
        var reading = await (
            sample with
            {
                Columns = sample.Columns.Replace("31-40_days", "days_31_to_40_working"),
            }
        ).ReadAsync();

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().ShouldContain("NOTHING_KNOWN");
    }

    [Fact]
    public async Task A_file_without_the_column_that_a_source_is_filtered_by_does_not_bring_it()
    {
        var sample = EesSamples.All[0];
        var reading = await (sample with { Columns = sample.Columns.Replace("category", "kind") }).ReadAsync();

        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("attainment-8", "AVG_Attain8_Score", "45.5")]
    [InlineData("english-and-maths-grade-5", "EngMaths9-5", "44.1")]
    [InlineData("injury-admissions", "HospAd0-14", "70.123")]
    public async Task A_measure_of_the_interactive_tool_is_read(string indicator, string measure, string value) =>
        (
            await Drop.ReadAsync(
                "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
                    + $"{measure},An item,2024,Nottinghamshire,{value},891.0,East Midlands\n"
            )
        )
            .Of(indicator, Known.Nottinghamshire)
            .ShouldHaveSingleItem()
            .Value.Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));

    [Fact]
    public void A_share_is_named_by_all_its_columns() =>
        Reference
            .Default.Catalogue.Find("assessments-within-45-days")!
            .Sources[0]
            .Name.ShouldBe(
                "ees:Same_day plus 1-10_days plus 11-20_days plus 21-30_days plus 31-40_days plus 41-45_days out of "
                    + "Assessments_completed; category=Duration of assessment"
            );

    private static EesSample Assessments() =>
        EesSamples.All.Single(s => s.File.StartsWith("c2_", StringComparison.Ordinal));
}
