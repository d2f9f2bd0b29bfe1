using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>
/// Repeat child protection plans in the year to 31 March 2013, as published by the Department for Education
/// (characteristics of children in need, table D3), for the statistical neighbours of Nottinghamshire that have a
/// figure.
/// </summary>
public sealed class NeighbourAverageTests
{
    // Derbyshire, Suffolk, Somerset, Kent, Warwickshire, Leicestershire, North Somerset, Staffordshire, Lancashire;
    // Norfolk has none.
    private static readonly NeighbourFigure[] ListOfMay2025 =
    [
        new(16.9m, 125, 740),
        new(13.9m, 78, 562),
        new(11.8m, 54, 457),
        new(19.7m, 241, 1226),
        new(13.3m, 81, 609),
        new(11.8m, 63, 536),
        new(18m, 25, 139),
        new(12.5m, 86, 686),
        new(16.7m, 203, 1215),
    ];

    // Derbyshire, Staffordshire, Lancashire, Worcestershire, Lincolnshire, Cumbria, Essex, Kent, Cheshire West and
    // Chester; North Northamptonshire came later.
    private static readonly NeighbourFigure[] ListOfApril2021 =
    [
        new(16.9m, 125, 740),
        new(12.5m, 86, 686),
        new(16.7m, 203, 1215),
        new(19.8m, 89, 450),
        new(12.3m, 53, 430),
        new(20.9m, 84, 402),
        new(15.4m, 103, 670),
        new(19.7m, 241, 1226),
        new(11.5m, 26, 227),
    ];

    [Theory]
    [InlineData(AverageMethod.Mean, "14.9556")]
    [InlineData(AverageMethod.Median, "13.9")]
    [InlineData(AverageMethod.Pooled, "15.4943")]
    public void The_list_of_May_2025_averages_to_the_worked_figures(AverageMethod method, string average) =>
        decimal.Round(NeighbourAverage.Calculate(method, ListOfMay2025, 100)!.Value, 4).ShouldBe(Given.Number(average));

    [Theory]
    [InlineData(AverageMethod.Mean, "16.1889")]
    [InlineData(AverageMethod.Median, "16.7")]
    [InlineData(AverageMethod.Pooled, "16.7053")]
    public void The_list_of_April_2021_averages_to_the_worked_figures(AverageMethod method, string average) =>
        decimal.Round(NeighbourAverage.Calculate(method, ListOfApril2021, 100)!.Value, 4)
            .ShouldBe(Given.Number(average));

    [Fact]
    public void An_average_keeps_ten_decimal_places() =>
        NeighbourAverage.Calculate(AverageMethod.Mean, ListOfMay2025, 100).ShouldBe(14.9555555556m);

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() =>
        NeighbourAverage
            .Calculate(
                AverageMethod.Median,
                [new(4, null, null), new(1, null, null), new(3, null, null), new(2, null, null)],
                100
            )
            .ShouldBe(2.5m);

    [Theory]
    [InlineData(AverageMethod.Mean)]
    [InlineData(AverageMethod.Median)]
    [InlineData(AverageMethod.Pooled)]
    public void No_figure_has_no_average(AverageMethod method) =>
        NeighbourAverage.Calculate(method, [], 100).ShouldBeNull();

    [Theory]
    [InlineData(AverageMethod.Mean)]
    [InlineData(AverageMethod.Median)]
    [InlineData(AverageMethod.Pooled)]
    public void The_average_of_one_figure_is_that_figure(AverageMethod method) =>
        NeighbourAverage.Calculate(method, [new(25, 50, 200)], 100).ShouldBe(25);

    [Fact]
    public void Pooled_rates_keep_the_scale_of_the_rates() =>
        NeighbourAverage
            .Calculate(AverageMethod.Pooled, [new(94.4m, 1247, 132103), new(50, 50, 10000)], 10000)
            .ShouldBe(decimal.Round(10000m * 1297 / 142103, 10));

    [Fact]
    public void Figures_cannot_be_pooled_where_one_lacks_a_count() =>
        NeighbourAverage.Calculate(AverageMethod.Pooled, [.. ListOfMay2025, new(15, 15, null)], 100).ShouldBeNull();

    [Fact]
    public void Figures_cannot_be_pooled_where_one_has_a_denominator_of_zero() =>
        NeighbourAverage.Calculate(AverageMethod.Pooled, [.. ListOfMay2025, new(0, 0, 0)], 100).ShouldBeNull();

    [Theory]
    [InlineData("16.9888888889", "17.0", "17.0")]
    [InlineData("16.95", "17.0", "17.0")]
    [InlineData("-16.95", "17.0", "-17.0")]
    [InlineData("16.9888888889", "17.00", "16.99")]
    [InlineData("16.9888888889", "17", "17")]
    [InlineData("0.12345678915", "0.1234567891234", "0.1234567892")]
    public void An_average_has_the_most_decimals_that_one_of_the_figures_has(
        string average,
        string figure,
        string rounded
    ) =>
        NeighbourAverage
            .AtPublishedDecimals(Given.Number(average), [12, null, Given.Number(figure)])
            .ShouldBe(Given.Number(rounded));

    [Fact]
    public void No_average_has_no_decimals() => NeighbourAverage.AtPublishedDecimals(null, [1.5m]).ShouldBeNull();

    [Fact]
    public void Zeros_pool_to_zero() =>
        NeighbourAverage.Calculate(AverageMethod.Pooled, [new(0, 0, 50), new(0, 0, 70)], 100).ShouldBe(0);
}
