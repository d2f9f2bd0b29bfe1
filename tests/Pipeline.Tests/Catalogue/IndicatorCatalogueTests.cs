using System.Text.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;

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

    private const string Units =
        "%, pp, score, points, number, days, weeks, months, years, £, per 10,000 (or another whole number)";

    [Fact]
    public void A_catalogue_without_a_fault_is_read()
    {
        var catalogue = Read(Valid);

        var indicator = catalogue.Indicators.ShouldHaveSingleItem();
        (catalogue.Title, catalogue.PriorityTitle("1"), indicator.Polarity).ShouldBe(
            ("A title", "Priority 1", Polarity.Low)
        );
    }

    [Theory]
    [InlineData("E10000024", "Nottinghamshire", "Nottinghamshire Children's Trust")]
    [InlineData("E08000025", "Birmingham", "Birmingham: children’s outcomes compared")]
    public void The_title_is_that_of_the_own_area_and_others_have_their_own(string code, string name, string title) =>
        Read(Valid.Replace("A title", "{area} Children's Trust")).TitleFor(code, name).ShouldBe(title);

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
            + "at-30-september, at-31-august."
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
    public void A_format_without_a_reader_is_a_fault_that_names_those_with_one() =>
        Faults(Valid.Replace("\"ees\"", "\"xlsx\""))
            .ShouldHaveSingleItem()
            .ShouldBe(
                "overall-absence: the format xlsx is not one of "
                    + $"{string.Join(", ", FeedReader.SourceFormats.Select(f => f.Name))}."
            );

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
    [InlineData("\"A title\",", "\"A title\"")]
    [InlineData("\"unit\": \"%\",", "")]
    public void A_name_or_a_value_that_is_not_known_is_a_fault_and_not_a_silence(string right, string wrong) =>
        Faults(Valid.Replace(right, wrong))
            .ShouldHaveSingleItem()
            .ShouldStartWith("The catalogue is not valid JSON or has a name that is not known: ");

    [Theory]
    [InlineData("\"low\"", "\"lower\"", "polarity", "neutral, high, low")]
    [InlineData("\"low\"", "2", "polarity", "neutral, high, low")]
    [InlineData("\"annual\"", "\"yearly\"", "frequency", "annual, quarterly")]
    [InlineData("\"report\"", "\"reports\"", "origin", "report, successor, ours")]
    [InlineData("\"%\"", "\"per cent\"", "unit", Units)]
    [InlineData("\"%\"", "\"per 0\"", "unit", Units)]
    [InlineData("\"%\"", "\"per thousand\"", "unit", Units)]
    public void A_word_outside_its_closed_set_is_a_fault_that_names_the_set(
        string right,
        string wrong,
        string property,
        string words
    ) =>
        Faults(Valid.Replace(right, wrong))
            .ShouldHaveSingleItem()
            .ShouldBe(
                $"The catalogue has a word that is not known at $.indicators[0].{property}. It must be one of {words}."
            );

    [Theory]
    [InlineData("%", 100, 1000)]
    [InlineData("pp", null, 1000)]
    [InlineData("per 1,000", 1000, 10_000)]
    [InlineData("per 100000", 100_000, 1_000_000)]
    [InlineData("score", null, 1000)]
    public void A_unit_says_what_a_share_of_one_is_and_how_large_a_figure_can_be(string text, int? share, int max)
    {
        var unit = Read(Valid.Replace("\"%\"", $"\"{text}\"")).Indicators[0].Unit;

        (unit.Text, unit.Multiplier, unit.Max, unit.IsDifference).ShouldBe((text, share, max, text == "pp"));
    }

    [Fact]
    public void The_shipped_catalogue_names_formats_that_have_a_reader()
    {
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        Reference
            .Build(BinaryData.FromStream(shipped), null, FeedReader.SourceFormats)
            .Catalogue.Indicators.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_empty_catalogue_is_a_fault() =>
        Faults("null").ShouldHaveSingleItem().ShouldBe("The catalogue is empty.");

    private static IndicatorCatalogue Read(string json) =>
        IndicatorCatalogue.Read(BinaryData.FromString(json), Reference.Default.Areas, FeedReader.SourceFormats);

    private static IReadOnlyList<string> Faults(string json)
    {
        json.ShouldNotBe(Valid);
        return Should.Throw<CatalogueException>(() => Read(json)).Faults;
    }
}
