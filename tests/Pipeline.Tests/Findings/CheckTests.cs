using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Tests.Findings;

public sealed class CheckTests
{
    private static readonly IReadOnlyList<Check> Declared =
    [
        .. typeof(Check).GetFields().Where(f => f.FieldType == typeof(Check)).Select(f => (Check)f.GetValue(null)!),
    ];

    [Fact]
    public void Every_check_has_a_code_of_its_own() => Declared.Select(c => c.Code).ShouldBeUnique();

    [Fact]
    public void Every_check_is_found_by_its_code() => Declared.ShouldAllBe(c => Check.Find(c.Code) == c);

    [Fact]
    public void Every_check_is_among_all() => Check.All.ShouldBe(Declared, ignoreOrder: true);

    [Fact]
    public void Every_code_is_upper_case_words_joined_by_underscores() =>
        Declared.ShouldAllBe(c => c.Code.Split('_').All(word => word.Length > 0 && word.All(char.IsAsciiLetterUpper)));

    [Fact]
    public void Every_guidance_is_a_sentence() =>
        Declared.ShouldAllBe(c => char.IsUpper(c.Guidance[0]) && c.Guidance.EndsWith('.'));

    [Fact]
    public void An_unknown_code_finds_nothing() => Check.Find("NO_SUCH_CHECK").ShouldBeNull();

    [Fact]
    public void A_finding_has_nothing_in_it_that_is_not_seen()
    {
        var finding = Check.ColumnName.Found("A column: \u001b[31ma\u202eb\nc\u200bd.", 1, "a\u0007b");

        (finding.Message, finding.Column).ShouldBe(("A column:  [31ma b c d.", "a b"));
    }

    [Fact]
    public void A_finding_carries_its_checks_severity_and_guidance()
    {
        var finding = Check.AreaUnknown.Found("A sentence.", 7, "la_code");

        (finding.Code, finding.Severity, finding.Row, finding.Column).ShouldBe(
            ("AREA_UNKNOWN", Severity.Warning, 7, "la_code")
        );
        finding.Guidance.ShouldBe(Check.AreaUnknown.Guidance);
    }
}
