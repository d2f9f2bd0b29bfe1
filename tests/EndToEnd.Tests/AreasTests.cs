using ChildrensTrust.Local;
using ChildrensTrust.Local.Commands;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.EndToEnd.Tests;

public sealed class AreasTests
{
    private static readonly DateOnly Day = new(2025, 9, 30);

    [Theory]
    [InlineData("E10000024", "E10000024")]
    [InlineData("e10000024", "E10000024")]
    [InlineData("nottinghamshire", "E10000024")]
    [InlineData("Nottinghamshire County Council", "E10000024")]
    [InlineData("Nottingham City Council", "E06000018")]
    [InlineData("Birmingham City Council", "E08000025")]
    [InlineData("London Borough of Camden", "E09000007")]
    [InlineData("Royal Borough of Kensington and Chelsea", "E09000020")]
    [InlineData("Sandwell Metropolitan Borough Council", "E08000028")]
    [InlineData("City of York Council", "E06000014")]
    [InlineData("City of London Corporation", "E09000001")]
    [InlineData("Durham County Council", "E06000047")]
    [InlineData("Council of the Isles of Scilly", "E06000053")]
    [InlineData("Dorset Council", "E06000059")]
    [InlineData("Bournemouth", "E06000028")]
    [InlineData("Rushcliffe Borough Council", "E07000176")]
    public void An_area_goes_by_its_code_its_name_or_its_councils_name(string text, string code)
    {
        Areas.Code(Reference.Default, text, Day).ShouldBe(code);
        Areas.Code(Reference.Default, text).ShouldBe(code);
    }

    [Theory]
    [InlineData("Notinghamshire", "There is no area Notinghamshire. Did you mean Nottinghamshire? --area")]
    [InlineData("Notinghamshire County Council", "Council. Did you mean Nottinghamshire? --area")]
    [InlineData("Notts", "There is no area Notts. Did you mean Nottinghamshire? --area")]
    [InlineData("Notts County Council", "Council. Did you mean Nottinghamshire? --area")]
    [InlineData("Leics", "There is no area Leics. Did you mean Leicestershire? --area")]
    [InlineData("Bucks", "There is no area Bucks. Did you mean Buckinghamshire? --area")]
    [InlineData("Glos", "There is no area Glos. Did you mean Gloucestershire? --area")]
    [InlineData("Hants", "There is no area Hants. Did you mean Hampshire? --area")]
    [InlineData("Oxon", "There is no area Oxon. Did you mean Oxfordshire? --area")]
    [InlineData("Hul", "There is no area Hul. Did you mean Kingston upon Hull? --area")]
    [InlineData("Sheffeild", "There is no area Sheffeild. Did you mean Sheffield? --area")]
    [InlineData("Rushclife", "There is no area Rushclife. --area")]
    [InlineData("Bournemuth", "Did you mean Bournemouth, Christchurch and Poole?")]
    [InlineData("", "There is no area . --area")]
    public void Only_authorities_of_the_day_are_suggested(string text, string says) =>
        Should
            .Throw<UserFaultException>(() => Areas.Code(Reference.Default, text, Day))
            .Message.ShouldContain(says, Case.Sensitive);
}
