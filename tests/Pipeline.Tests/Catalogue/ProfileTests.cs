using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class ProfileTests
{
    [Fact]
    public void The_indicators_of_the_report_of_January_2013_are_chosen_unless_the_council_names_others() =>
        At(Reference.Default, "2012-09-30").Count.ShouldBe(16);

    [Theory]
    [InlineData("january-2013", Polarity.Low)]
    [InlineData("cypf-2025", Polarity.Neutral)]
    [InlineData("all", Polarity.Neutral)]
    public void A_council_chooses_its_indicators_by_a_line_in_config(string profile, Polarity plans)
    {
        var chosen = Choose($$"""{"profile": "{{profile}}"}""");

        chosen.Catalogue.Area.ShouldBe(Reference.Default.Catalogue.Area);
        chosen.Catalogue.Find("child-protection-plans")!.Polarity.ShouldBe(plans);
        chosen.Catalogue.Indicators.Count.ShouldBe(Reference.Default.Catalogue.Indicators.Count);
        At(chosen, "2012-09-30").Select(i => i.Id).ShouldContain("child-protection-plans");
    }

    [Fact]
    public void The_profile_all_takes_every_indicator()
    {
        var catalogue = Choose("""{"profile": "all"}""").Catalogue;

        catalogue.Reported.ShouldBe(catalogue.Indicators);
    }

    [Fact]
    public void An_indicator_of_another_profile_is_read_and_not_reported()
    {
        var reference = Choose(
            """
            {
              "profile": "few",
              "profiles": [{"id": "few", "name": "Few"}, {"id": "other", "name": "Other"}],
              "title": "T",
              "area": "E10000024",
              "priorities": [{"id": "1", "title": "One"}],
              "indicators": [
                {"id": "a", "name": "A", "narrative": "a", "origin": "ours", "priority": "1", "unit": "%", "decimals": 1, "polarity": "low", "frequency": "annual", "profiles": ["other"]},
                {"id": "b", "name": "B", "narrative": "b", "origin": "ours", "priority": "1", "unit": "%", "decimals": 1, "polarity": "low", "frequency": "annual"}
              ]
            }
            """
        );

        reference.Catalogue.Indicators.Select(i => i.Id).ShouldBe(["a", "b"]);
        reference.Catalogue.Reported.Select(i => i.Id).ShouldBe(["b"]);
        At(reference, "2025-09-30").Select(i => i.Id).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("""{"profile": "nothing-of-the-kind"}""", "The profile must be one of january-2013, cypf-2025, all.")]
    [InlineData("""{"profile": "all", "profils": []}""", "is not valid JSON or has a name that is not known")]
    [InlineData("""{"profile": 3}""", "The catalogue is not valid JSON")]
    [InlineData("""{"profile": "all", "area": "E12000004"}""", "is not a local authority with children's services")]
    [InlineData("""{"profile": "all", "profiles": []}""", "The profile must be one of .")]
    [InlineData("""{"profile": "few", "profiles": [{"id": "few", "name": "F"}]}""", "there is no profile all")]
    [InlineData("""{"profile": "all" "area": 1}""", "The catalogue is not valid JSON")]
    [InlineData("""{"title": "T"}""", "The catalogue has neither indicators nor a profile.")]
    public void A_choice_that_cannot_be_made_says_why(string json, string sentence) =>
        Should.Throw<CatalogueException>(() => Choose(json)).Message.ShouldContain(sentence);

    [Theory]
    [InlineData("trust")]
    [InlineData("committee")]
    public void No_report_is_without_the_indicator_or_its_successor_at_any_date(string cadence)
    {
        var indicators = Reference.Default.Catalogue.Indicators;
        foreach (var ended in indicators.Where(i => i.Until is not null))
        {
            var chain = indicators.Where(i => i.Id == ended.Id || i.Succeeds.Contains(ended.Id)).ToList();
            for (var month = new DateOnly(2012, 9, 1); month.Year < 2031; month = month.AddMonths(1))
            {
                var asAt = month.AddMonths(1).AddDays(-1);
                chain
                    .Any(i => i.Tags.Contains(cadence) && i.IsReportedAt(asAt))
                    .ShouldBeTrue($"{ended.Id} at {asAt:yyyy-MM-dd}");
            }
        }
    }

    private static IReadOnlyList<Indicator> At(Reference reference, string asAt) =>
        [
            .. reference
                .For(reference.Catalogue.FindCadence(Cadence.Trust)!)
                .Catalogue.Indicators.Where(i => i.IsReportedAt(Given.Day(asAt))),
        ];

    private static Reference Choose(string json) =>
        Reference.Build(BinaryData.FromString(json), null, FeedReader.SourceFormats);
}
