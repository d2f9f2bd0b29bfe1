using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Tests.Findings;

public sealed class CountedFindingsTests
{
    [Fact]
    public void One_row_is_told_as_one()
    {
        var counted = new CountedFindings();
        counted.Add(Check.RegionBlank, 7, "a local authority has no region", "region_code");

        Finish(counted)
            .ShouldBe([Check.RegionBlank.Found("In 1 row a local authority has no region.", 7, "region_code")]);
    }

    [Fact]
    public void Many_rows_are_told_once_with_the_first_of_them()
    {
        var counted = new CountedFindings();
        counted.Add(Check.RegionBlank, 7, "a local authority has no region");
        counted.Add(Check.RegionBlank, 9, "a local authority has no region");

        Finish(counted)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Row.ShouldBe(7),
                f => f.Message.ShouldBe("In 2 rows, of which this is the first, a local authority has no region.")
            );
    }

    [Fact]
    public void Each_column_is_told_for_itself()
    {
        var counted = new CountedFindings();
        counted.Add(Check.SymbolNull, 2, 3, "the cell says NULL or NA", "a");
        counted.Add(Check.SymbolNull, 2, 1, "the cell says NULL or NA", "b");
        counted.Add(Check.SymbolNull, 2, 0, "the cell says NULL or NA", "c");

        Finish(counted).Select(f => f.Column).ShouldBe(["a", "b"]);
    }

    private static IReadOnlyList<Finding> Finish(CountedFindings counted)
    {
        var findings = new FindingList();
        counted.Finish(findings);
        return findings.ToList();
    }
}
