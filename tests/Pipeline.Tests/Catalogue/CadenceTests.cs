using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("03-31", 3)]
    [InlineData("06-30", 6)]
    [InlineData("12-31", 12)]
    public void An_as_at_date_is_the_last_day_of_a_month(string text, int month) =>
        MonthEnd.Parse(text).ShouldSatisfyAllConditions(e => e.Month.ShouldBe(month), e => e.ToString().ShouldBe(text));

    [Theory]
    [InlineData("02-28", "the last day of February is not the same every year")]
    [InlineData("02-29", "the last day of February is not the same every year")]
    [InlineData("03-30", "must be the last day of a month")]
    [InlineData("13-31", "must be the last day of a month")]
    [InlineData("", "must be the last day of a month")]
    [InlineData("31 March", "must be the last day of a month")]
    public void Another_day_is_refused_with_a_sentence(string text, string sentence) =>
        Should.Throw<CatalogueException>(() => MonthEnd.Parse(text)).Message.ShouldContain(sentence);

    [Fact]
    public void The_shipped_catalogue_makes_six_monthly_snapshots_for_the_Trust_alone() =>
        Reference
            .Default.Catalogue.Cadences.Select(c => (c.Id, c.Active, AsAt: string.Join(' ', c.AsAt)))
            .ShouldBe([("trust", true, "03-31 09-30"), ("committee", false, "03-31 06-30 09-30 12-31")]);

    [Fact]
    public void Every_indicator_is_in_the_Trusts() =>
        Reference.Default.Catalogue.Indicators.ShouldAllBe(i => i.Tags.Contains("trust"));

    [Theory]
    [InlineData("committee trust", "trust")]
    [InlineData("committee", "committee")]
    public void The_Trusts_snapshots_tell_of_an_indicator_where_they_report_it(string tags, string cadence) =>
        Reference
            .Default.Catalogue.CadenceOf(
                Reference.Default.Catalogue.Find("overall-absence")! with
                {
                    Tags = tags.Split(' '),
                }
            )
            .Id.ShouldBe(cadence);

    [Fact]
    public void A_cadence_takes_the_indicators_with_its_tag()
    {
        var reference = Reference.Default.For(Reference.Default.Catalogue.FindCadence("committee")!);

        reference.Catalogue.Indicators.ShouldAllBe(i => i.Tags.Contains("committee"));
        reference.Catalogue.Title.ShouldStartWith("Nottinghamshire Children and Young People's Committee");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_cadence_with_a_fault_is_told_what_to_mend(Cadence[] cadences, string sentence) =>
        Cadence
            .Faults(cadences, Reference.Default.Catalogue.Indicators)
            .ShouldContain(f => f.Contains(sentence, StringComparison.Ordinal));

    public static TheoryData<Cadence[], string> Wrong =>
        new()
        {
            { [Cadence.Default with { Id = "committee" }], "There must be a cadence with the id trust" },
            { [Cadence.Default, Cadence.Default], "is used 2 times" },
            { [Cadence.Default, Cadence.Default with { Id = "2012-09-30" }], "begin with a letter" },
            { [Cadence.Default with { AsAt = [] }], "needs at least one as-at date" },
            { [Cadence.Default with { AsAt = [new(3), new(3)] }], "names the as-at date 03-31 2 times" },
            { [Cadence.Default with { CompileAfterDays = 367 }], "compileAfterDays must be 0 to 366" },
            { [Cadence.Default, Cadence.Default with { Id = "other", Tag = "nobody" }], "no indicator has it" },
        };
}
