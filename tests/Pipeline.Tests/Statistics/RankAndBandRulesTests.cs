using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Statistics;

/// <summary>The rules of the Local Authority Interactive Tool at each of their edges: of the numbers 1 to 101 the
/// quartiles are exactly 26, 51 and 76.</summary>
public sealed class RankAndBandRulesTests
{
    private static readonly decimal?[] OneToHundredAndOne = [.. Enumerable.Range(1, 101).Select(i => (decimal?)i)];

    [Theory]
    [InlineData(26, "A", "D")]
    [InlineData(27, "B", "C")]
    [InlineData(51, "B", "C")]
    [InlineData(52, "C", "B")]
    [InlineData(76, "C", "B")]
    [InlineData(77, "D", "A")]
    public void A_figure_on_a_quartile_is_in_the_band_below_it(int value, string whereLowIsGood, string whereHighIsGood)
    {
        Ranking.Among(value, OneToHundredAndOne, Polarity.Low)!.Quartile.ShouldBe(whereLowIsGood);
        Ranking.Among(value, OneToHundredAndOne, Polarity.High)!.Quartile.ShouldBe(whereHighIsGood);
    }

    [Theory]
    [InlineData(1, 1, 101)]
    [InlineData(26, 26, 76)]
    [InlineData(101, 101, 1)]
    public void One_is_always_the_best(int value, int whereLowIsGood, int whereHighIsGood)
    {
        Ranking.Among(value, OneToHundredAndOne, Polarity.Low)!.Rank.ShouldBe(whereLowIsGood);
        Ranking.Among(value, OneToHundredAndOne, Polarity.High)!.Rank.ShouldBe(whereHighIsGood);
    }

    [Fact]
    public void Equal_figures_share_the_best_rank_and_the_next_rank_is_left_out()
    {
        decimal?[] figures = [.. OneToHundredAndOne, 50m];
        Ranking.Among(50, figures, Polarity.Low)!.Rank.ShouldBe(50);
        Ranking.Among(51, figures, Polarity.Low)!.Rank.ShouldBe(52);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Four_figures_are_the_fewest_that_have_quartiles(int figures, bool ranked) =>
        (
            Ranking.Among(
                1,
                [.. OneToHundredAndOne.Select((figure, index) => index < figures ? figure : null)],
                Polarity.Low
            )
            is not null
        ).ShouldBe(ranked);
}
