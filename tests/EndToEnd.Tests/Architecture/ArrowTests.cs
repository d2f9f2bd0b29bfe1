using ChildrensTrust.Functions;
using ChildrensTrust.Pipeline;
using Mono.Cecil;

namespace ChildrensTrust.EndToEnd.Tests.Architecture;

/// <summary>The arrows hold: a room of the pipeline knows the rooms before it and none after it, and the pipeline knows nobody who calls it.</summary>
public sealed class ArrowTests
{
    private const string Root = "ChildrensTrust.Pipeline";

    /// <summary>The rooms, in the order of the way. Those that hold tools for the others come first.</summary>
    private static readonly string[] Rooms =
        ["Telemetry", "Storage", "Periods", "Catalogue", "Screening", "Observations", "Feeds", "Releases", "Statistics", "Comparison", "Snapshots", "Reports", "Pages", "Health"];

    /// <summary>What looks the other way, and why. It may only become shorter.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Snapshots.SnapshotVersions -> Reports"] = "A version is whole only with its reports beside it, so what keeps a version has them made.",
    };

    [Fact]
    public void Every_room_has_its_place_in_the_order() => Types().Select(t => Room(t)).OfType<string>().Distinct().ShouldBeSubsetOf(Rooms);

    [Fact]
    public void A_room_knows_no_room_after_it()
    {
        var wrong = Backward().Where(a => !Exceptions.ContainsKey($"{a.From} -> {a.Room}")).Select(a => $"{a.From} -> {a.Room} ({a.To})").Distinct().Order(StringComparer.Ordinal).ToList();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_that_is_no_longer_one_leaves_the_list() =>
        Exceptions.Keys.Except(Backward().Select(a => $"{a.From} -> {a.Room}")).ShouldBeEmpty();

    [Fact]
    public void The_pipeline_knows_neither_the_functions_nor_the_local_host_nor_any_type_of_a_host() =>
        References(typeof(PipelineServices)).ShouldAllBe(name => !name.StartsWith("ChildrensTrust", StringComparison.Ordinal) && !name.Contains("Functions", StringComparison.Ordinal) && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_functions_know_the_pipeline_alone() =>
        References(typeof(Landing)).Where(name => name.StartsWith("ChildrensTrust", StringComparison.Ordinal)).ShouldBe([Root]);

    private static IEnumerable<(string From, string Room, string To)> Backward() =>
        from type in Types()
        let room = Room(type)
        where room is not null
        from used in UsedTypes.Of(type)
        let other = Room(used)
        where other is not null && Array.IndexOf(Rooms, other) > Array.IndexOf(Rooms, room)
        select ($"{room}.{type.Name}", other, used.Name);

    private static string? Room(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace.StartsWith(Root + ".", StringComparison.Ordinal) ? type.Namespace.Split('.')[2] : null;
    }

    private static List<TypeDefinition> Types() => [.. Module(typeof(PipelineServices)).Types];

    private static IEnumerable<string> References(Type type) => Module(type).AssemblyReferences.Select(a => a.Name);

    private static ModuleDefinition Module(Type type) => ModuleDefinition.ReadModule(type.Assembly.Location);
}
