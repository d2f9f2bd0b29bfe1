using System.Text;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Site;

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>Whatever a catalogue or a register of areas has wrong in it is said in a sentence, or does no
/// harm.</summary>
public sealed class BrokenCatalogueTests
{
    private const string Nottinghamshire = "E10000024";

    private static readonly Func<JsonNode?>[] Wrong =
    [
        () => null,
        () => JsonValue.Create(""),
        () => JsonValue.Create("x"),
        () => JsonValue.Create(-1),
        () => JsonValue.Create(1e300),
        () => JsonValue.Create(true),
        () => JsonValue.Create(new string('x', 2000)),
        () => new JsonArray(),
        () => new JsonArray((JsonNode?)null),
        () => new JsonObject(),
        () => new JsonObject { ["x"] = null },
    ];

    [Theory]
    [InlineData("\"indicators\":[null]", "$.indicators[0]")]
    [InlineData("\"priorities\":[null]", "$.priorities[0]")]
    [InlineData("\"cadences\":[null]", "$.cadences[0]")]
    [InlineData("\"comparators\":[null]", "$.comparators[0]")]
    [InlineData("\"indicators\":[{\"sources\":[null]}]", "$.indicators[0].sources[0]")]
    [InlineData("\"indicators\":[{\"sources\":[{\"where\":{\"sex\":null}}]}]", "$.indicators[0].sources[0].where.sex")]
    [InlineData("\"indicators\":[{\"parts\":{\"E10000024\":null}}]", "$.indicators[0].parts.E10000024")]
    [InlineData("\"indicators\":[{\"tags\":[\"trust\",null]}]", "$.indicators[0].tags[1]")]
    public void Null_where_a_value_must_be_is_named_with_its_place(string property, string place) =>
        FaultOf(() =>
                IndicatorCatalogue.Read(
                    BinaryData.FromString($"{{\"title\":\"T\",\"area\":\"{Nottinghamshire}\",{property}}}"),
                    Reference.Default.Areas,
                    FeedReader.SourceFormats
                )
            )
            .ShouldContain($"null at {place},");

    [Theory]
    [InlineData("E07000170")]
    [InlineData("E12000004")]
    [InlineData("E92000001")]
    public void An_area_of_which_no_snapshot_can_be_made_is_a_fault(string area)
    {
        var catalogue = Small();
        catalogue["area"] = area;
        FaultOf(() => Read(catalogue))
            .ShouldContain($"The area {area} is not a local authority with children's services");
    }

    [Fact]
    public void The_area_is_known_by_its_present_code_however_it_is_written()
    {
        var catalogue = Small();
        catalogue["area"] = Nottinghamshire.ToLowerInvariant();
        Read(catalogue).Catalogue.Area.ShouldBe(Nottinghamshire);
    }

    [Fact]
    public void A_mark_of_byte_order_does_no_harm() =>
        IndicatorCatalogue
            .Read(
                new([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Small().ToJsonString())]),
                Reference.Default.Areas,
                FeedReader.SourceFormats
            )
            .Indicators.ShouldNotBeEmpty();

    [Theory]
    [InlineData("{\"source\":\"s\",\"areas\":[null]}")]
    [InlineData("{\"source\":\"s\",\"areas\":[]}")]
    [InlineData(
        "{\"source\":\"s\",\"areas\":[{\"code\":\"E92000001\",\"name\":\"England\",\"type\":\"country\"},{\"code\":\"e92000001\",\"name\":\"England\",\"type\":\"country\"}]}"
    )]
    [InlineData("{\"source\":\"s\",\"areas\":[{\"code\":\"E92000001\",\"name\":null,\"type\":\"country\"}]}")]
    public void A_register_that_cannot_be_used_says_so(string json) =>
        FaultOf(() => AreaRegister.Read(BinaryData.FromString(json))).ShouldNotBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(5000)]
    public void A_text_that_was_cut_off_is_a_fault(int length) =>
        FaultOf(() =>
                IndicatorCatalogue.Read(BinaryData.FromString(Shipped()[..length]), Reference.Default.Areas, null)
            )
            .ShouldStartWith("The catalogue is not valid JSON");

    [Fact]
    public async Task A_wrong_value_anywhere_is_a_fault_or_harmless_to_files_snapshots_and_pages()
    {
        var places = Paths(Small()).ToList();
        places.Count.ShouldBeGreaterThan(80);
        var harmless = 0;
        foreach (var place in places)
        {
            foreach (var wrong in Wrong)
            {
                var catalogue = Small();
                Set(catalogue, place, wrong());
                if (TryRead(catalogue) is { } reference)
                {
                    harmless++;
                    await UseAsync(reference, $"{place} = {wrong()?.ToJsonString() ?? "null"}");
                }
            }
        }
        harmless.ShouldBeGreaterThan(50);
    }

    // What each function does with it.
    private static async Task UseAsync(Reference reference, string what)
    {
        try
        {
            using var file = new MemoryStream(
                Encoding.UTF8.GetBytes($"{EesRows.Header}\n{EesRows.England}\n{EesRows.Notts}\n")
            );
            var reading = await FeedReader.ReadAsync(
                new(file, "absence.csv", Feed.National),
                reference,
                TestContext.Current.CancellationToken
            );
            var release = Known.Release("2012-03-28", "real") with
            {
                Indicators = [.. reference.Catalogue.Indicators.Select(i => i.Id)],
            };
            var series = reading
                .Series.ToSeries()
                .GroupBy(s => s.Indicator)
                .ToDictionary(
                    g => g.Key,
                    IReadOnlyList<SeriesAsOf> (g) =>
                        [
                            new SeriesAsOf(
                                g.First().Source,
                                0,
                                [new(release, g.ToDictionary(s => s.Area))],
                                new(2012, 9, 30)
                            ),
                        ]
                );
            var evidence = new KnownData(series, NeighbourSets.None, [], [], null);
            var area = reference.Areas.FindByCode(reference.Catalogue.Area)!;
            var snapshot = new SnapshotDraft(reference, evidence, new(new(2012, 9, 30)), new(2012, 12, 12)).Make(area);
            var header = PageSamples.Header with { Area = area.Code };
            PageModel[] pages =
            [
                HomeModel.Create(reference, [header], [ReleaseOutline.Of(release)], 0),
                SnapshotModel.Create(reference, [(header, snapshot, [])], new HashSet<string>()),
                IndicatorsModel.Create(reference, (header, snapshot)),
                new DueModel(
                    new(2012, 12, 13),
                    DueFigure.List(reference, evidence, new(2012, 12, 13)),
                    DueSnapshot.List(reference.Catalogue, [header], new(2012, 3, 28), new(), new(2012, 12, 13))
                ),
                .. reference.Catalogue.Indicators.Select(i =>
                    IndicatorModel.Create(reference, i, (header, snapshot), [release], [])
                ),
                .. reference.Catalogue.Indicators.Select(i => IndicatorModel.Create(reference, i, null, [], [])),
            ];
            _ = reference.Catalogue.Indicators.Select(reference.Catalogue.CadenceOf).ToList();
            foreach (var page in pages)
                PageWriter.Write(page, "index.html", "", asJson: false);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{what}: {fault.Message}", fault);
        }
    }

    private static string FaultOf(Action read) => Should.Throw<CatalogueException>(read).Message;

    private static Reference Read(JsonNode catalogue) =>
        Reference.Build(BinaryData.FromString(catalogue.ToJsonString()), null, FeedReader.SourceFormats);

    private static Reference? TryRead(JsonNode catalogue)
    {
        try
        {
            return Read(catalogue);
        }
        catch (CatalogueException)
        {
            return null;
        }
    }

    private static string Shipped()
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The shipped one with the indicators that have most to them.
    private static JsonObject Small()
    {
        var whole = JsonNode
            .Parse(
                Shipped(),
                documentOptions: new()
                {
                    AllowTrailingCommas = true,
                    CommentHandling = System.Text.Json.JsonCommentHandling.Skip,
                }
            )!
            .AsObject();
        foreach (
            var other in whole["indicators"]!
                .AsArray()
                .Where(i => (string)i!["id"]! is not ("overall-absence" or "breastfeeding-6-to-8-weeks"))
                .ToList()
        )
            whole["indicators"]!.AsArray().Remove(other);
        foreach (var indicator in whole["indicators"]!.AsArray())
            indicator!.AsObject().Remove("succeeds");
        foreach (var cadence in whole["cadences"]!.AsArray().Where(c => (string)c!["id"]! != Cadence.Trust).ToList())
            whole["cadences"]!.AsArray().Remove(cadence);
        return whole;
    }

    private static IEnumerable<string> Paths(JsonNode node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p =>
                new[] { p.Value?.GetPath() }.OfType<string>().Concat(p.Value is null ? [] : Paths(p.Value))
            ),
            JsonArray a => a.OfType<JsonNode>().SelectMany(i => Paths(i).Prepend(i.GetPath())),
            _ => [],
        };

    private static void Set(JsonNode root, string path, JsonNode? value)
    {
        var node = Nodes(root).First(n => n.GetPath() == path);
        switch (node.Parent)
        {
            case JsonObject o:
                o[node.GetPropertyName()] = value;
                break;
            case JsonArray a:
                a[node.GetElementIndex()] = value;
                break;
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) =>
        node switch
        {
            JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
            JsonArray a => a.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
            _ => [node],
        };
}
