using ChildrensTrust.Functions;
using ChildrensTrust.Pipeline;
using Mono.Cecil;

namespace ChildrensTrust.EndToEnd.Tests.Architecture;

/// <summary>A folder of the pipeline uses the folders before it and none after it, and the pipeline uses nothing that
/// calls it.</summary>
public sealed class ArrowTests
{
    private const string Root = "ChildrensTrust.Pipeline";

    /// <summary>The folders, in the order in which a file becomes a figure. What all of them need comes
    /// first.</summary>
    private static readonly string[] Rooms =
    [
        "Foundation",
        "Periods",
        "Catalogue",
        "Findings",
        "PersonalData",
        "Observations",
        "Statistics",
        "Files",
        "Tables",
        "Formats",
        "Releases",
        "Comparison",
        "Snapshots",
        "Reports",
        "Publishing",
        "Site",
        "Health",
    ];

    /// <summary>The folders inside a folder, level by level: one uses those of earlier levels, and none beside it. The
    /// folders inside any other have one level, as the formats have: none uses another.</summary>
    private static readonly Dictionary<string, string[][]> Levels = new(StringComparer.Ordinal)
    {
        ["Foundation"] =
        [
            ["Text", "Telemetry"],
            ["Storage"],
        ],
        ["Reports"] =
        [
            ["Charts"],
            ["Office"],
            ["Html", "Word", "Excel"],
        ],
    };

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Types().Select(Room).OfType<string>().Distinct().ShouldBe(Rooms, ignoreOrder: true);

    [Fact]
    public void A_folder_uses_no_folder_after_it() =>
        (
            from arrow in Arrows()
            let wrong = Array.IndexOf(Rooms, arrow.To[0]) > Array.IndexOf(Rooms, arrow.From[0])
            where wrong
            select arrow.Text
        )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void Every_folder_inside_a_folder_has_its_level() =>
        Types()
            .Select(Path)
            .Where(path => path.Length == 2 && Levels.ContainsKey(path[0]))
            .Select(path => string.Join('.', path))
            .Distinct()
            .ShouldBe(
                Levels.SelectMany(l => l.Value.SelectMany(level => level).Select(name => $"{l.Key}.{name}")),
                ignoreOrder: true
            );

    [Fact]
    public void A_folder_inside_a_folder_uses_none_beside_or_after_it() =>
        (
            from arrow in Arrows()
            where
                arrow.From.Length > 1
                && arrow.To.Length > 1
                && arrow.From[0] == arrow.To[0]
                && arrow.From[1] != arrow.To[1]
            let levels = Levels.GetValueOrDefault(arrow.From[0], [])
            where Level(levels, arrow.To[1]) >= Level(levels, arrow.From[1])
            select arrow.Text
        )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void The_pipeline_uses_neither_the_functions_nor_the_local_host_nor_any_type_of_a_host() =>
        References(typeof(PipelineServices))
            .ShouldAllBe(name =>
                !name.StartsWith("ChildrensTrust", StringComparison.Ordinal)
                && !name.Contains("Functions", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            );

    [Fact]
    public void The_functions_use_the_pipeline_alone() =>
        References(typeof(Landing))
            .Where(name => name.StartsWith("ChildrensTrust", StringComparison.Ordinal))
            .ShouldBe([Root]);

    private sealed record Arrow(string[] From, string[] To, string Text);

    private static IEnumerable<Arrow> Arrows() =>
        from type in Types()
        let @from = Path(type)
        where @from.Length > 0
        from used in UsedTypes.Of(type)
        let to = Path(used)
        where to.Length > 0
        select new Arrow(@from, to, $"{string.Join('.', @from)}.{type.Name} -> {string.Join('.', to)}.{used.Name}");

    private static int Level(string[][] levels, string name) => Array.FindIndex(levels, level => level.Contains(name));

    private static string? Room(TypeReference type) => Path(type).FirstOrDefault();

    /// <summary>The folders of a type of the pipeline, from the outermost in; none for another type.</summary>
    private static string[] Path(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal) ? type.Namespace.Split('.')[2..] : [];
    }

    private static List<TypeDefinition> Types() => [.. Module(typeof(PipelineServices)).Types];

    private static IEnumerable<string> References(Type type) => Module(type).AssemblyReferences.Select(a => a.Name);

    private static ModuleDefinition Module(Type type) => ModuleDefinition.ReadModule(type.Assembly.Location);
}
