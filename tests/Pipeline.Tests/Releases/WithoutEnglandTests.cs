using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class WithoutEnglandTests
{
    [Theory]
    [InlineData(20, false, false)]
    [InlineData(21, false, true)]
    [InlineData(21, true, false)]
    public void Many_authorities_without_England_are_reported(int authorities, bool withEngland, bool isFound)
    {
        var areas = Reference.Default.Areas.All.Where(a => a.IsEnglishAuthority).Take(authorities).Select(a => a.Code);
        var series = (withEngland ? areas.Append(Known.England) : areas)
            .Select(a => new Series("overall-absence", a, "a series", 0, "a column", []))
            .ToList();

        WithoutEngland
            .Screen(series, Reference.Default)
            .Select(f => f.Code)
            .ShouldBe(isFound ? ["ENGLAND_MISSING"] : []);
    }
}
