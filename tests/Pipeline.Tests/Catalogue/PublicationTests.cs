using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>What the catalogue takes from a file of each publication.</summary>
public sealed class PublicationTests
{
    private static readonly IndicatorCatalogue Shipped = Reference.Default.Catalogue;

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
    [InlineData("ehe_census.csv", "elective-home-education")]
    [InlineData("cme_census.csv", "children-missing-education")]
    [InlineData("elective-home-education-at-census-date.csv", "elective-home-education")]
    [InlineData("census.csv", null)]
    public async Task Two_publications_with_the_same_columns_are_told_apart_by_their_names(
        string file,
        string? indicator
    ) =>
        (await EesSamples.All.First(s => s.File == "ehe_census.csv").With(file).ReadAsync())
            .Series.ToSeries()
            .Select(s => s.Indicator)
            .Distinct()
            .ShouldBe(indicator is null ? [] : [indicator]);

    [Fact]
    public async Task A_term_that_the_catalogue_does_not_ask_for_brings_no_figure() =>
        (
            await (
                EesSamples.All.First(s => s.File == "ehe_census.csv") with
                {
                    Identifier = "Spring term,202425",
                }
            ).ReadAsync()
        )
            .Series.ToSeries()
            .ShouldBeEmpty();

    public static TheoryData<string, int> OfOtherFormats =>
        new(
            from indicator in Shipped.Indicators
            from entry in indicator.Sources.Index()
            where entry.Item.Format is "lait" or "fingertips" or "ons"
            select (indicator.Id, entry.Index)
        );

    [Theory]
    [MemberData(nameof(OfOtherFormats))]
    public async Task A_measure_of_another_publisher_is_read(string indicator, int rank)
    {
        var reading = await OtherSample.ReadAsync(Shipped.Find(indicator)!, rank);

        var series = reading
            .Series.ToSeries()
            .Where(s => s.Indicator == indicator && s.Preference == rank)
            .ToDictionary(s => s.Area, s => s.Observations.ShouldHaveSingleItem().Value.Value);
        series.ShouldBe(
            new Dictionary<string, decimal?> { [Known.England] = 12.5m, [Known.Nottinghamshire] = 11.5m },
            ignoreOrder: true
        );
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Its_figures_reach_a_snapshot(EesSample sample)
    {
        var rows = Snapshot(await sample.ReadAsync(), sample.Figures.Select(f => f.Indicator));

        foreach (var (indicator, england, nottinghamshire) in sample.Figures)
            (rows[indicator].Local?.Value, rows[indicator].National?.Value).ShouldBe((nottinghamshire, england));
    }

    [Theory]
    [MemberData(nameof(OfOtherFormats))]
    public async Task The_figure_of_another_publisher_reaches_a_snapshot(string indicator, int rank)
    {
        var row = Snapshot(await OtherSample.ReadAsync(Shipped.Find(indicator)!, rank), [indicator])[indicator];

        (row.Local?.Value, row.National?.Value).ShouldBe((11.5m, 12.5m));
        row.VersusNational.ShouldBe(
            row.Polarity switch
            {
                Polarity.Low => Verdict.Exceeds,
                Polarity.High => Verdict.DoesNotMeet,
                _ => Verdict.NoJudgement,
            }
        );
    }

    // Those of releases before 2019 are in sample-feeds.
    [Fact]
    public async Task Every_source_of_Explore_Education_Statistics_has_a_sample()
    {
        var read = new HashSet<(string Id, string Name)>();
        foreach (var sample in EesSamples.All)
            read.UnionWith((await sample.ReadAsync()).Series.ToSeries().Select(s => (s.Indicator, s.Source)));

        (
            from indicator in Shipped.Indicators
            from source in indicator.Sources
            where source is { Format: "ees", Publication: not "before-2019" }
            select (indicator.Id, source.Name)
        )
            .Except(read)
            .Where(s => s.Name != "ees:enrolments_pa_15_percent")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_source_says_in_which_file_of_which_publication_it_is() =>
        Shipped
            .Indicators.SelectMany(i => i.Sources)
            .ShouldAllBe(s => s.Publication != null && !string.IsNullOrEmpty(s.File));

    [Fact]
    public void Every_publication_is_uploaded_to_a_folder_of_its_format() =>
        Shipped
            .Indicators.SelectMany(i => i.Sources)
            .ShouldAllBe(s =>
                FeedReader
                    .Readers.First(r => r.Source != null && r.Source.Name == s.Format)
                    .Feeds.Any(f => f.Folder() == Shipped.Publications.First(p => p.Id == s.Publication).Folder)
            );

    [Fact]
    public void A_share_is_named_by_all_its_columns() =>
        Shipped
            .Find("assessments-within-45-days")!
            .Sources[0]
            .Name.ShouldBe(
                "ees:Same_day plus 1-10_days plus 11-20_days plus 21-30_days plus 31-40_days plus 41-45_days out of "
                    + "Assessments_completed; category=Duration of assessment"
            );

    private static Dictionary<string, SnapshotRow> Snapshot(FileReading reading, IEnumerable<string> indicators)
    {
        var reference = Reference.Build(
            BinaryData.FromString("""{"profile": "all"}"""),
            null,
            FeedReader.SourceFormats
        );
        var last = reading.Series.ToSeries().SelectMany(o => o.Observations).Max(o => o.Period.End);
        var asAt = new DateOnly(last.Year + 1, 3, 31);
        var figures = reading
            .Series.ToSeries()
            .Where(s => indicators.Contains(s.Indicator))
            .GroupBy(s => s.Indicator)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<SeriesAsOf> (g) =>
                    [
                        new SeriesAsOf(
                            g.First().Source,
                            g.First().Preference,
                            [new(Known.Release("2026-02-01", "a"), g.ToDictionary(s => s.Area))],
                            asAt
                        ),
                    ]
            );
        var known = new KnownData(figures, NeighbourSets.None, [], [], null);
        // The indicators that ended are reported until their last day.
        return indicators.ToDictionary(
            id => id,
            id =>
                new SnapshotDraft(reference, known, new(Shipped.Find(id)!.Until ?? asAt), new(2026, 6, 12))
                    .Make(Known.Area(Known.Nottinghamshire))
                    .Rows.Single(r => r.Indicator == id)
        );
    }

    private static EesSample Assessments() =>
        EesSamples.All.Single(s => s.File.StartsWith("c2_", StringComparison.Ordinal));
}
