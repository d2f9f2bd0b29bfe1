using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>A council of Wales is added by data alone, and stays out of everything that is England's.</summary>
public sealed class WelshCouncilTests
{
    private const string Cardiff = "W06000015";
    private const string Nottingham = "E06000018";

    private static readonly Reference WithCardiff = With(null);

    private static readonly (string Area, decimal Value)[] English =
    [
        .. WithCardiff
            .Areas.All.Where(area => area.IsEnglishAuthority && area.Until is null)
            .Select((area, i) => (area.Code, 4m + i / 100m)),
    ];

    [Fact]
    public async Task Its_figures_are_read()
    {
        var row = EesRows
            .Notts.Replace("E10000024", Cardiff)
            .Replace("891", "681")
            .Replace("Nottinghamshire", "Cardiff");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{EesRows.Header}\n{row}\n"));

        var reading = await FeedReader.ReadAsync(
            new(file, "absence.csv", Feed.National),
            WithCardiff,
            TestContext.Current.CancellationToken
        );

        reading.Series.ToSeries().Select(s => s.Area).Distinct().ShouldBe([Cardiff]);
    }

    [Fact]
    public void It_is_in_no_rank_no_average_and_no_range_of_England()
    {
        var without = Compare(Nottingham, [(Known.England, 4.9m), .. English]);
        var with = Compare(Nottingham, [(Known.England, 4.9m), .. English, (Cardiff, 1m)]);

        with.Standing.ShouldBe(without.Standing.ShouldNotBeNull());
        with.Comparators.Select(c => (c.Id, c.Value)).ShouldBe(without.Comparators.Select(c => (c.Id, c.Value)));
        // 2 is between the figures of Cardiff and England's authorities, but not between those of England's alone.
        Compare(Nottingham, [(Known.England, 2m), .. English, (Cardiff, 1m)]).National.ShouldBeNull();
    }

    [Fact]
    public void It_has_no_rank_in_England_and_no_comparator_of_England()
    {
        var place = Compare(Cardiff, [(Known.England, 4.9m), .. English, (Cardiff, 1m)]);

        (place.Standing, place.Comparators.Count).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData(ComparatorKind.Type)]
    [InlineData(ComparatorKind.Authorities)]
    public void It_is_no_member_of_a_group_of_authorities_of_England(ComparatorKind kind) =>
        new Comparator
        {
            Id = "all",
            Name = "All",
            Kind = kind,
        }
            .MembersFor(WithCardiff.Areas.FindByCode(Nottingham)!, new(2015, 1, 1), WithCardiff.Areas)
            .ShouldNotContain(area => area.Country == Country.Wales);

    [Fact]
    public void A_region_of_England_is_a_fault_of_the_register() =>
        Should
            .Throw<CatalogueException>(() => With("E12000004"))
            .Faults.ShouldHaveSingleItem()
            .ShouldBe("The area W06000015 is not in the country of its region or county, E12000004.");

    private static AreaComparison Compare(string area, params (string Area, decimal Value)[] figures) =>
        new Comparer(new(WithCardiff, NeighbourSets.None, AverageMethod.Mean), WithCardiff.Areas.FindByCode(area)!)
            .Compare(Known.Absence, [Known.Of2014(figures)])
            .Places.ShouldHaveSingleItem();

    private static Reference With(string? region)
    {
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("areas.json")!;
        var register = JsonNode.Parse(shipped)!;
        register["areas"]!
            .AsArray()
            .Add(
                JsonSerializer.SerializeToNode(
                    new
                    {
                        code = Cardiff,
                        number = "681",
                        name = "Cardiff",
                        type = "unitary authority",
                        region,
                    }
                )
            );
        return Reference.Build(null, BinaryData.FromString(register.ToJsonString()), null);
    }
}
