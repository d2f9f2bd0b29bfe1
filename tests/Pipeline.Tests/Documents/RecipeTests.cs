using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Documents;

/// <summary>The recipes of CONTRIBUTING.md, followed: those of data and of a format here, the others in the class that
/// is named. What a recipe names must exist.</summary>
public sealed partial class RecipeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<string, string> FollowedBy = new()
    {
        ["an indicator"] = "CatalogueAsDataTests",
        ["a comparator"] = nameof(RecipeTests),
        ["a setting, a container, a table or a feed's folder"] = "ContractTests",
        ["an alert"] = "AlertTests",
        ["a locality"] = nameof(RecipeTests),
        ["a format"] = nameof(RecipeTests),
        ["a check"] = "ChecksPageTests",
        ["a page"] = "EveryPageTests",
        ["a section to the report"] = "PageSectionsTests",
        ["a sheet or a column to the workbook"] = "WorkbookReportTests",
    };

    private static readonly Lazy<string[]> Sources = new(() =>
        [
            .. new[] { "pipeline", "functions", "local", "tests" }
                .Select(SourceFolder.Of)
                .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
                .Where(file => !BuildFolder().IsMatch(file)),
        ]
    );

    public static TheoryData<string> Recipes =>
        [.. Heading().Matches(Contributing()).Select(match => match.Groups["what"].Value)];

    [Fact]
    public void Every_recipe_is_followed_by_a_test()
    {
        Recipes.Select(row => row.Data).ShouldBe(FollowedBy.Keys, ignoreOrder: true);
        FollowedBy.Values.ShouldAllBe(test => IsDeclared(test, null));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void What_a_recipe_names_exists(string what)
    {
        var text = Contributing();
        var from = text.IndexOf($"## Add {what}\n", StringComparison.Ordinal);
        var to = text.IndexOf("\n## ", from + 1, StringComparison.Ordinal);
        var names = Named().Matches(text[from..to]).Select(match => match.Groups["name"].Value);

        names.Where(name => !Exists(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_comparator_in_the_catalogue_is_compared_with()
    {
        var catalogue = Shipped("catalogue.json");
        catalogue["comparators"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """{"id": "d2n2", "name": "Derby and Derbyshire", "kind": "list", "members": ["E06000015", "E10000007"], "average": "median"}"""
                )
            );
        var reference = Reference.Build(Data(catalogue), null, FeedReader.SourceFormats);

        var place = new Comparer(
            new(reference, NeighbourSets.None, AverageMethod.Mean),
            reference.Areas.FindByCode(Known.Nottinghamshire)!
        )
            .Compare(Known.Absence, [Known.Of2014((Known.Nottinghamshire, 4.8m), ("E06000015", 5m), ("E10000007", 4m))])
            .Places.ShouldHaveSingleItem();

        var compared = place.Comparators.Single(c => c.Id == "d2n2");
        (compared.Name, compared.Value, compared.Versus).ShouldBe(("Derby and Derbyshire", 4.5m, Verdict.DoesNotMeet));
    }

    [Fact]
    public async Task A_locality_in_the_register_has_its_figures_read()
    {
        var areas = Shipped("areas.json");
        areas["areas"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """{"code": "E07000035", "name": "Derbyshire Dales", "type": "district", "region": "E12000004", "county": "E10000007"}"""
                )
            );
        var reference = Reference.Build(null, Data(areas), null);

        reference.Areas.DistrictsOf("E10000007").ShouldHaveSingleItem().Name.ShouldBe("Derbyshire Dales");
        (await ReadAsync("E07000035", reference)).ShouldBe([("E07000035", 8.5m)]);
    }

    [Fact]
    public async Task A_reader_in_the_registry_has_its_files_become_figures() =>
        (await ReadAsync(Known.Nottinghamshire, Reference.Default)).ShouldBe([(Known.Nottinghamshire, 8.5m)]);

    private static async Task<IEnumerable<(string, decimal?)>> ReadAsync(string area, Reference reference)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"Place,School year,Obese\n{area},2015/16,8.5\n"));
        var reading = await FeedReader.ReadAsync(
            new(file, "file.csv", Feed.Obesity),
            reference,
            TestContext.Current.CancellationToken,
            readers: [.. FeedReader.Readers, new RecipeReader()]
        );

        (reading.Format, reading.Rows.Accepted).ShouldBe(("recipe", 1));
        return reading.Series.ToSeries().Select(s => (s.Area, s.Observations.Single().Value.Value));
    }

    private static bool Exists(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? Path.Exists(SourceFolder.Of(name))
        : Extension().IsMatch(name) ? Sources.Value.Any(file => Path.GetFileName(file) == name)
        : IsDeclared(name.Split('.')[0], name.Split('.').ElementAtOrDefault(1));

    private static bool IsDeclared(string type, string? member) =>
        Sources
            .Value.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Any(text =>
                Regex.IsMatch(text, $@"\b(class|record|struct|enum|interface) {type}\b", RegexOptions.None, Patience)
                && (member is null || Regex.IsMatch(text, $@"\b{member}\b", RegexOptions.None, Patience))
            );

    private static JsonNode Shipped(string name)
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!;
    }

    private static BinaryData Data(JsonNode node) => BinaryData.FromString(node.ToJsonString());

    private static string Contributing() =>
        File.ReadAllText(SourceFolder.Of("CONTRIBUTING.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("^## Add (?<what>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    // A path, a file, a type or a member of one; not a word of a file's content, nor a pattern of paths.
    [GeneratedRegex(
        @"`(?<name>[A-Za-z.][\w.-]*(/[\w.-]+)+|[\w.-]+\.(cs|json|md)|[A-Z]\w+(\.[A-Z]\w+)?)(\([^`]*\))?`",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\.(cs|json|md)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BuildFolder();
}
