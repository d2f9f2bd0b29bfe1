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
    [InlineData("child-protection-plans", "0.4", false)]
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
        findings.ShouldAllBe(f => f.Message.Contains("Nottinghamshire"));
    }

    [Fact]
    public void Nothing_is_said_of_series_without_figures() =>
        AnotherUnit
            .Screen([new("child-protection-plans", Known.Nottinghamshire, "a", 0, "b", [])], Reference.Default)
            .ShouldBeEmpty();

    private static Series Of(string indicator, string area, decimal value) =>
        new(indicator, area, "a series", 0, "a column", [Known.Figure(Known.Academic(2024), value)]);
}
