using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>Figures of 2025 that were worked from the publisher's file by other means: rank, band, mean and median of
/// the neighbours of May 2025.</summary>
public sealed class RealFiguresTests
{
    private static readonly string[] NeighboursOf2025 =
    [
        "830",
        "935",
        "933",
        "886",
        "926",
        "937",
        "855",
        "802",
        "860",
        "888",
    ];

    [Theory]
    [InlineData("overall-absence", 6.44, 6.78, Verdict.Exceeds, 40, 153, "B", 6.818, 6.975, 10)]
    [InlineData("repeat-child-protection-plans", 27.9, 24.5, Verdict.DoesNotMeet, 119, 152, "D", 23.48, 24.3, 10)]
    [InlineData("assessments-within-45-days", 95.4, 85.7, Verdict.Exceeds, 18, 152, "A", 82.15, 83.0, 10)]
    [InlineData("child-protection-reviews", 93.2, 90.6, Verdict.Exceeds, 82, 150, "C", 89.36, 89.95, 10)]
    [InlineData("good-level-of-development", 67.4, 68.3, Verdict.DoesNotMeet, 97, 153, "C", 68.99, 68.75, 10)]
    [InlineData("year-6-excess-weight", 37.4, 36.2, Verdict.DoesNotMeet, 82, 151, "C", 34.71, 34.95, 10)]
    [InlineData("re-referrals", 23.1, 22.6, Verdict.DoesNotMeet, 116, 153, "D", 19.9, 19.0, 10)]
    [InlineData("neet-16-to-17", 1.5, 3.4, Verdict.Exceeds, 15, 153, "A", 3.47, 3.8, 10)]
    [InlineData("child-protection-plans-two-years", 3.3, 4.4, Verdict.Exceeds, 44, 133, "B", 4.2666666667, 4.9, 9)]
    [InlineData("children-in-low-income-families", 19.5, 19.8, Verdict.Exceeds, 86, 153, "C", 17.46, 17.65, 10)]
    [InlineData("level-3-by-19", 53.801, 57.561, Verdict.DoesNotMeet, 99, 150, "C", 55.5624, 54.952, 10)]
    [InlineData("breastfeeding-6-to-8-weeks", 46.87, 52.71, Verdict.DoesNotMeet, 54, 88, "C", 48.62, 50.96, 7)]
    [InlineData("persistent-absence", 16.64, 18.14, Verdict.Exceeds, 34, 153, "A", 17.501, 17.975, 10)]
    public async Task Nottinghamshire_of_2025(
        string indicator,
        double local,
        double england,
        Verdict verdict,
        int rank,
        int of,
        string quartile,
        double mean,
        double median,
        int n
    )
    {
        var reference = Reference.Default;
        await using var file = File.OpenRead(SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        var reading = await FeedReader.ReadAsync(
            new(file, "bds_long_22_measures.csv", Feed.Neighbours),
            reference,
            TestContext.Current.CancellationToken
        );
        var series = reading.Series.ToSeries().Where(s => s.Indicator == indicator).ToDictionary(s => s.Area);
        var known = new SeriesAsOf(
            series["E10000024"].Source,
            0,
            [new(Known.Release("2026-04-08", "real"), series)],
            new(2025, 9, 30)
        );
        var neighbours = NeighboursOf2025
            .Select(number => new Neighbour(reference.Areas.FindByNumber(number)!, ""))
            .ToList();

        AreaComparison Compared(AverageMethod method) =>
            Known
                .Comparer(reference.Areas.FindByCode("E10000024")!, neighbours, method)
                .Compare(reference.Catalogue.Find(indicator)!, [known])
                .Places[0];

        var place = Compared(AverageMethod.Mean);
        (place.Local!.Value, place.National!.Value, place.VersusNational).ShouldBe(
            ((decimal)local, (decimal)england, verdict)
        );
        (place.Standing! with { Spread = null }).ShouldBe(new Ranking(rank, of, quartile));
        (place.Neighbours!.Average, place.Neighbours!.WithFigures.Count).ShouldBe(((decimal)mean, n));
        Compared(AverageMethod.Median).Neighbours!.Average.ShouldBe((decimal)median);
    }

    [Fact]
    public async Task Repeat_plans_of_2013_differ_from_one_set_of_neighbours_by_more_than_chance_and_not_from_another()
    {
        await using var file = File.OpenRead(SharedFeeds.Path("dfe-cin/d3_cpps_subsequent_plan_2013_to_2024.csv"));
        var reference = Reference.Default;
        var reading = await FeedReader.ReadAsync(
            new(file, "d3.csv", Feed.National),
            reference,
            TestContext.Current.CancellationToken
        );
        var series = reading.Series.ToSeries().ToDictionary(s => s.Area);
        var known = new SeriesAsOf("d3", 0, [new(Known.Release("2026-04-08", "real"), series)], new(2013, 9, 30));
        Significance Against(string[] numbers) =>
            Known
                .Comparer(
                    reference.Areas.FindByNumber("891")!,
                    [.. numbers.Select(x => new Neighbour(reference.Areas.FindByNumber(x)!, ""))],
                    AverageMethod.Mean
                )
                .Compare(reference.Catalogue.Find("repeat-child-protection-plans")!, [known])
                .Places[0]
                .Significance!;

        var may2025 = Against(NeighboursOf2025);
        (may2025.Method, Math.Round(may2025.Lower!.Value, 3), Math.Round(may2025.Upper!.Value, 3)).ShouldBe(
            ("Wilson score interval", 15.146m, 19.834m)
        );
        (may2025.National, may2025.NationalAt998, may2025.Neighbours).ShouldBe(
            (TestOutcome.Worse, TestOutcome.Similar, TestOutcome.Worse)
        );
        Against(["830", "860", "888", "885", "925", "940", "909", "881", "886", "896"])
            .Neighbours.ShouldBe(TestOutcome.Similar);
    }
}
