using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Tests.Findings;

public sealed class FindingListTests
{
    [Fact]
    public void A_hundred_findings_of_a_check_are_all_listed() =>
        Listed(100).Select(f => f.Row).ShouldBe(Enumerable.Range(1, 100).Select(i => (long?)i));

    [Fact]
    public void More_than_a_hundred_findings_of_a_check_are_counted()
    {
        var listed = Listed(130);

        listed.Count.ShouldBe(101);
        listed[^1].Message.ShouldBe("30 more of CELL_COUNT are not listed.");
    }

    [Fact]
    public void A_check_with_many_findings_hides_no_other()
    {
        var findings = List(130);
        findings.Add(Check.AreaUnknown.Found("A sentence.", 200));

        findings.ToList().ShouldContain(f => f.Code == "AREA_UNKNOWN");
        (findings.Count(Check.CellCount), findings.Count(Check.AreaUnknown)).ShouldBe((130, 1));
    }

    private static IReadOnlyList<Finding> Listed(int count) => List(count).ToList();

    private static FindingList List(int count)
    {
        var findings = new FindingList();
        for (var row = 1; row <= count; row++)
            findings.Add(Check.CellCount.Found("A sentence.", row));
        return findings;
    }
}
