using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Reports;

/// <summary>The narrative, the scorecard and the notes of every authority, under two models of neighbours, read as
/// English.</summary>
public sealed class GrammarTests
{
    private static readonly DateOnly AsAt = new(2025, 9, 30);

    private static readonly IReadOnlyList<Area> Authorities =
    [
        .. Reference.Default.Areas.All.Where(a => a.IsEnglishAuthority && a.ExistedOn(AsAt)),
    ];

    [Theory]
    [InlineData("a doubled word", "Worse than than England.")]
    [InlineData("one with a plural", "For one performance indicators, it is.")]
    [InlineData("one with a plural", "For 1 figures, it is.")]
    [InlineData("many with a singular", "For two performance indicator, it is.")]
    [InlineData("many with a singular", "All 24 figure of them.")]
    [InlineData("one with the verb of many", "Of these ten, one differ by more than chance.")]
    [InlineData("many with the verb of one", "Of these ten, two differs by more than chance.")]
    [InlineData("of one, as if of several", "Of the one key action, none are completed.")]
    [InlineData("of none", "No figure is worse of the none that can be compared.")]
    [InlineData("a space before punctuation", "Worse , and worse.")]
    [InlineData("no space after punctuation", "Worse,and worse.")]
    [InlineData("a doubled punctuation mark", "Worse..")]
    [InlineData("two spaces", "Worse  and worse.")]
    [InlineData("a bracket without its other", "Worse (for Kent.")]
    [InlineData("a bracket without its other", "Worse for) Kent (.")]
    [InlineData("a quotation mark without its other", "It would be “worse.")]
    [InlineData("nothing between marks", "Worse () for Kent.")]
    [InlineData("an unfilled place", "{area} is worse.")]
    [InlineData("a name of the register", "Bristol, City of is worse.")]
    [InlineData("a before a vowel", "A average of ten.")]
    [InlineData("an before a consonant", "It is an figure.")]
    [InlineData("a date of a machine", "As at 2025-09-30.")]
    [InlineData("a code of a machine", "It is doesNotMeet.")]
    [InlineData("nothing with a sign", "A change of −0.0%.")]
    [InlineData("a unit twice", "It is 5%%.")]
    [InlineData("a lower-case beginning", "it is worse.")]
    [InlineData("a lower-case beginning", "It is worse. it is.")]
    [InlineData("no end", "It is worse")]
    public void A_rule_finds_its_breach(string rule, string text) =>
        Grammar.Breaches(text, isSentence: true).ShouldContain($"{rule}: {text}");

    [Theory]
    [InlineData("Of the twelve differences, one is more than chance and two could not be tested.")]
    [InlineData("Of these ten, none differ by more than chance; one could not be tested.")]
    [InlineData("One of two files. The 1.5 figures (of 2011/12, provisional) rose by +0.5 percentage points.")]
    [InlineData("An NHS area, a unitary authority, a one-off and an hour (see “Notes”).")]
    [InlineData("For one performance indicator, Kent is in line with England. This is:")]
    public void Good_English_breaks_no_rule(string text) => Grammar.Breaches(text, isSentence: true).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_an_example() =>
        typeof(GrammarTests)
            .GetMethod(nameof(A_rule_finds_its_breach))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(a => (string)a.Data[0]!)
            .Distinct()
            .Order()
            .ShouldBe(Grammar.Anywhere.Concat(Grammar.OfSentences).Select(r => r.Name).Order());

    [Fact]
    public void A_snapshot_that_holds_everything_breaks_no_rule() =>
        Grammar.Breaches([RichSample.Of()]).ShouldBeEmpty();

    [Fact]
    public void A_council_whose_name_is_a_list_is_one_council() =>
        Scorecard
            .Of(
                Sample.Of() with
                {
                    NeighbourSet = new(
                        "set",
                        default,
                        [
                            new("E06000058", "Bournemouth, Christchurch and Poole", "Close"),
                            new("E06000059", "Dorset", "Close"),
                            new("E10000016", "Kent", "Close"),
                        ]
                    ),
                }
            )
            .ComparedWith.ShouldBe(
                "Compared with England and with three similar councils: Bournemouth, Christchurch and Poole; Dorset; and "
                    + "Kent."
            );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_authority_of_made_up_figures_breaks_no_rule(int model)
    {
        var series = Reference
            .Default.Catalogue.Reported.Where(i => i.IsReportedAt(AsAt))
            .ToDictionary(i => i.Id, IReadOnlyList<SeriesAsOf> (i) => [MadeUp(i)]);
        var breaches = Breaches(series, new($"set {model}", new(2021, 4, 1), Following(model)));

        breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_authority_of_the_real_figures_breaks_no_rule_under_two_models()
    {
        var series = await RealAsync();
        var real = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(
                SharedFeeds.Path("stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv"),
                TestContext.Current.CancellationToken
            ),
            Feed.Neighbours,
            "New_Statistical_Neighbour_Groupings_April_2021.csv"
        );

        Breaches(series, new("April 2021", new(2021, 4, 1), real.Neighbours)).ShouldBeEmpty();
        Breaches(series, new("made up", new(2021, 4, 1), Following(1))).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Breaches(
        IReadOnlyDictionary<string, IReadOnlyList<SeriesAsOf>> series,
        NeighbourSet set
    )
    {
        Authorities.Count.ShouldBe(153);
        var evidence = new KnownData(series, new([set], AsAt, null), [], [], null);
        var draft = new SnapshotDraft(Reference.Default, evidence, new(AsAt), new(2026, 4, 8));
        // What the evidence remembers is for one thread.
        return Grammar.Breaches([.. Authorities.Select(a => draft.Make(a))]);
    }

    private static async Task<Dictionary<string, IReadOnlyList<SeriesAsOf>>> RealAsync()
    {
        await using var file = File.OpenRead(SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        var reading = await FeedReader.ReadAsync(
            new(file, "bds_long_22_measures.csv", Feed.Neighbours),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        var release = Known.Release("2026-04-08", "real");
        return reading
            .Series.ToSeries()
            .GroupBy(s => s.Indicator)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<SeriesAsOf> (g) =>
                    [new SeriesAsOf(g.First().Source, 0, [new(release, g.ToDictionary(s => s.Area))], AsAt)]
            );
    }

    // Each authority's neighbours are those that follow it in the register; the last of the first model has none.
    private static Dictionary<string, IReadOnlyList<Neighbour>> Following(int model) =>
        Authorities
            .Select((area, i) => (area, i))
            .Where(x => model > 0 || x.i < Authorities.Count - 1)
            .ToDictionary(
                x => x.area.Code,
                IReadOnlyList<Neighbour> (x) =>
                    [
                        .. Enumerable
                            .Range(1, 1 + (x.i % 10))
                            .Select(n => new Neighbour(
                                Authorities[(x.i + (n * (model + 1))) % Authorities.Count],
                                "Close"
                            )),
                    ]
            );

    // Figures of few values, so that many are equal; some are suppressed, some missing, some of another year, and some
    // with the counts by which they are tested.
    private static SeriesAsOf MadeUp(Indicator indicator)
    {
        var random = new Random(indicator.Id.Sum(c => c));
        var figures = new List<(string Area, Observation Observation)>();
        foreach (var area in Authorities.Select(a => a.Code).Append(Known.England))
        {
            var kind = random.Next(12);
            foreach (var year in new[] { 2023, 2024, 2025 })
            {
                if (area != Known.England && (kind == 0 || (kind == 1 && year == 2025)))
                    continue;
                decimal? value = kind == 2 && year == 2025 ? null : 20 + (random.Next(20) / 10m);
                var counted = kind is > 2 and < 8 && value is not null;
                figures.Add(
                    (
                        area,
                        Known.Figure(
                            Known.Academic(year),
                            area == Known.England ? 21 : value,
                            counted ? 200 : null,
                            counted ? 1000 : null
                        )
                    )
                );
            }
        }
        return new("a series", 0, [Known.Released(Known.Release("2026-03-01", "made-up"), [.. figures])], AsAt);
    }
}
