using System.Text;
using Azure;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A file's name is chosen by whoever drops it, and a message by whoever can write to the queue.</summary>
[Collection("One store")]
public sealed class NameTests(Emulator emulator)
{
    private static readonly string[] Names =
    [
        "%2e%2e%2fevil.csv",
        "%252e%252e/evil.csv",
        "C:evil.csv",
        "été 😀.csv",
        "a\tb.csv",
        "<script>alert(1)</script>.csv",
        "' or PartitionKey ne '.csv",
        "..csv",
        "-rf.csv",
        "=cmd.csv",
        "con.csv",
        " lead.csv",
        "a?b#c&d=e;f.csv",
        "deep/er/and/deeper.csv",
        $"{new string('n', 1011)}.csv",
        $"{new string('é', 300)}.csv",
    ];

    [Fact]
    public async Task Whatever_its_name_a_file_is_taken_in_and_stays_in_its_folder_everywhere()
    {
        var store = await Store.EmptyAsync(emulator);
        foreach (var (i, name) in Names.Index())
            await store.DropAsync($"national/{name}", Csv.Absence("201011", $"{i}.5", "5.8"));
        store.Time.Advance(TimeSpan.FromHours(1));

        var swept = await store.SweepAsync();

        swept
            .Where(s => s.Release?.Status != ReleaseStatus.Complete)
            .Select(s => $"{s.File.Blob}: {s.Fault}")
            .ShouldBeEmpty();
        swept.Select(s => s.File.Blob).ShouldBe(Names.Select(n => $"national/{n}"), ignoreOrder: true);
        var kept = await store
            .Storage.Archive.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
            .Select(b => b.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
        kept.ShouldBe(swept.Select(s => s.Release!.BlobName), ignoreOrder: true);
        kept.ShouldAllBe(name =>
            name.Split('/').Length == 2
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '/')
            && !name.Contains("/.", StringComparison.Ordinal)
        );
        foreach (var other in new[] { store.Storage.Quarantine, store.Storage.Snapshots, store.Storage.Config })
            (
                await other
                    .GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
                    .CountAsync(TestContext.Current.CancellationToken)
            ).ShouldBe(0);
        await KeysAreSoundAsync(store);

        // And all of it can be made again.
        var before = await store.DumpAsync();
        (await store.Rebuild.RunAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldAllBe(r =>
            r.Release != null
        );
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("national/../../config/catalogue.json")]
    [InlineData("national/..")]
    [InlineData("national/./absence.csv")]
    public async Task A_name_that_leads_out_of_its_folder_is_never_opened_and_its_file_is_entered_as_failed(string blob)
    {
        var store = await Store.EmptyAsync(emulator);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(BinaryData.FromString("{}"), TestContext.Current.CancellationToken);

        (await store.Failed.RecordAsync("landing", blob, new ETag("\"1\""), default))!.Fault!.Message.ShouldBe(
            "The file was not received: its name would lead out of its folder. Give it another name."
        );

        (await store.Drops.FailedAsync(default).SingleAsync(TestContext.Current.CancellationToken)).Blob.ShouldBe(blob);
        await Should.ThrowAsync<Exception>(() =>
            store.Ingestion.IngestAsync(Feed.National, store.Storage.Landing.GetBlobClient(blob), default)
        );
        (await store.DumpAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_landed_under_such_a_name_is_told_of_by_the_sweep()
    {
        var store = await Store.EmptyAsync(emulator);
        // The emulator writes a backslash as a slash, as some clients do.
        await store.DropAsync("national/..\\..\\config\\evil.csv", Csv.Absence("201011", "5.6", "5.8"));
        await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.7", "5.8"));
        store.Time.Advance(TimeSpan.FromHours(1));

        (await store.SweepAsync()).Count(s => s.Release is null).ShouldBe(1);

        (
            await store.Drops.FailedAsync(default).SingleAsync(TestContext.Current.CancellationToken)
        ).StaysInItsFolder.ShouldBeFalse();
    }

    [Theory]
    [InlineData("../landing/national/absence.csv")]
    [InlineData("config/absence.csv")]
    public void A_blob_outside_the_feeds_folders_is_no_dropped_file(string blob) =>
        DroppedFile.In(blob, default).ShouldBeNull();

    [Fact]
    public async Task The_longest_name_there_is_can_fail_too()
    {
        var store = await Store.EmptyAsync(emulator);
        var name = $"national/{new string('é', 1015)}";
        (await store.Failed.RecordAsync("landing", name, new ETag("\"1\""), default))!.Blob.ShouldBe(name);
        (await store.Drops.FailedAsync(default).SingleAsync(TestContext.Current.CancellationToken)).Blob.ShouldBe(name);
    }

    private static async Task KeysAreSoundAsync(Store store)
    {
        foreach (
            var table in new[]
            {
                store.Storage.Series,
                store.Storage.Releases,
                store.Storage.Findings,
                store.Storage.Drops,
            }
        )
        {
            await foreach (var e in table.QueryAsync<TableEntity>())
                (e.PartitionKey + e.RowKey).ShouldAllBe(c =>
                    char.IsAsciiLetterOrDigit(c) || c == '.' || c == '-' || c == '_'
                );
        }
        (
            await store
                .Ledger.AllAsync(default)
                .Where(r => r.Feed == Feed.National)
                .Select(r => Encoding.UTF8.GetByteCount(r.File))
                .MaxAsync()
        ).ShouldBeLessThan(1000);
    }
}
