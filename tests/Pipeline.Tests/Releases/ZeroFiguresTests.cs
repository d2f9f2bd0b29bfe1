using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Releases;

/// <summary>Periods that are filled with zeros.</summary>
public sealed class ZeroFiguresTests
{
    [Theory]
    [InlineData("overall-absence", "0", "", true)]
    [InlineData("overall-absence", "0", "6.2 7.1", true)]
    [InlineData("overall-absence", "", "0 0 0 0 0", true)]
    [InlineData("overall-absence", "", "0 0 0 0", false)]
    [InlineData("overall-absence", "", "0 0 0 0 0 0.1", false)]
    [InlineData("overall-absence", "7.1", "0 0 0 0 0", false)]
    [InlineData("level-3-gap-by-19", "0", "0 0 0 0 0", false)]
    public void Zeros_are_found(string indicator, string england, string authorities, bool isFound)
    {
        var finding = ZeroFigures.Find(FiguresOfAreas.Of(indicator, england, authorities), Reference.Default);

        (finding?.Code).ShouldBe(isFound ? "FIGURES_ZERO" : null);
    }

    [Theory]
    [InlineData("0", 339, false)]
    [InlineData("", 0, false)]
    [InlineData("0", 0, true)]
    public void A_zero_that_its_counts_confirm_is_a_zero(string england, int count, bool isFound)
    {
        var series = FiguresOfAreas
            .Of("permanent-exclusions", england, "0 0 0 0 0")
            .ConvertAll(s =>
                s with
                {
                    Observations = [s.Observations[0] with { Numerator = count, Denominator = 8_000_000 }],
                }
            );

        (ZeroFigures.Find(series, Reference.Default) is not null).ShouldBe(isFound);
    }
}
