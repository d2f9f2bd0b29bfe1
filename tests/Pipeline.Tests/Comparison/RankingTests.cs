using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Statistics;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class RankingTests
{
    private static readonly decimal?[] OneToHundredFifty = [.. Enumerable.Range(1, 150).Select(i => (decimal?)i)];

    [Theory]
    [InlineData(1, Polarity.Low, 1, "A")]
    [InlineData(1, Polarity.High, 150, "D")]
    [InlineData(38, Polarity.Low, 38, "A")]
    [InlineData(39, Polarity.Low, 39, "B")]
    [InlineData(150, Polarity.High, 1, "A")]
    [InlineData(113, Polarity.High, 38, "A")]
    [InlineData(112, Polarity.High, 39, "B")]
    public void One_is_the_best_by_polarity(int value, Polarity polarity, int rank, string quartile) =>
        (Ranking.Among(value, OneToHundredFifty, polarity)! with { Spread = null }).ShouldBe(
            new Ranking(rank, 150, quartile)
        );

    [Fact]
    public void Equal_figures_share_the_best_of_their_ranks() =>
        Ranking.Among(2, [.. OneToHundredFifty, 2m, 2m], Polarity.Low)!.Rank.ShouldBe(2);

    [Fact]
    public void A_missing_figure_is_not_ranked() =>
        Ranking.Among(1, [.. OneToHundredFifty, null, null], Polarity.Low)!.Of.ShouldBe(150);

    [Fact]
    public void A_neutral_indicator_has_no_rank() =>
        Ranking.Among(1, OneToHundredFifty, Polarity.Neutral).ShouldBeNull();

    [Fact]
    public void A_few_authorities_are_no_national_rank() =>
        Ranking.Among(1, OneToHundredFifty[..99], Polarity.Low).ShouldBeNull();

    [Fact]
    public void Figures_too_close_together_have_no_bands() =>
        (Ranking.Among(5, [.. Enumerable.Repeat((decimal?)5, 120)], Polarity.Low)! with { Spread = null }).ShouldBe(
            new Ranking(1, 120, null)
        );

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Four_of_a_hundred_authorities_with_a_figure_are_ranked(int figures, bool ranked) =>
        (
            Ranking.Among(1, [.. OneToHundredFifty[..figures], .. new decimal?[100 - figures]], Polarity.Low)
            is not null
        ).ShouldBe(ranked);

    [Theory]
    [InlineData(20, 50, 50, null)]
    [InlineData(40, 60, 20, null)]
    [InlineData(40, 40, 40, "A")]
    public void Quartiles_of_which_two_coincide_make_no_bands(int low, int middle, int high, string? band)
    {
        decimal?[] figures =
        [
            .. Enumerable.Repeat((decimal?)1, low),
            .. Enumerable.Repeat((decimal?)2, middle),
            .. Enumerable.Repeat((decimal?)3, high),
        ];

        Ranking.Among(1, figures, Polarity.Low)!.Quartile.ShouldBe(band);
    }

    [Fact]
    public void A_figure_at_a_quartile_is_in_the_band_below_it() =>
        // The quartiles of 1 to 101 are 26, 51 and 76.
        new[] { 26, 27, 51, 52, 76, 77 }
            .Select(v =>
                Ranking.Among(v, [.. Enumerable.Range(1, 101).Select(i => (decimal?)i)], Polarity.Low)!.Quartile
            )
            .ShouldBe(["A", "B", "B", "C", "C", "D"]);

    [Fact]
    public void Within_a_group_a_neutral_indicator_has_no_rank_either() =>
        Ranking.Within(1, [1, 2], Polarity.Neutral).ShouldBeNull();

    [Fact]
    public void Only_an_authority_is_ranked_among_the_authorities()
    {
        (string, decimal)[] all =
        [
            .. Reference.Default.Areas.All.Where(a => a.IsUpperTier).Select((a, i) => (a.Code, (decimal)i)),
            ("E12000004", 5),
        ];

        Compare(Known.Nottinghamshire).ShouldNotBeNull().Of.ShouldBe(all.Length - 1);
        Compare("E12000004").ShouldBeNull();

        Ranking? Compare(string area) =>
            Known
                .Comparer(Known.Area(area), [], AverageMethod.Mean)
                .Compare(Known.Absence, [Known.Of2014(all)])
                .Places.Single()
                .Standing;
    }

    [Fact]
    public void Rank_and_band_do_not_depend_on_the_order_of_the_figures() =>
        Gen.Shuffle(OneToHundredFifty)
            .Select(Gen.Int[1, 150])
            .Sample(
                (shuffled, value) =>
                    Ranking.Among(value, shuffled, Polarity.High)
                    == Ranking.Among(value, OneToHundredFifty, Polarity.High)
            );

    [Theory]
    [InlineData(5, 10, 4, Polarity.High, TestOutcome.Better)]
    [InlineData(5, 10, 4, Polarity.Low, TestOutcome.Worse)]
    [InlineData(5, 10, 4, Polarity.Neutral, TestOutcome.Higher)]
    [InlineData(5, 10, 11, Polarity.High, TestOutcome.Worse)]
    [InlineData(5, 10, 11, Polarity.Low, TestOutcome.Better)]
    [InlineData(5, 10, 11, Polarity.Neutral, TestOutcome.Lower)]
    [InlineData(5, 10, 5, Polarity.High, TestOutcome.Similar)]
    [InlineData(5, 10, 10, Polarity.Low, TestOutcome.Similar)]
    public void A_figure_within_the_interval_its_ends_included_is_similar(
        double lower,
        double upper,
        double other,
        Polarity polarity,
        TestOutcome outcome
    ) => Significance.Compare(new Interval(lower, upper), other, polarity).ShouldBe(outcome);
}
