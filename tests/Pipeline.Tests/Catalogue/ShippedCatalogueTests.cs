using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class ShippedCatalogueTests
{
    private static readonly IndicatorCatalogue Shipped = Reference.Default.Catalogue;

    [Fact]
    public void It_is_about_Nottinghamshire() =>
        Reference.Default.Areas.FindByCode(Shipped.Area)!.Name.ShouldBe("Nottinghamshire");

    [Fact]
    public void It_has_the_plans_seven_priorities() =>
        Shipped.Priorities.Select(p => p.Id).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);

    [Fact]
    public void Sixteen_indicators_are_reported_at_the_end_of_September_2012() => ReportedIn2012().Count.ShouldBe(16);

    [Fact]
    public void The_report_of_January_2013_names_twelve_of_the_sixteen() =>
        ReportedIn2012()
            .Where(i => i.Origin == Origin.Report)
            .Select(i => i.Id)
            .ShouldBe(
                [
                    "reception-obesity",
                    "overall-absence",
                    "initial-assessments",
                    "core-assessments",
                    "repeat-child-protection-plans",
                    "child-poverty-local-measure",
                    "gcse-five-a-star-to-c",
                    "neet-years-12-to-14",
                    "child-protection-plans",
                    "breastfeeding-6-to-8-weeks",
                    "free-school-meals-gap-gcse",
                    "level-3-by-19",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void No_successor_is_reported_before_what_it_replaces_has_ended() =>
        ReportedIn2012().ShouldAllBe(i => i.Origin != Origin.Successor);

    [Fact]
    public void Every_indicator_that_ended_has_a_successor()
    {
        var succeeded = Shipped.Indicators.SelectMany(i => i.Succeeds).ToHashSet();

        Shipped.Indicators.Where(i => i.Until is not null).ShouldAllBe(i => succeeded.Contains(i.Id));
    }

    [Theory]
    [InlineData("16-17 NEET")]
    [InlineData("16-17_not known_NEET")]
    [InlineData("6wksBreast")]
    [InlineData("CPP_rate")]
    [InlineData("CPPlans2yrs")]
    [InlineData("ChildPov")]
    [InlineData("Continue_Assess_Comp")]
    [InlineData("ExcessRec")]
    [InlineData("ExcessYr6")]
    [InlineData("FSM_AVG_Attain8_Score")]
    [InlineData("FSP_NEW_GOODDEV")]
    [InlineData("FirstYJS")]
    [InlineData("L3Age19Gap")]
    [InlineData("Level3Age19")]
    [InlineData("NonFSM_AVG_Attain8_Score")]
    [InlineData("PrevRegCPR")]
    [InlineData("ReReferral")]
    [InlineData("ReRegCPR")]
    [InlineData("RevCP")]
    [InlineData("TotAbs")]
    [InlineData("TotPerAbNew")]
    [InlineData("Under18concep")]
    public void Every_measure_of_the_interactive_tools_cut_file_is_used(string measure) =>
        Shipped
            .Carried("lait")
            .SelectMany(c => new[] { c.Source.Value, c.Source.Minus, c.Source.Numerator, c.Source.Denominator })
            .ShouldContain(measure);

    [Fact]
    public void Every_break_says_why_and_who_says_so() =>
        Shipped.Indicators.SelectMany(i => i.Breaks).ShouldAllBe(b => b.Note.Length > 0 && b.Source != null);

    [Fact]
    public void Breaks_are_in_the_order_of_time() =>
        Shipped.Indicators.ShouldAllBe(i => i.Breaks.SequenceEqual(i.Breaks.OrderBy(b => b.From)));

    [Fact]
    public void No_note_that_is_always_given_names_an_edition_of_a_later_year() =>
        Shipped
            .Indicators.Where(i =>
                Enumerable.Range(2024, 20).Any(year => i.Note?.Contains($"{year}", StringComparison.Ordinal) == true)
            )
            .ShouldBeEmpty();

    [Fact]
    public void Of_two_indicators_that_measure_much_the_same_one_counts_and_the_sixteen_of_2012_stay_as_they_are() =>
        Shipped
            .Indicators.Where(i => i.CountsWith is not null)
            .Select(i => (i.Id, i.CountsWith!.Indicator, i.CountsWith.From > new DateOnly(2012, 9, 30)))
            .ShouldBe([
                ("neet-or-not-known", "neet-16-to-17", false),
                ("persistent-absence", "overall-absence", true),
                ("year-6-excess-weight", "reception-excess-weight", false),
                ("ehc-plans-within-20-weeks-all", "ehc-plans-within-20-weeks", false),
            ]);

    [Fact]
    public void Every_indicator_has_a_source() => Shipped.Indicators.ShouldAllBe(i => i.Sources.Count > 0);

    [Fact]
    public void Breastfeeding_in_the_county_is_that_of_two_primary_care_trusts() =>
        Shipped
            .Find("breastfeeding-6-to-8-weeks")!
            .Parts["E10000024"]
            .Select(p => Reference.Default.Areas.FindByCode(p.Code)!.Number)
            .ShouldBe(["5N8", "5ET"]);

    private static List<Indicator> ReportedIn2012() =>
        [.. Shipped.Reported.Where(i => i.IsReportedAt(new(2012, 9, 30)))];
}
