using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>A name that publishers spell in several ways is one name; another area's is not.</summary>
public sealed class AreaNameSpellingTests
{
    [Theory]
    [InlineData("E06000023", "City of Bristol", true)]
    [InlineData("E06000023", "Bristol", true)]
    [InlineData("E06000010", "Kingston upon Hull", true)]
    [InlineData("E06000019", "Herefordshire", true)]
    [InlineData("E06000055", "Bedford Borough", true)]
    [InlineData("E08000013", "St Helens", true)]
    [InlineData("E10000024", "NOTTINGHAMSHIRE", true)]
    [InlineData("E10000024", "Nottinghamshire CC", true)]
    [InlineData("E10000024", "Nottinghamshire (1)", true)]
    [InlineData("E10000024", "Nottinghamshire [note 12]", true)]
    [InlineData("E10000024", "Nottinghamshire 1", false)]
    [InlineData("E08000013", "St. Helens MBC", true)]
    [InlineData("E10000024", "Nottingham", false)]
    [InlineData("E06000059", "Devon", false)]
    public async Task A_spelling_is_told_from_another_area(string code, string name, bool agrees)
    {
        var row = EesRows.Notts.Replace("891,E10000024,Nottinghamshire", $",{code},{name}", StringComparison.Ordinal);

        var reading = await Drop.ReadAsync($"{EesRows.Header}\n{row}\n");

        reading.Codes().Contains("NAME_DISAGREES").ShouldBe(!agrees);
    }
}
