using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>Every number here is made up.</summary>
public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5919", true)]
    [InlineData("9434765918", false)]
    [InlineData("4512345760", true)]
    [InlineData("0012345695", false)]
    [InlineData("1012345785", false)]
    [InlineData("5012345835", false)]
    [InlineData("94347659190", false)]
    [InlineData("100000002", false)]
    [InlineData("100000006", false)]
    [InlineData("100000008", false)]
    [InlineData("100000009", false)]
    [InlineData("100000000", false)]
    public void A_number_has_ten_digits_begins_as_one_that_is_issued_and_ends_with_its_check_digit(
        string text,
        bool isOne
    ) => NhsNumber.Is(text).ShouldBe(isOne);
}
