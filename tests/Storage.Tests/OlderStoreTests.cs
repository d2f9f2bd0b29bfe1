using System.Text.RegularExpressions;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A store that an older version wrote is read as it was meant.</summary>
[Collection("Another store")]
public sealed partial class OlderStoreTests(Emulator emulator)
{
    private const string Absence = "overall-absence";
    private static readonly SnapshotRequest March = new(new(2025, 3, 31)) { Compiled = new(2025, 6, 12) };
    private static readonly SnapshotRequest September = new(new(2025, 9, 30)) { Compiled = new(2025, 12, 12) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_releases_and_findings_are_listed()
    {
        var store = await LoadedAsync();

        var releases = await store.Ledger.AllAsync(Stop).OrderBy(r => r.File, StringComparer.Ordinal).ToListAsync(Stop);
        releases
            .Select(r => (r.File, r.Status, r.Observations, r.FindingCount))
            .ShouldBe([
                ("absence_2022_23.csv", ReleaseStatus.Complete, 8, 3),
                ("absence_2023_24.csv", ReleaseStatus.Complete, 10, 1),
                ("actions.csv", ReleaseStatus.Complete, 0, 0),
                ("lait.csv", ReleaseStatus.Complete, 6, 0),
                ("neighbours.csv", ReleaseStatus.Complete, 0, 0),
                ("not_a_feed.csv", ReleaseStatus.Quarantined, 0, 1),
                ("return.csv", ReleaseStatus.Complete, 1, 0),
            ]);
        var findings = await store.Ledger.FindingsAsync(releases[1], Stop).ToListAsync(Stop);
        findings.Select(f => (f.Code, f.Row)).ShouldBe([("AREA_UNKNOWN", 12)]);
    }

    [Theory]
    [InlineData("E10000007", MissingReason.Suppressed)]
    [InlineData("E10000028", MissingReason.NotAvailableOrSuppressed)]
    [InlineData("E10000016", MissingReason.NotApplicable)]
    [InlineData("E10000020", MissingReason.LowReliability)]
    [InlineData("E10000017", MissingReason.RoundsToZero)]
    [InlineData("E10000031", MissingReason.NotGiven)]
    public async Task Its_figures_are_exact_and_its_symbols_keep_their_reasons(string area, MissingReason reason)
    {
        var store = await LoadedAsync();
        var release = await store.Ledger.AllAsync(Stop).SingleAsync(r => r.File == "absence_2022_23.csv", Stop);

        var series = await store.Series.ReadAsync(Absence, release.SeriesVersion, Stop);

        series[area].Observations.ShouldHaveSingleItem().Value.Missing.ShouldBe(reason);
        var england = series["E92000001"].Observations.ShouldHaveSingleItem();
        (england.Value.Value, england.Numerator, england.Denominator).ShouldBe((5.90m, 59000, 1000000));
    }

    [Fact]
    public async Task Its_snapshot_is_read_and_stays_as_it_is()
    {
        var store = await LoadedAsync();
        var folder = "E10000024/2025-09-30/v1/snapshot.json";
        var before = (await store.Storage.Snapshots.GetBlobClient(folder).DownloadContentAsync(Stop)).Value.Content;

        await ProduceAsync(store, March);
        var again = await ProduceAsync(store, September);

        (await store.Storage.Snapshots.GetBlobClient(folder).DownloadContentAsync(Stop))
            .Value.Content.ToArray()
            .ShouldBe(before.ToArray());
        var header = (await store.Snapshots.AllHeadersAsync(Stop)).Single(h =>
            h.AsAt == September.AsAt && h.Version == 1
        );
        var read = await store.Snapshots.ReadAsync(header, Stop);
        (read.Rows[0].Local!.Value, read.Rows[0].National!.Value, read.Rows[0].VersusNational).ShouldBe(
            (5.50m, 6.1m, Verdict.Exceeds)
        );
        (again.Version, again.Edition!.Supersedes, again.Actions!.Items.Count).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task A_snapshot_made_on_it_is_the_one_that_is_made_on_a_new_store_with_the_same_files()
    {
        var older = await LoadedAsync();
        // The snapshot before September's is March's of the older version.
        var (september, march) = (await ProduceAsync(older, September), await ProduceAsync(older, March));
        var fresh = await Store.EmptyAsync(emulator);
        await OlderStore.LoadAsync(fresh, "landing", "config");
        await foreach (var file in fresh.Storage.Landing.GetBlobsAsync(cancellationToken: Stop))
        {
            FeedFolders.TryParse(file.Name.Split('/')[0], out var feed).ShouldBeTrue();
            await fresh.Ingestion.IngestAsync(feed, fresh.Storage.Landing.GetBlobClient(file.Name), Stop);
        }

        Figures(await ProduceAsync(fresh, March)).ShouldBe(Figures(march));
        Figures(await ProduceAsync(fresh, September)).ShouldBe(Figures(september));
        var row = september.Rows.Single(r => r.Indicator == Absence);
        (
            row.Local!.Value,
            row.Previous!.Value,
            row.National!.Value,
            row.Neighbours!.Shown,
            row.VersusNational
        ).ShouldBe((5.68m, 5.72m, 6.1m, 6.04m, Verdict.Exceeds));
    }

    [Fact]
    public async Task Its_tables_are_made_again_from_its_blobs()
    {
        var store = await LoadedAsync();
        var before = await TablesAsync(store);
        foreach (var table in new[] { store.Storage.Series, store.Storage.Releases, store.Storage.Findings })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Stop))
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Stop);
        }

        (await store.Rebuild.RunAsync(Stop).CountAsync(Stop)).ShouldBe(7);

        (await TablesAsync(store)).ShouldBe(before);
        (await store.SnapshotRebuild.RunAsync(Stop).CountAsync(Stop)).ShouldBe(2);
    }

    private async Task<Store> LoadedAsync()
    {
        var store = await Store.EmptyAsync(emulator);
        await OlderStore.LoadAsync(store);
        return store;
    }

    private static async Task<Snapshot> ProduceAsync(Store store, SnapshotRequest request)
    {
        var outcome = await store.Production.ProduceAsync(request, Stop);
        outcome.Refusal.ShouldBeNull();
        return outcome.Produced!.Snapshot;
    }

    // All but which version it is and what it follows.
    private static string Figures(Snapshot snapshot) =>
        SnapshotJson
            .Write(
                snapshot with
                {
                    Version = 0,
                    Edition = null,
                    Since = snapshot.Since is { } since ? since with { Version = 0 } : null,
                }
            )
            .ToString();

    private static async Task<List<string>> TablesAsync(Store store) =>
        [
            .. (await store.DumpAsync())
                .Split('\n')
                .Where(l => l.Split(' ')[0] is "Series" or "Releases" or "Findings")
                // The older version had no index.
                .Where(l => !l.StartsWith("Series index ", StringComparison.Ordinal))
                .Select(l => l.StartsWith("Findings ", StringComparison.Ordinal) ? Words().Replace(l, "") : l)
                // Nor did its entries count the findings of each code.
                .Select(l => FindingTotals().Replace(l, "")),
        ];

    // What a finding says, and beside which column, may be put better by a newer version.
    [GeneratedRegex(
        @"(Column|Guidance|Message)=[^|]* \| ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Words();

    [GeneratedRegex(@"FindingTotals=[^|]* \| ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FindingTotals();
}
