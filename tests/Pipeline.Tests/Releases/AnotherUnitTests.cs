using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class AnotherUnitTests
{
    [Theory]
    [InlineData("child-protection-plans", "4.4", true)]
    [InlineData("child-protection-plans", "440", true)]
    [InlineData("child-protection-plans", "20", false)]
    [InlineData("child-protection-plans", "0.44", true)]
    [InlineData("child-protection-plans", "45000", true)]
    [InlineData("child-protection-plans", "0.7", false)]
    [InlineData("attainment-8", "4.4", false)]
    public void One_area_far_from_all_others_by_ten_times_is_said(string indicator, string figure, bool isSaid)
    {
        var others = Reference.Default.Areas.All.Where(a => a.IsEnglishAuthority && a.Code != Known.Nottinghamshire);
        var series = others
            .Take(12)
            .Select((a, i) => Of(indicator, a.Code, 40 + i))
            .Append(Of(indicator, Known.Nottinghamshire, Given.Number(figure)))
            .Append(Of(indicator, Known.England, 4))
            .ToList();

        var findings = AnotherUnit.Screen(series, Reference.Default).ToList();

        findings.Select(f => f.Code).ShouldBe(isSaid ? ["ANOTHER_UNIT"] : []);
        findings.ShouldAllBe(f =>
            f.Message.Contains("Nottinghamshire") && f.Message.Contains(". The other areas have ")
        );
    }

    [Fact]
    public void A_second_small_area_hides_nothing_and_a_rate_that_its_counts_give_is_right()
    {
        var others = Reference.Default.Areas.All.Where(a => a.IsEnglishAuthority).Take(14).ToList();
        var figures = others
            .Select((a, i) => Of("child-protection-plans", a.Code, i < 2 ? 4.4m + i / 10m : 40 + i))
            .ToList();
        AnotherUnit
            .Screen(figures, Reference.Default)
            .Select(f => f.Message.Split(": ")[^1])
            .ShouldBe([
                "4.4 for the year to 31 March 2024. All other areas but one have 42 or more.",
                "4.5 for the year to 31 March 2024. All other areas but one have 42 or more.",
            ]);

        figures[0] = Of("child-protection-plans", others[0].Code, 4.4m, counts: (11, 25_000));
        AnotherUnit.Screen(figures, Reference.Default).ShouldHaveSingleItem().Message.ShouldContain(others[1].Name);
    }

    [Fact]
    public void Nothing_is_said_of_series_without_figures() =>
        AnotherUnit
            .Screen([new("child-protection-plans", Known.Nottinghamshire, "a", 0, "b", [])], Reference.Default)
            .ShouldBeEmpty();

    private static Series Of(string indicator, string area, decimal value, (decimal, decimal)? counts = null) =>
        new(
            indicator,
            area,
            "a series",
            0,
            "a column",
            [Known.Figure(Known.Reporting(2024), value) with { Numerator = counts?.Item1, Denominator = counts?.Item2 }]
        );
}
