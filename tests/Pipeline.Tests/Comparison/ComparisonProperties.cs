using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Statistics;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>What holds of every comparison, whatever its figures are.</summary>
public sealed class ComparisonProperties
{
    private static readonly Gen<decimal> Figures = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 4])
        .Select((i, places) => decimal.Round(i / 1000m, places));
    private static readonly Gen<Interval> Intervals = Gen.Select(Figures, Figures)
        .Select((a, b) => new Interval((double)Math.Min(a, b), (double)Math.Max(a, b)));

    [Fact]
    public void The_other_polarity_swaps_better_and_worse_and_nothing_else() =>
        Gen.Select(Intervals, Figures)
            .Sample(
                (interval, other) =>
                    Significance.Compare(interval, (double)other, Polarity.Low)
                    == Significance.Compare(interval, (double)other, Polarity.High) switch
                    {
                        TestOutcome.Better => TestOutcome.Worse,
                        TestOutcome.Worse => TestOutcome.Better,
                        var same => same,
                    }
            );

    [Fact]
    public void A_neutral_indicator_is_higher_where_a_high_one_is_better() =>
        Gen.Select(Intervals, Figures)
            .Sample(
                (interval, other) =>
                    Significance.Compare(interval, (double)other, Polarity.Neutral)
                    == Significance.Compare(interval, (double)other, Polarity.High) switch
                    {
                        TestOutcome.Better => TestOutcome.Higher,
                        TestOutcome.Worse => TestOutcome.Lower,
                        var same => same,
                    }
            );

    [Fact]
    public void Two_figures_held_against_each_other_have_opposite_verdicts() =>
        Gen.Select(Figures, Figures, Gen.Enum<Polarity>())
            .Sample(
                (one, other, polarity) =>
                    Verdicts.Compare(one, other, polarity)
                    == Verdicts.Compare(other, one, polarity) switch
                    {
                        Verdict.Exceeds => Verdict.DoesNotMeet,
                        Verdict.DoesNotMeet => Verdict.Exceeds,
                        var same => same,
                    }
            );

    [Fact]
    public void Rank_and_band_do_not_depend_on_the_order_of_the_figures() =>
        Figures
            .Array[100, 160]
            .SelectMany(figures => Gen.Shuffle(figures).Select(shuffled => (figures, shuffled)))
            .Sample(both =>
                Among(both.figures[0], both.shuffled, Polarity.Low)
                    == Among(both.figures[0], both.figures, Polarity.Low)
                && Among(both.figures[0], both.shuffled, Polarity.High)
                    == Among(both.figures[0], both.figures, Polarity.High)
            );

    [Fact]
    public void A_better_rank_is_never_in_a_worse_band() =>
        Gen.Select(Figures.Array[100, 160], Gen.Bool.Select(high => high ? Polarity.High : Polarity.Low))
            .Sample(
                (figures, polarity) =>
                {
                    var standings = figures
                        .Select(f => Among(f, figures, polarity)!)
                        .OrderBy(s => s.Rank)
                        .Select(s => s.Quartile)
                        .ToList();
                    return standings.Zip(standings.Skip(1)).All(s => string.CompareOrdinal(s.First, s.Second) <= 0);
                }
            );

    [Theory]
    [InlineData(AverageMethod.Mean)]
    [InlineData(AverageMethod.Median)]
    [InlineData(AverageMethod.Pooled)]
    public void An_average_lies_within_its_figures_in_any_order(AverageMethod method) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1000, 9000])
            .Select((x, n) => new NeighbourFigure(100m * x / n, x, n))
            .Array[1, 10]
            .SelectMany(figures => Gen.Shuffle(figures).Select(shuffled => (figures, shuffled)))
            .Sample(both =>
            {
                var average = NeighbourAverage.Calculate(method, both.figures, 100)!.Value;
                return average == NeighbourAverage.Calculate(method, both.shuffled, 100)
                    && average >= both.figures.Min(f => f.Value) - 1e-10m
                    && average <= both.figures.Max(f => f.Value) + 1e-10m;
            });

    [Fact]
    public void The_mean_of_ten_is_their_sum_over_ten() =>
        Figures
            .Array[10]
            .Sample(figures =>
                NeighbourAverage.Calculate(
                    AverageMethod.Mean,
                    [.. figures.Select(f => new NeighbourFigure(f, null, null))],
                    null
                )
                == figures.Sum() / 10
            );

    /// <summary>The verdict is of the figures as published. What is shown rounds them, and never to another order than
    /// theirs.</summary>
    [Fact]
    public void Rounding_never_shows_another_verdict() =>
        Gen.Select(Figures, Figures, Gen.Int[0, 4])
            .Sample(
                (local, england, decimals) =>
                    (
                        Verdicts.Compare(Shown(local, decimals), Shown(england, decimals), Polarity.High),
                        Verdicts.Compare(local, england, Polarity.High)
                    )
                        is var (shown, published)
                    && (shown == published || shown == Verdict.InLine)
            );

    [Fact]
    public void Figures_that_differ_within_four_places_are_never_shown_alike() =>
        Gen.Select(Figures, Gen.Int[-999, 999], Gen.Int[-999, 999], Gen.Int[0, 3])
            .Sample(
                (local, national, neighbours, decimals) =>
                {
                    var (england, average) = (local + (national / 1000m), local + (neighbours / 1000m));
                    var row = Sample.Row(Verdict.NoComparison, local: local, england: england) with
                    {
                        Decimals = decimals,
                        Neighbours = new(AverageMethod.Mean, average, null, 10, 10, [], []),
                    };
                    var shown = FigureText.Decimals(row, row);
                    return shown <= 4
                        && (
                            local == england
                            || FigureText.Format(local, shown, "%") != FigureText.Format(england, shown, "%")
                        )
                        && (
                            local == average
                            || FigureText.Format(local, shown, "%") != FigureText.Format(average, shown, "%")
                        );
                },
                iter: 5000
            );

    private static decimal Shown(decimal value, int decimals) =>
        Given.Number(FigureText.Format(value, decimals, "score"));

    private static Ranking? Among(decimal value, decimal[] figures, Polarity polarity) =>
        Ranking.Among(value, [.. figures.Select(f => (decimal?)f)], polarity);
}
