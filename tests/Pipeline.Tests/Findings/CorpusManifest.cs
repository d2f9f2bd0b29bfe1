using System.Text.Json;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Findings;

/// <summary>What reading each file of the corpus must bring.</summary>
internal static class CorpusManifest
{
    public static string Folder { get; } = SourceFolder.Of("tests/Pipeline.Tests/Corpus");

    public static IReadOnlyList<Entry> Entries { get; } =
        JsonSerializer.Deserialize<IReadOnlyList<Entry>>(
            File.ReadAllText(Path.Combine(Folder, "manifest.json")),
            JsonSerializerOptions.Web
        )!;

    public sealed record Entry(
        string File,
        string DroppedAs,
        string Feed,
        string Format,
        bool Refused,
        long Accepted,
        long Rejected,
        IReadOnlyList<string> Findings
    );
}
