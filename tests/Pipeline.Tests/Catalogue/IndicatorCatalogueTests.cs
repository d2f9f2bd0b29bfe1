using System.Text.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

public sealed class IndicatorCatalogueTests
{
    private const string Valid = """
        {
          // A comment and a trailing comma are allowed.
          "title": "A title",
          "area": "E10000024",
          "priorities": [{"id": "1", "title": "Priority 1"}],
          "indicators": [
            {
              "id": "overall-absence", "name": "Overall absence", "narrative": "overall absence", "origin": "report", "priority": "1",
              "unit": "%", "decimals": 1, "polarity": "low", "frequency": "annual", "succeeds": [],
              "parts": {"E10000024": [{"code": "E16000081", "name": "Nottinghamshire NHS"}]},
              "sources": [
                {"format": "ees", "value": "sess_overall_percent"},
                {"format": "lait", "value": "TotAbs", "years": "academic"},
              ]
            }
          ]
        }
        """;

    [Fact]
    public void A_catalogue_without_a_fault_is_read()
    {
        var catalogue = Read(Valid);

        var indicator = catalogue.Indicators.ShouldHaveSingleItem();
        (catalogue.Title, catalogue.PriorityTitle("1"), indicator.Polarity).ShouldBe(
            ("A title", "Priority 1", Polarity.Low)
        );
    }

    [Fact]
    public void The_hash_tells_two_texts_apart()
    {
        Read(Valid).Hash.ShouldBe(Read(Valid).Hash);
        Read(Valid.Replace("A title", "Another title")).Hash.ShouldNotBe(Read(Valid).Hash);
    }

    [Fact]
    public void A_format_carries_its_own_sources_with_their_rank_in_the_indicator()
    {
        var (indicator, source, rank) = Read(Valid).Carried("lait").ShouldHaveSingleItem();

        (indicator.Id, source.Value, rank).ShouldBe(("overall-absence", "TotAbs", 1));
    }

    [Theory]
    [InlineData("\"E10000024\",", "\"E10000099\",", "The area E10000099 is not in the register of areas.")]
    [InlineData(
        "\"overall-absence\"",
        "\"Overall Absence\"",
        "The indicator id Overall Absence must be lower case words and numbers joined by hyphens."
    )]
    [InlineData(
        "\"overall-absence\"",
        "\"overall--absence\"",
        "The indicator id overall--absence must be lower case words and numbers joined by hyphens."
    )]
    [InlineData("\"priority\": \"1\"", "\"priority\": \"8\"", "overall-absence: there is no priority 8.")]
    [InlineData("\"decimals\": 1", "\"decimals\": 7", "overall-absence: decimals must be 0 to 6.")]
    [InlineData("\"decimals\": 1", "\"decimals\": -1", "overall-absence: decimals must be 0 to 6.")]
    [InlineData(
        "\"succeeds\": []",
        "\"succeeds\": [\"absence\"]",
        "overall-absence: it succeeds absence, which is not in the catalogue."
    )]
    [InlineData(
        "\"academic\"",
        "\"school\"",
        "overall-absence: years must be one of calendar, financial, academic, reporting, tax, at-31-march, "
            + "at-31-august."
    )]
    [InlineData(
        "\"ees\"",
        "\"xlsx\"",
        "overall-absence: the format xlsx is not one of ees, lait, fingertips, nhs-breastfeeding, ncmp, ons."
    )]
    [InlineData(
        ", \"years\": \"academic\"",
        "",
        "overall-absence: the source lait:TotAbs must say what a year is (years), because the file does not."
    )]
    [InlineData("E16000081", "E16000099", "overall-absence: the part E16000099 is not in the register of areas.")]
    public void A_fault_is_said_in_a_sentence(string right, string wrong, string fault) =>
        Faults(Valid.Replace(right, wrong)).ShouldHaveSingleItem().ShouldBe(fault);

    [Fact]
    public void An_id_used_twice_is_a_fault()
    {
        var catalogue = JsonNode.Parse(
            Valid,
            documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
        )!;
        catalogue["indicators"]!.AsArray().Add(catalogue["indicators"]![0]!.DeepClone());

        Faults(catalogue.ToJsonString())
            .ShouldHaveSingleItem()
            .ShouldBe("The indicator id overall-absence is used 2 times.");
    }

    [Fact]
    public void Every_fault_is_said_at_once() =>
        Faults(
            Valid.Replace("\"priority\": \"1\"", "\"priority\": \"8\"").Replace("\"decimals\": 1", "\"decimals\": 9")
        )
            .Count.ShouldBe(2);

    [Theory]
    [InlineData("\"frequency\"", "\"freqency\"")]
    [InlineData("\"low\"", "\"lower\"")]
    [InlineData("\"low\"", "2")]
    [InlineData("\"A title\",", "\"A title\"")]
    [InlineData("\"unit\": \"%\",", "")]
    public void A_name_or_a_value_that_is_not_known_is_a_fault_and_not_a_silence(string right, string wrong) =>
        Faults(Valid.Replace(right, wrong))
            .ShouldHaveSingleItem()
            .ShouldStartWith("The catalogue is not valid JSON or has a name that is not known: ");

    [Fact]
    public void An_empty_catalogue_is_a_fault() =>
        Faults("null").ShouldHaveSingleItem().ShouldBe("The catalogue is empty.");

    private static IndicatorCatalogue Read(string json) =>
        IndicatorCatalogue.Read(BinaryData.FromString(json), Reference.Default.Areas);

    private static IReadOnlyList<string> Faults(string json)
    {
        json.ShouldNotBe(Valid);
        return Should.Throw<CatalogueException>(() => Read(json)).Faults;
    }
}
