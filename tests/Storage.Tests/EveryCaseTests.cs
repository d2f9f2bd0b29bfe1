using System.Text.Json;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Local.Publishing;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Storage.Tests;

/// <summary>One store that holds the sample and every file that is known to be bad or odd: the report is made all the
/// same.</summary>
[Collection("Another store")]
public sealed class EveryCaseTests(Emulator emulator)
{
    private static readonly SnapshotRequest Autumn2012 = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    [Fact]
    public async Task Every_case_beside_the_sample_leaves_each_indicator_of_the_sample_reported()
    {
        var cases = SharedCases.Files();
        var store = await Store.EmptyAsync(emulator);
        await SampleAsync(store);
        var alone = await MadeAsync(store, Autumn2012);

        // Each was published after the sample, so it is the edition that is read.
        foreach (var (i, path) in cases.Index())
        {
            var release = await store.IngestFileAsync(
                await FeedOfAsync(path),
                path,
                ("published", $"{new DateOnly(2012, 11, 1).AddDays(i % 30):yyyy-MM-dd}")
            );
            release.Status.ShouldBeOneOf(ReleaseStatus.Complete, ReleaseStatus.Quarantined);
        }

        var with = await MadeAsync(store, Autumn2012);
        Reported(with).Intersect(Reported(alone)).ShouldBe(Reported(alone));
        await MadeAsync(store, new(DateOnly.FromDateTime(store.Time.GetUtcNow().DateTime)));
        await EveryPageIsWrittenAsync(store);
    }

    private static IReadOnlyList<string> Reported(Snapshot snapshot) =>
        [.. snapshot.Rows.Where(r => r.VersusNational != Verdict.NoComparison).Select(r => r.Indicator)];

    private static async Task<Snapshot> MadeAsync(Store store, SnapshotRequest request)
    {
        var made = (
            await store.Production.ProduceAsync(request, TestContext.Current.CancellationToken)
        ).Produced.ShouldNotBeNull();
        made.Failures.ShouldBeEmpty();
        return made.Snapshot;
    }

    private static async Task SampleAsync(Store store)
    {
        var folder = SourceFolder.Of("sample-feeds");
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "manifest.json")));
        foreach (var entry in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            FeedFolders.TryParse(entry.GetProperty("feed").GetString()!, out var feed).ShouldBeTrue();
            var dates = new[] { "published", "inForce" }
                .Where(name => entry.GetProperty(name).ValueKind == JsonValueKind.String)
                .Select(name => (name.ToLowerInvariant(), entry.GetProperty(name).GetString()!));
            var release = await store.IngestFileAsync(
                feed,
                Path.Combine(folder, entry.GetProperty("file").GetString()!),
                [.. dates]
            );
            release.Status.ShouldBe(ReleaseStatus.Complete);
        }
    }

    // The folder is the one that a data officer would choose by what the file is; whatever nobody knows goes with the
    // national releases.
    private static async Task<Feed> FeedOfAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var reading = await FeedReader.ReadAsync(
            new(file, Path.GetFileName(path), null),
            Reference.Default,
            TestContext.Current.CancellationToken
        );
        return FeedReader.Readers.FirstOrDefault(r => r.Format == reading.Format)?.Feeds[0] ?? Feed.National;
    }

    private async Task EveryPageIsWrittenAsync(Store store)
    {
        var folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;
        await using var host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Time = store.Time,
            }
        );
        await new ChildrensTrust.Local.Publishing.Publication(
            host.Services.GetRequiredService<StaticSite>()
        ).WriteAsync(new FolderTarget(folder), TestContext.Current.CancellationToken);
        Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Count().ShouldBeGreaterThan(100);
        Directory.Delete(folder, recursive: true);
    }
}
