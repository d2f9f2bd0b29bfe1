using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Releases;

/// <summary>Percentages that are written as fractions.</summary>
public sealed class FractionFiguresTests
{
    [Theory]
    [InlineData("overall-absence", "0.071", "", true)]
    [InlineData("overall-absence", "7.1", "", false)]
    [InlineData("overall-absence", "0.071", "0.069 0.062", true)]
    [InlineData("overall-absence", "", "0.069 0.062 0.058 0.071 0.066", true)]
    [InlineData("overall-absence", "", "0.069 0.062 0 0.058", false)]
    [InlineData("overall-absence", "7.1", "6.9 6.2 0.058 7.1 6.6", true)]
    [InlineData("overall-absence", "7.1", "6.9 6.2 0.058 0.071", true)]
    [InlineData("overall-absence", "7.1", "0.068", true)]
    [InlineData("overall-absence", "", "6.9 0.068", true)]
    [InlineData("level-3-gap-by-19", "24.5", "0.268", true)]
    [InlineData("level-3-gap-by-19", "0.245", "0.268", true)]
    [InlineData("ehc-plans-within-20-weeks", "50.3", "0.9", false)]
    [InlineData("child-protection-plans-two-years", "3.3", "0 0.9 1.4 2.5 3.8 4.1 6.0", false)]
    [InlineData("child-protection-plans-two-years", "3.3", "0.1 2.2 2.5 3.8 4.1 6.0", false)]
    [InlineData("permanent-exclusions", "0.1", "0.04 0.06 0.08 0.1 0.12", false)]
    public void Fractions_are_found(string indicator, string england, string authorities, bool isFound)
    {
        var finding = FractionFigures.Find(FiguresOfAreas.Of(indicator, england, authorities), Reference.Default);

        (finding?.Code).ShouldBe(isFound ? "FRACTIONS" : null);
    }
}
