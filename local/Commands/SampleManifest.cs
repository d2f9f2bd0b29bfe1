using System.Text.Json;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Local.Commands;

/// <summary>sample-feeds/manifest.json: which file belongs to which feed, and the dates its publisher gave
/// it.</summary>
internal sealed record SampleManifest(IReadOnlyList<SampleManifest.Entry> Files)
{
    public static async Task<IReadOnlyList<Drop>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "manifest.json"));
        var manifest = await JsonSerializer.DeserializeAsync<SampleManifest>(
            file,
            JsonSerializerOptions.Web,
            cancellationToken
        );
        return [.. manifest!.Files.Select(entry => entry.In(folder))];
    }

    internal sealed record Entry(
        string File,
        string Feed,
        DateOnly? Published,
        DateOnly? InForce,
        string? Status,
        string? Figures
    )
    {
        // Nobody who finds such a report on its own should take its figures for published ones.
        private string? Notice =>
            Figures switch
            {
                "illustrative" => "These figures are made up to show how the comparison works. Do not quote them.",
                "mixed" => "Some of these figures are made up to show how the comparison works. Do not quote them.",
                _ => null,
            };

        public Drop In(string folder) =>
            FeedFolders.TryParse(Feed, out var feed)
                ? new Drop(Path.Combine(folder, File), feed)
                {
                    Published = Published,
                    InForce = InForce,
                    Status = Status,
                    Notice = Notice,
                }
                : throw new FormatException($"The manifest gives {File} the feed {Feed}, which does not exist.");
    }
}
