using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The index only says where to look: whatever it has too much or lacks, the ledger decides.</summary>
[Collection("One store")]
public sealed class ReleaseIndexTests(Emulator emulator)
{
    private const string Indicator = "overall-absence";
    private static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_without_an_index_gets_one_from_its_ledger_at_first_use()
    {
        var store = await FilledAsync();
        var before = await RowsAsync(store);
        await DeleteAsync(store, before);

        (await UsedAsync(store)).ShouldBe(["b.csv", "a.csv"]);
        (await RowsAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task An_ingestion_into_a_store_without_an_index_is_compared_with_what_is_there()
    {
        var store = await FilledAsync();
        await DeleteAsync(store, await RowsAsync(store));

        var release = await store.IngestAsync(Feed.National, "c.csv", Csv.Absence("201011", "56", "58"));

        release.Status.ShouldBe(ReleaseStatus.Quarantined);
    }

    [Fact]
    public async Task A_row_whose_entry_was_never_written_hides_nothing()
    {
        var store = await FilledAsync();
        var b = await store.Ledger.AllAsync(Stop).SingleAsync(r => r.File == "b.csv", Stop);
        foreach (var digit in "123")
            await new ReleaseIndex(store.Storage).WriteAsync(
                b with
                {
                    Id = ReleaseId.For(Feed.National, new string(digit, 64)),
                    Published = b.Published.AddDays(digit),
                },
                Stop
            );

        (await UsedAsync(store)).ShouldBe(["b.csv", "a.csv"]);
    }

    [Fact]
    public async Task A_row_of_a_date_that_was_corrected_is_not_believed()
    {
        var store = await FilledAsync();
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.7", "5.8"),
            ("published", "2013-01-01")
        );

        (await UsedAsync(store)).ShouldBe(["a.csv"]);
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.7", "5.8"),
            ("published", "2012-02-01")
        );
        (await UsedAsync(store)).ShouldBe(["a.csv", "b.csv"]);
    }

    [Fact]
    public async Task The_daily_sweep_adds_what_an_older_version_left_out()
    {
        var store = await FilledAsync();
        await UsedAsync(store);
        var before = await RowsAsync(store);
        await DeleteAsync(store, before.Where(r => r != "whole"));

        await store.SweepAsync();

        (await RowsAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task A_rebuild_makes_the_index_again()
    {
        var store = await FilledAsync();
        await UsedAsync(store);
        var before = await RowsAsync(store);
        await DeleteAsync(store, before);

        await store.Rebuild.RunAsync(Stop).CountAsync(Stop);

        (await RowsAsync(store)).ShouldBe(before);
    }

    [Fact]
    public async Task A_withdrawn_release_is_left_out_and_a_reinstated_one_is_back()
    {
        var store = await FilledAsync();
        var b = await store.Ledger.AllAsync(Stop).SingleAsync(r => r.File == "b.csv", Stop);

        await store.Withdrawal.WithdrawAsync(b.Id, "A. Officer", "Wrong", Stop);
        ((await UsedAsync(store)), await store.Ledger.WithdrawnAsync(Stop)).ShouldSatisfyAllConditions(
            x => x.Item1.ShouldBe(["a.csv"]),
            x => x.Item2.ShouldBe([b.Id])
        );

        await store.Withdrawal.ReinstateAsync(b.Id, "A. Officer", "Right", Stop);
        (await UsedAsync(store)).ShouldBe(["b.csv", "a.csv"]);
        (await store.Ledger.WithdrawnAsync(Stop)).ShouldBeEmpty();
    }

    private async Task<Store> FilledAsync()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-01")
        );
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.7", "5.8"),
            ("published", "2012-04-01")
        );
        return store;
    }

    // The files of the releases that a snapshot chooses, the newest first.
    private static async Task<List<string>> UsedAsync(Store store)
    {
        var choice = await store.Ledger.ChoiceAsync(Stop);
        var chosen = await choice.ChooseAsync(
            rows => RelevantReleases.For(rows.Where(r => r.Topic == Indicator && r.Published <= Request.Compiled)),
            Stop
        );
        return [.. chosen.Select(c => c.Release.File)];
    }

    private static async Task<List<string>> RowsAsync(Store store) =>
        await store
            .Storage.Series.QueryAsync<TableEntity>("PartitionKey eq 'index'", cancellationToken: Stop)
            .Select(r => r.RowKey)
            .ToListAsync(Stop);

    private static async Task DeleteAsync(Store store, IEnumerable<string> rows)
    {
        foreach (var row in rows)
            await store.Storage.Series.DeleteEntityAsync("index", row, cancellationToken: Stop);
    }
}
