using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class AreaRegisterTests
{
    private static readonly AreaRegister Shipped = Reference.Default.Areas;

    [Theory]
    [InlineData("E10000024", "Nottinghamshire")]
    [InlineData("E92000001", "England")]
    [InlineData("E13000001", "Inner London")]
    public void An_area_is_found_by_its_code(string code, string name) => Shipped.FindByCode(code)!.Name.ShouldBe(name);

    [Theory]
    [InlineData("E10000002", "E06000060")]
    [InlineData("E10000023", "E06000065")]
    [InlineData("E10000027", "E06000066")]
    [InlineData("E06000048", "E06000057")]
    public void An_area_is_found_by_a_code_that_it_had_before(string former, string present) =>
        Shipped.FindByCode(former)!.Code.ShouldBe(present);

    [Theory]
    [InlineData("891", "E10000024")]
    [InlineData("970", "E92000001")]
    [InlineData("983", "E12000004")]
    [InlineData("5N8", "E16000081")]
    public void An_area_is_found_by_its_number(string number, string code) =>
        Shipped.FindByNumber(number)!.Code.ShouldBe(code);

    [Fact]
    public void An_unknown_code_or_number_finds_nothing()
    {
        Shipped.FindByCode("E99999999").ShouldBeNull();
        Shipped.FindByNumber("000").ShouldBeNull();
        Shipped.FindByCode("").ShouldBeNull();
    }

    [Fact]
    public void Cumbria_ended_the_day_before_its_two_successors_began()
    {
        Shipped.FindByNumber("909")!.Until.ShouldBe(new(2023, 3, 31));
        Shipped.FindByNumber("942")!.From.ShouldBe(new(2023, 4, 1));
        Shipped.FindByNumber("943")!.From.ShouldBe(new(2023, 4, 1));
    }

    [Theory]
    [InlineData("E10000024", true)]
    [InlineData("E06000018", true)]
    [InlineData("E92000001", false)]
    [InlineData("E12000004", false)]
    [InlineData("E16000081", false)]
    public void Only_a_local_authority_has_childrens_services(string code, bool upperTier) =>
        Shipped.FindByCode(code)!.IsUpperTier.ShouldBe(upperTier);

    [Fact]
    public void Every_region_that_an_area_names_is_in_the_register() =>
        Shipped
            .All.Where(a => a.Region is not null)
            .ShouldAllBe(a => Shipped.FindByCode(a.Region!)!.Type == AreaType.Region);

    [Fact]
    public void A_type_that_is_not_known_is_a_fault_that_names_the_types() =>
        Should
            .Throw<CatalogueException>(() =>
                AreaRegister.Read(
                    BinaryData.FromString(
                        """{"source": "a test", "areas": [{"code": "E1", "name": "One", "type": "shire"}]}"""
                    )
                )
            )
            .Message.ShouldBe(
                "The area register has a word that is not known at $.areas[0].type. It must be one of country, region, "
                    + "county, unitary authority, metropolitan district, London borough, district, primary care trust."
            );

    [Theory]
    [InlineData("E10000099", true)]
    [InlineData("e06000099", true)]
    [InlineData("E12000099", true)]
    [InlineData("E10000024", false)]
    [InlineData("E07000099", false)]
    [InlineData("E16000099", false)]
    [InlineData("W06000015", false)]
    [InlineData("E1000002", false)]
    [InlineData("5N8", false)]
    [InlineData("", false)]
    public void The_register_lacks_a_code_only_of_the_kinds_of_England_that_are_compared(string code, bool lacks) =>
        Shipped.Lacks(code).ShouldBe(lacks);

    [Fact]
    public void Two_areas_cannot_share_a_code() =>
        Should.Throw<CatalogueException>(() =>
            AreaRegister.Read(
                BinaryData.FromString(
                    """
                    {"source": "a test", "areas": [
                      {"code": "E1", "name": "One", "type": "county"},
                      {"code": "E2", "name": "Two", "type": "county", "formerly": [{"code": "E1", "until": "2020-03-31"}]}]}
                    """
                )
            )
        );

    [Fact]
    public void Two_areas_cannot_share_a_number() =>
        Should.Throw<CatalogueException>(() =>
            AreaRegister.Read(
                BinaryData.FromString(
                    """
                    {"source": "a test", "areas": [{"code": "E1", "number": "1", "name": "One", "type": "county"}, {"code": "E2", "number": "1", "name": "Two", "type": "county"}]}
                    """
                )
            )
        );
}
