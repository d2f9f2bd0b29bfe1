using System.Text.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Tests;
using Json.Schema;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>docs/snapshot.schema.json says of snapshot.json what is so: nothing less and nothing more.</summary>
public sealed class SnapshotSchemaTests
{
    private static readonly string[] NeighboursOf2025 =
    [
        "830",
        "935",
        "933",
        "886",
        "926",
        "937",
        "855",
        "802",
        "860",
        "888",
    ];
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "snapshot.schema.json"))
    );
    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List,
        RequireFormatValidation = true,
    };

    public static TheoryData<string> GoldenSnapshots =>
        [
            .. Directory
                .GetFiles(SourceFolder.Of("tests/EndToEnd.Tests/Golden"), "snapshot*.json")
                .Select(f => Path.GetFileName(f)!),
        ];

    [Fact]
    public void A_snapshot_that_holds_everything_is_valid() => Faults(Rich()).ShouldBeEmpty();

    [Fact]
    public void A_snapshot_of_nothing_is_valid() =>
        Faults(Node(Sample.Of() with { NeighbourSet = null, Inputs = [] })).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(GoldenSnapshots))]
    public void A_golden_snapshot_is_valid(string name) =>
        Faults(JsonNode.Parse(File.ReadAllText(Path.Combine(SourceFolder.Of("tests/EndToEnd.Tests/Golden"), name)))!)
            .ShouldBeEmpty();

    [Fact]
    public async Task A_snapshot_of_real_figures_of_2025_is_valid()
    {
        var reference = Reference.Default;
        await using var file = File.OpenRead(SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        var reading = await FeedReader.ReadAsync(
            new(file, "bds_long_22_measures.csv", Feed.Neighbours),
            reference,
            TestContext.Current.CancellationToken
        );
        var release = Known.Release("2026-04-08", "real");
        var series = reading
            .Series.ToSeries()
            .GroupBy(s => s.Indicator)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<SeriesAsOf> (g) =>
                    [new SeriesAsOf(g.First().Source, 0, [new(release, g.ToDictionary(s => s.Area))], new(2025, 9, 30))]
            );
        var neighbours = new NeighbourSet(
            "may-2025",
            new(2025, 5, 1),
            new Dictionary<string, IReadOnlyList<Neighbour>>
            {
                ["E10000024"] = [.. NeighboursOf2025.Select(n => new Neighbour(reference.Areas.FindByNumber(n)!, ""))],
            }
        );
        var evidence = new KnownData(series, new([neighbours], new(2025, 9, 30), null), [], [], null);

        var snapshot = new SnapshotDraft(reference, evidence, new(new(2025, 9, 30)), new(2026, 4, 8)).Make(
            reference.Areas.FindByCode("E10000024")!
        );

        snapshot.Summary.WithComparison.ShouldBeGreaterThan(10);
        Faults(Node(snapshot)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_property_that_is_written_must_be_there()
    {
        var whole = Rich();
        var missed = Objects(whole)
            .SelectMany(o => o.AsObject().Select(p => (Path: o.GetPath(), p.Key)))
            .DistinctBy(p => (General(p.Path), p.Key))
            .Where(p =>
            {
                var without = whole.DeepClone();
                At(without, p.Path).AsObject().Remove(p.Key);
                return IsValid(without);
            })
            .ToList();

        missed.ShouldBeEmpty();
    }

    [Fact]
    public void No_object_may_hold_a_property_that_the_schema_does_not_know()
    {
        var whole = Rich();
        var open = Objects(whole)
            .Select(o => o.GetPath())
            .DistinctBy(General)
            .Where(path =>
            {
                var with = whole.DeepClone();
                At(with, path).AsObject()["somethingElse"] = 1;
                return IsValid(with);
            })
            .ToList();

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_in_the_schema_is_written_by_a_snapshot_that_holds_everything()
    {
        using var schema = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "snapshot.schema.json"))
        );
        var named = schema
            .RootElement.GetProperty("$defs")
            .EnumerateObject()
            .SelectMany(d =>
                d.Value.TryGetProperty("properties", out var p) ? p.EnumerateObject().Select(x => x.Name) : []
            )
            .Concat(schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name))
            .Distinct();

        named.Except(Objects(Rich()).SelectMany(o => o.AsObject().Select(p => p.Key))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("$.rows[0].versusNational", "\"better\"")]
    [InlineData("$.rows[0].local.value", "\"6.35\"")]
    [InlineData("$.asAt", "\"30 September 2012\"")]
    [InlineData("$.rows[0].polarity", "\"Low\"")]
    [InlineData("$.summary.exceeds", "null")]
    public void A_value_of_another_kind_is_not_valid(string path, string value)
    {
        var wrong = Rich();
        var at = At(wrong, path);
        at.ReplaceWith(JsonNode.Parse(value));

        IsValid(wrong).ShouldBeFalse();
    }

    private static JsonNode Rich() => Node(RichSample.Of());

    private static JsonNode Node(Snapshot snapshot) => JsonNode.Parse(SnapshotJson.Write(snapshot).ToString())!;

    private static bool IsValid(JsonNode node) =>
        Schema.Evaluate(JsonSerializer.SerializeToElement(node), Options).IsValid;

    private static List<string> Faults(JsonNode node)
    {
        var result = Schema.Evaluate(JsonSerializer.SerializeToElement(node), Options);
        return result.IsValid
            ? []
            :
            [
                .. (result.Details ?? [])
                    .Where(d => d.Errors is { Count: > 0 })
                    .Select(d => $"{d.InstanceLocation}: {string.Join(" ", d.Errors!.Values)}")
                    .Take(20)
                    .DefaultIfEmpty("not valid"),
            ];
    }

    private static IEnumerable<JsonNode> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    // One row stands for all rows of its kind: the number within a list does not matter, the first that has something
    // does.
    private static string General(string path) =>
        System.Text.RegularExpressions.Regex.Replace(
            path,
            @"\[\d+\]",
            "[]",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static JsonNode At(JsonNode root, string path)
    {
        var at = root;
        foreach (var step in path.Split('.', '[').Skip(1))
            at = step.EndsWith(']')
                ? at[int.Parse(step[..^1], System.Globalization.CultureInfo.InvariantCulture)]!
                : at[step]!;
        return at;
    }
}
