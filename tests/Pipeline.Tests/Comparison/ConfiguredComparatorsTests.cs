using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class ConfiguredComparatorsTests
{
    private const string EastMidlands = "E12000004";

    [Fact]
    public void The_region_is_compared_by_its_published_figure()
    {
        var region = Compared("region", (Known.Nottinghamshire, 4.8m), (EastMidlands, 4.9m));

        (region.Name, region.Value, region.Group, region.Versus).ShouldBe(
            ("East Midlands", 4.9m, null, Verdict.Exceeds)
        );
        (region.Published!.Release.File, region.Published.Observation.Row).ShouldBe(("a.csv", 2));
    }

    [Fact]
    public void A_region_without_a_figure_is_no_comparison() =>
        Compared("region", (Known.Nottinghamshire, 4.8m))
            .ShouldSatisfyAllConditions(c => c.Value.ShouldBeNull(), c => c.Versus.ShouldBe(Verdict.NoComparison));

    [Fact]
    public void A_comparator_is_for_the_period_of_its_own_figures()
    {
        Compared("region", (Known.Nottinghamshire, 4.8m), (EastMidlands, 4.9m)).Period.ShouldBe(Known.Academic(2014));
        Compared("region", (Known.Nottinghamshire, 4.8m)).Period.ShouldBeNull();
        Compared("type", (Known.Nottinghamshire, 4.8m), ("E10000007", 4)).Period.ShouldBe(Known.Academic(2014));
    }

    [Fact]
    public void A_regions_suppressed_figure_is_none()
    {
        var known = Known.Series(
            (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 4.8m)),
            (EastMidlands, Known.Figure(Known.Academic(2014), null))
        );

        Known.Compare(known).Comparators.Single(c => c.Id == "region").Published.ShouldBeNull();
    }

    [Fact]
    public void Authorities_of_the_type_are_averaged_without_the_area_itself()
    {
        // Derbyshire and Kent are counties; Nottingham is not.
        var counties = Compared(
            "type",
            (Known.Nottinghamshire, 4.8m),
            ("E10000007", 4),
            ("E10000016", 5),
            ("E06000018", 100)
        );

        (counties.Name, counties.Value, counties.Group!.WithFigures.Count, counties.Versus).ShouldBe(
            ("Other county councils", 4.5m, 2, Verdict.DoesNotMeet)
        );
    }

    [Fact]
    public void An_authority_that_did_not_exist_in_the_period_is_not_of_the_type() =>
        // Cumbria was abolished in 2023.
        new Comparator
        {
            Id = "a",
            Name = "{type}",
            Kind = ComparatorKind.Type,
        }.ShouldSatisfyAllConditions(
            c =>
                c.MembersFor(Known.Area(Known.Nottinghamshire), new(2022, 8, 31), Reference.Default.Areas)
                    .ShouldContain(a => a.Name == "Cumbria"),
            c =>
                c.MembersFor(Known.Area(Known.Nottinghamshire), new(2024, 8, 31), Reference.Default.Areas)
                    .ShouldNotContain(a => a.Name == "Cumbria")
        );

    [Fact]
    public void A_chosen_list_is_averaged_as_the_catalogue_says()
    {
        var list = new Comparator
        {
            Id = "core",
            Name = "Core",
            Kind = ComparatorKind.List,
            Average = AverageMethod.Median,
            Members = ["E10000007", "E10000016", "E10000028", Known.Nottinghamshire],
        };

        list.MembersFor(Known.Area(Known.Nottinghamshire), new(2014, 8, 31), Reference.Default.Areas)
            .Select(a => a.Name)
            .ShouldBe(["Derbyshire", "Kent", "Staffordshire"]);
    }

    private static ComparatorComparison Compared(string id, params (string Area, decimal Value)[] figures) =>
        Known.Compare(Known.Of2014(figures)).Comparators.Single(c => c.Id == id);
}
