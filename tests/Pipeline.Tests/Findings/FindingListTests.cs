using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Tests.Findings;

public sealed class FindingListTests
{
    [Fact]
    public void The_same_in_many_rows_is_one_finding_with_its_rows()
    {
        var findings = new FindingList();
        foreach (var row in new[] { 2, 3, 4, 5, 9, 11, 12 })
            findings.Add(Check.CellCount.Found("A sentence.", row));

        var one = findings.ToList().ShouldHaveSingleItem();
        (one.Row, one.Rows, one.Count).ShouldBe((2, "2 to 5, 9, 11, 12", 7));
        one.Where.ShouldBe("2 to 5, 9, 11, 12 (7 times)");
    }

    [Fact]
    public void Rows_far_apart_are_counted_past_the_twentieth()
    {
        var findings = new FindingList();
        for (var row = 2; row <= 60; row += 2)
            findings.Add(Check.CellCount.Found("A sentence.", row));

        var one = findings.ToList().ShouldHaveSingleItem();
        (one.Row, one.Count).ShouldBe((2, 30));
        one.Rows.ShouldEndWith("38, 40 and 10 more");
    }

    [Fact]
    public void Rows_in_any_order_are_listed_in_theirs()
    {
        var findings = new FindingList();
        foreach (var row in new[] { 9, 4, 5, 4 })
            findings.Add(Check.CellCount.Found("A sentence.", row));

        findings.ToList().ShouldHaveSingleItem().Rows.ShouldBe("4, 5, 9");
    }

    [Fact]
    public void Another_column_or_sentence_is_a_finding_of_its_own()
    {
        var findings = new FindingList();
        findings.Add(Check.CellCount.Found("A sentence.", 2, "a"));
        findings.Add(Check.CellCount.Found("A sentence.", 3, "b"));
        findings.Add(Check.CellCount.Found("Another.", 4, "b"));

        findings.ToList().Select(f => (f.Row, f.Rows, f.Count)).ShouldBe([(2, null, 1), (3, null, 1), (4, null, 1)]);
    }

    [Fact]
    public void The_same_of_many_columns_is_one_finding_with_their_names()
    {
        var findings = new FindingList();
        foreach (var column in Enumerable.Range(1, 12).Append(1))
            findings.Add(Check.CellCount.Found("A sentence.", null, $"c{column}"));

        var one = findings.ToList().ShouldHaveSingleItem();
        (one.Row, one.Column).ShouldBe((null, "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10 and 2 more"));
    }

    [Fact]
    public void A_hundred_kinds_of_a_check_are_all_listed() =>
        Listed(100).Select(f => f.Row).ShouldBe(Enumerable.Range(1, 100).Select(i => (long?)i));

    [Fact]
    public void More_than_a_hundred_kinds_of_a_check_are_counted()
    {
        var listed = Listed(130);

        listed.Count.ShouldBe(101);
        listed[^1].Message.ShouldBe("30 more of CELL_COUNT are not listed.");
        listed[^1].Count.ShouldBe(30);
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
            findings.Add(Check.CellCount.Found($"Sentence {row}.", row));
        return findings;
    }
}
