using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class PartVerdictsTests
{
    [Fact]
    public void Two_parts_are_both_and_three_are_all()
    {
        Notes(Part("A"), Part("B"))
            .ShouldBe([
                "Measured for A and B separately: where both say the same, that is the verdict; where they "
                    + "differ, it is “mixed”.",
            ]);
        Notes(Part("A"), Part("B"), Part("C"))
            .ShouldBe([
                "Measured for A and B and C separately: where all say the same, that is the verdict; where they "
                    + "differ, it is “mixed”.",
            ]);
    }

    [Theory]
    [InlineData(0, 2, "none of two")]
    [InlineData(1, 3, "one of three")]
    [InlineData(2, 3, "two of three")]
    [InlineData(3, 4, "three of 4")]
    [InlineData(4, 5, "4 of 5")]
    public void How_many_can_be_compared_is_in_words_up_to_three(int compared, int of, string words) =>
        Notes([
                .. Enumerable
                    .Range(0, of)
                    .Select(i => Part("A", i < compared ? Verdict.Exceeds : Verdict.NoComparison)),
            ])
            .ShouldContain($"No comparison with England: {words} areas can be compared.");

    [Fact]
    public void Parts_without_neighbours_say_nothing_of_them() =>
        Notes(Part("A", neighbours: Verdict.NoComparison), Part("B", neighbours: Verdict.NoComparison))
            .Length.ShouldBe(1);

    [Fact]
    public void A_part_that_lacks_the_neighbours_is_counted() =>
        Notes(Part("A"), Part("B", neighbours: Verdict.NoComparison))
            .ShouldContain("No comparison with similar councils: one of two areas can be compared.");

    private static string[] Notes(params AreaComparison[] parts) => [.. PartVerdicts.Notes(parts).Texts()];

    private static AreaComparison Part(
        string name,
        Verdict national = Verdict.Exceeds,
        Verdict neighbours = Verdict.InLine
    ) =>
        new()
        {
            Area = name,
            Name = name,
            Local = Known.Of2014((Known.Nottinghamshire, 4.8m)).Latest(Known.Nottinghamshire),
            VersusNational = national,
            VersusNeighbours = neighbours,
        };
}
