using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

public sealed class EesMetaCheckTests
{
    private static readonly string[] Header = EesRows.Header.Split(',');

    [Fact]
    public void A_companion_that_describes_every_variable_brings_no_finding() => Codes(Sound).ShouldBeEmpty();

    [Fact]
    public void A_variable_that_the_data_lacks_is_found() =>
        Codes([.. Sound, Indicator("sess_unauthorised", "")]).ShouldBe(["META_VARIABLE_ABSENT"]);

    [Fact]
    public void A_variable_that_the_data_lacks_is_told_by_its_place_and_not_by_its_name() =>
        EesMetaCheck
            .Compare(Header, new([.. Sound, Indicator("MARKER", ""), Sound[^1] with { Group = "MARKER" }]))
            .ShouldAllBe(f => !$"{f}".Contains("MARKER"));

    [Fact]
    public void A_group_that_the_data_lacks_is_found() =>
        Codes([.. Sound[..^1], Sound[^1] with { Group = "school_phase" }]).ShouldBe(["META_VARIABLE_ABSENT"]);

    [Fact]
    public void A_variable_that_is_not_described_is_found_by_its_name() =>
        EesMetaCheck
            .Compare(Header, new(Sound[1..]))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("META_VARIABLE_EXTRA"),
                f => f.Column.ShouldBe("sess_overall")
            );

    [Theory]
    [InlineData("%", false)]
    [InlineData("", false)]
    [InlineData("pp", true)]
    [InlineData("£", true)]
    public void A_unit_that_contradicts_the_catalogues_is_found(string unit, bool contradicts) =>
        Codes([.. Sound[..2], Indicator("sess_overall_percent", unit), Sound[^1]])
            .Contains("META_UNIT_CONTRADICTS")
            .ShouldBe(contradicts);

    private static IReadOnlyList<string> Codes(EesVariable[] variables) =>
        [.. EesMetaCheck.Compare(Header, new(variables), Reference.Default.Catalogue).Select(f => f.Code)];

    private static readonly EesVariable[] Sound =
    [
        Indicator("sess_overall", ""),
        Indicator("sess_possible", ""),
        Indicator("sess_overall_percent", "%"),
        new("school_type", false, "School type", "", null, null, 5),
    ];

    private static EesVariable Indicator(string name, string unit) => new(name, true, name, unit, 1, null, 2);
}
