using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class AreaNamesTests
{
    private static readonly AreaRegister Shipped = Reference.Default.Areas;

    [Theory]
    [InlineData("Nottinghamshire", "891")]
    [InlineData("NOTTINGHAMSHIRE ", "891")]
    [InlineData("Bristol", "801")]
    [InlineData("Bristol, City of", "801")]
    [InlineData("Bristol City of", "801")]
    [InlineData("Kingston Upon Hull, City of", "810")]
    [InlineData("Kingston upon Hull", "810")]
    [InlineData("Herefordshire", "884")]
    [InlineData("Herefordshire, County of", "884")]
    [InlineData("St Helens", "342")]
    [InlineData("St. Helens", "342")]
    [InlineData("Durham", "840")]
    [InlineData("County Durham", "840")]
    [InlineData("Southend", "882")]
    [InlineData("Southend-on-Sea", "882")]
    [InlineData("Stockton on Tees", "808")]
    [InlineData("Bedford", "822")]
    [InlineData("Bedford Borough", "822")]
    [InlineData("Telford & Wrekin", "894")]
    [InlineData("Bournemouth, Christchurch & Poole", "839")]
    [InlineData("Dorset (Pre LG)", "835")]
    [InlineData("Poole (Pre LG)", "836")]
    [InlineData("Bournemouth (Pre LG)", "837")]
    [InlineData("Northumberland", "929")]
    [InlineData("Yorkshire and the Humber", "982")]
    [InlineData("London (Inner)", "987")]
    public void An_area_is_found_by_each_name_that_a_publisher_prints(string name, string number) =>
        Shipped.FindByName(name)!.Number.ShouldBe(number);

    [Theory]
    [InlineData("2019-03-31", "835")]
    [InlineData("2019-04-01", "838")]
    public void A_name_that_two_areas_have_had_is_the_one_of_the_day(string day, string number) =>
        Shipped.FindByName("Dorset", Given.Day(day))!.Number.ShouldBe(number);

    [Theory]
    [InlineData("Dorset")]
    [InlineData("Nowhereshire")]
    [InlineData("")]
    [InlineData("&")]
    public void A_name_of_several_areas_or_of_none_finds_nothing(string name) =>
        Shipped.FindByName(name).ShouldBeNull();

    [Fact]
    public void Every_area_with_a_number_but_the_two_Dorsets_is_found_by_its_own_name() =>
        Shipped
            .All.Where(a => a.Number is not null && a.Name != "Dorset")
            .ShouldAllBe(a => Shipped.FindByName(a.Name) == a);

    [Fact]
    public void A_number_that_was_kept_as_a_decimal_is_the_same_number() =>
        Shipped.FindByNumber("891.0").ShouldBe(Shipped.FindByNumber("891"));
}
