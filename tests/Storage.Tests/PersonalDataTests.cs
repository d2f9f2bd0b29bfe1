using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>What is refused for personal data is kept where stewards alone read, and nowhere else. Every number here is
/// made up.</summary>
[Collection("One store")]
public sealed class PersonalDataTests(Emulator emulator)
{
    private const string Marker = "9434765919";
    private const string Companion =
        "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\n"
        + $"school_type,Filter,School type,,,Child {Marker},\n";

    private static readonly string Sound = Csv.Absence("201011", "5.6", "5.8");
    private static readonly string Personal = Sound
        .ReplaceLineEndings("\n")
        .Replace("\n", $",{Marker}\n", StringComparison.Ordinal);

    [Fact]
    public async Task A_refused_file_is_where_only_stewards_read_and_its_findings_are_where_its_sender_does()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Personal);

        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await BlobsAsync(store.Storage.Restricted)).ShouldBe([release.BlobName]);
        (await BlobsAsync(store.Storage.Quarantine)).ShouldBe([
            $"{release.Id}/findings.csv",
            $"{release.Id}/findings.html",
        ]);
        (await BlobsAsync(store.Storage.Archive)).ShouldBeEmpty();
        (await CodesAsync(store, release)).ShouldBe(["PERSONAL_DATA"]);
        (await KeptAsync(store)).ShouldNotContain(Marker);
    }

    [Fact]
    public async Task A_file_refused_for_another_reason_is_in_quarantine()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "bad.csv", "colour,shape\nred,round\n");
        (await BlobsAsync(store.Storage.Quarantine)).ShouldContain(release.BlobName);
        (await BlobsAsync(store.Storage.Restricted)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("notice", $"About child {Marker}")]
    [InlineData("notice", "Ask zebedee@example.org")]
    [InlineData("status", $"final {Marker}")]
    [InlineData("published", $"NHS {Marker}")]
    public async Task Metadata_that_hold_it_refuse_the_file_are_kept_nowhere_and_are_put_right_by_another_drop(
        string name,
        string value
    )
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Sound, (name, value));

        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await CodesAsync(store, release)).ShouldBe(["PERSONAL_DATA"]);
        (await KeptAsync(store)).ShouldNotContain(value);
        await RebuiltIsTheSameAsync(store);

        (await store.IngestAsync(Feed.National, "absence.csv", Sound, ("published", "2012-03-28"))).Status.ShouldBe(
            ReleaseStatus.Complete
        );
    }

    [Theory]
    [InlineData($"Quill {Marker}.csv", "name-withheld.csv")]
    [InlineData("Quill_943_476_5919.csv", "name-withheld.csv")]
    [InlineData("Quill NG2 7QP.csv", "name-withheld.csv")]
    [InlineData($"{Marker}/absence.csv", "absence.csv")]
    public async Task A_name_that_holds_it_refuses_the_file_and_is_kept_nowhere(string name, string shown)
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, name, Sound);

        (release.Status, release.File).ShouldBe((ReleaseStatus.Quarantined, shown));
        (await KeptAsync(store)).ShouldNotContain(name);
        (await KeptAsync(store)).ShouldNotContain(Path.GetFileNameWithoutExtension(name.Split('/')[0]));
        (await store.Drops.AllAsync(default).ToListAsync()).ShouldHaveSingleItem().Blob.ShouldContain("name-withheld");
        await RebuiltIsTheSameAsync(store);

        // The ledger knows the file again without its name.
        store.Time.Advance(TimeSpan.FromHours(1));
        (await store.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_that_counts_stays_and_the_drop_with_personal_data_stands_as_failed()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "absence.csv", Sound, ("published", "2012-03-28"));
        var before = await store.DumpAsync();

        foreach (
            var (name, notice) in new[] { ("absence.csv", $"About child {Marker}"), ($"{Marker}.csv", "Illustrative") }
        )
            (await store.IngestAsync(Feed.National, name, Sound, ("notice", notice))).Status.ShouldBe(
                ReleaseStatus.Complete
            );

        (await store.DumpAsync()).ShouldBe(before);
        (await store.Drops.FailedAsync(default).Select(d => d.Fault!.Code).ToListAsync()).ShouldBe([
            Check.PersonalData.Code,
            Check.PersonalData.Code,
        ]);
        (await KeptAsync(store)).ShouldNotContain(Marker);
    }

    [Theory]
    [InlineData("absence.csv", "absence.meta.csv")]
    [InlineData("absence.meta.csv", "absence.csv")]
    public async Task A_refused_companion_is_kept_beside_nothing_and_its_file_counts_without_it(
        string first,
        string second
    )
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (var name in new[] { first, second })
            await store.IngestAsync(Feed.National, name, name == "absence.csv" ? Sound : Companion);

        var releases = await store.Ledger.AllAsync(default).ToDictionaryAsync(r => r.File);
        (releases["absence.csv"].Status, releases["absence.csv"].Companion).ShouldBe((ReleaseStatus.Complete, null));
        releases["absence.meta.csv"].Status.ShouldBe(ReleaseStatus.Quarantined);
        (await BlobsAsync(store.Storage.Archive)).ShouldBe([releases["absence.csv"].BlobName]);
        (await BlobsAsync(store.Storage.Restricted)).ShouldBe([releases["absence.meta.csv"].BlobName]);
        (await KeptAsync(store)).ShouldNotContain(Marker);
    }

    [Fact]
    public async Task Rejected_rows_that_hold_it_refuse_the_file_they_would_be_shown_beside()
    {
        var store = await Store.EmptyAsync(emulator);
        var rows = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(i => Sound.Split('\n')[2].Replace("5.6", $"{i}.5", StringComparison.Ordinal) + "\n")
        );
        var release = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            $"{Sound}{rows}Zebedee Quill NHS {Marker},1\n"
        );
        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await KeptAsync(store)).ShouldNotContain(Marker);
    }

    private static async Task RebuiltIsTheSameAsync(Store store)
    {
        var before = await store.DumpAsync();
        (await store.Rebuild.RunAsync(default).ToListAsync()).ShouldAllBe(r =>
            r.Release!.Status == ReleaseStatus.Quarantined
        );
        (await store.Ledger.AllAsync(default).Select(r => r.Status).Distinct().ToListAsync()).ShouldBe([
            ReleaseStatus.Quarantined,
        ]);
        (await store.DumpAsync()).Split('\n').Length.ShouldBe(before.Split('\n').Length);
    }

    private static async Task<IReadOnlyList<string>> BlobsAsync(BlobContainerClient container) =>
        await container.GetBlobsAsync().Select(b => b.Name).ToListAsync();

    private static async Task<IReadOnlyList<string>> CodesAsync(Store store, Release release) =>
        await store.Ledger.FindingsAsync(release, default).Select(f => f.Code).ToListAsync();

    /// <summary>All that is kept, as text, but for landing and the content of what only stewards read.</summary>
    private static async Task<string> KeptAsync(Store store)
    {
        var text = new StringBuilder();
        foreach (
            var table in new[]
            {
                store.Storage.Series,
                store.Storage.Releases,
                store.Storage.Findings,
                store.Storage.Drops,
                store.Storage.SnapshotHeaders,
            }
        )
        {
            await foreach (var entity in table.QueryAsync<TableEntity>())
                text.AppendJoin('\n', entity.Select(p => $"{p.Key}={p.Value}")).AppendLine();
        }
        foreach (
            var container in new[]
            {
                store.Storage.Archive,
                store.Storage.Quarantine,
                store.Storage.Restricted,
                store.Storage.Snapshots,
            }
        )
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }))
            {
                text.AppendLine(blob.Name)
                    .AppendJoin('\n', blob.Metadata.Select(m => $"{m.Key}={Uri.UnescapeDataString(m.Value)}"))
                    .AppendLine();
                if (container != store.Storage.Restricted)
                    text.AppendLine(
                        (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString()
                    );
            }
        }
        return text.ToString();
    }
}
