using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Tests.Tables;

public sealed class HeaderTests
{
    private static readonly Header Header = new([" Indicator ID", "CPP_At31_rate", "61+_days", "61_days", ""]);

    [Theory]
    [InlineData("Indicator ID", 0)]
    [InlineData("IndicatorID", 0)]
    [InlineData("indicator_id", 0)]
    [InlineData("indicator-id", 0)]
    [InlineData("cpp_at31_rate", 1)]
    [InlineData("61+_days", 2)]
    [InlineData("61_days", 3)]
    public void A_name_is_found_whatever_its_case_spaces_hyphens_and_underscores(string name, int index) =>
        Header.IndexOf(name).ShouldBe(index);

    [Fact]
    public void A_name_that_is_not_there_has_no_index()
    {
        Header.IndexOf("Area Code").ShouldBe(-1);
        Header.Has("Area Code").ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_stands_twice_is_named_and_blank_names_are_not() =>
        new Header(["a", "b", "A ", "", ""]).Repeated.ShouldBe(["a"]);
}
