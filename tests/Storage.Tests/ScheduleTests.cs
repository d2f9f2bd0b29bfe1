using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The schedule against a real emulator: instances that run at once, die, restart and are set
/// otherwise.</summary>
[Collection("One store")]
public sealed class ScheduleTests(Emulator emulator)
{
    private const string Area = "E10000024";

    /// <summary>
    /// Twenty years, a run every morning unless there is an outage, often of two instances at once, some of which die
    /// half-way; the number of days is set otherwise after ten years. Every snapshot that fell due exists exactly once.
    /// </summary>
    [Fact]
    public async Task Over_twenty_years_each_owed_snapshot_exists_exactly_once()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "first.csv",
            Csv.Absence("202425", "6.4", "6.8"),
            ("published", "2026-03-20")
        );
        var first = Today(store);
        // Before the change 73 days after, then 45: an as-at date that is due by both has one due date all the same.
        var (end, change) = (first.AddYears(20), first.AddYears(10));
        var died = 0;
        while (Today(store) <= end)
        {
            store.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(random.Next(-90, 90)));
            if (random.Next(60) == 0)
                store.Time.Advance(TimeSpan.FromDays(random.Next(1, 220)));
            if (random.Next(400) == 0)
                await store.IngestAsync(
                    Feed.National,
                    $"{Today(store):yyyyMMdd}.csv",
                    Csv.Absence(
                        $"{Today(store).Year - 2}{(Today(store).Year - 1) % 100:00}",
                        $"{random.Next(40, 70) / 10m}",
                        "5.5"
                    ),
                    ("published", $"{Today(store):yyyy-MM-dd}")
                );
            var options = new ScheduleOptions { CompileAfterDays = Today(store) < change ? 73 : 45 };
            died += await RunAsync(store, options, random);
        }
        await store
            .Instance(new ScheduleOptions { CompileAfterDays = 45 })
            .ProduceOwedAsync(TestContext.Current.CancellationToken);

        var headers = await store.Snapshots.HeadersAsync(Area, Cadence.Trust, TestContext.Current.CancellationToken);
        var expected = new List<DateOnly>();
        for (
            var asAt = headers.Min(h => h.AsAt);
            asAt.AddDays(45) <= Today(store);
            asAt = asAt.Month == 3 ? new(asAt.Year, 9, 30) : new(asAt.Year + 1, 3, 31)
        )
            expected.Add(asAt);
        headers.Select(h => (h.AsAt, h.Version)).Order().ShouldBe(expected.Select(e => (e, 1)), $"seed {seed}");
        expected[0].ShouldBe(new ScheduleOptions().Of(Cadence.Default).LastAsAt(first.AddDays(-73)), $"seed {seed}");
        expected.Count.ShouldBeGreaterThanOrEqualTo(40, $"seed {seed}");
        headers
            .Where(h => h.AsAt > expected[0])
            .ShouldAllBe(h => h.Compiled == h.AsAt.AddDays(73) || h.Compiled == h.AsAt.AddDays(45), $"seed {seed}");
        died.ShouldBeGreaterThan(0, $"seed {seed}");
        var versions = new HashSet<string>();
        await foreach (
            var blob in store.Storage.Snapshots.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
        )
            versions.Add(blob.Name.Split('/')[2]);
        versions.ShouldBe(["latest.json", "v1"], ignoreOrder: true, $"seed {seed}");
    }

    // How many instances died.
    private static async Task<int> RunAsync(Store store, ScheduleOptions options, Random random)
    {
        var instances = Enumerable
            .Range(0, random.Next(4) == 0 ? 2 : 1)
            .Select(async _ =>
            {
                using var dies = new CancellationTokenSource();
                if (random.Next(10) == 0)
                    dies.CancelAfter(random.Next(1, 60));
                try
                {
                    await store.Instance(options).ProduceOwedAsync(dies.Token);
                    return 0;
                }
                // However it dies: a connection that is torn down while it is read does not always say that it was
                // cancelled.
                catch (Exception) when (dies.IsCancellationRequested)
                {
                    return 1;
                }
            })
            .ToList();
        return (await Task.WhenAll(instances)).Sum();
    }

    [Fact]
    public async Task Two_instances_between_which_a_release_became_complete_make_one_snapshot()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("202425", "6.4", "6.8"),
            ("published", "2026-03-20")
        );
        var asAt = new ScheduleOptions()
            .Of(Cadence.Default)
            .LastAsAt(Today(store).AddDays(-Cadence.ReportOfJanuary2013));
        // The first instance died after it had claimed its version, with what it knew.
        var known = (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem();
        await store.Storage.SnapshotHeaders.DeleteEntityAsync(Area, (await RowKeyAsync(store)));
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("202425", "6.9", "6.8"),
            ("published", "2026-04-20")
        );

        var again = (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem();

        (again.Snapshot.AsAt, again.Snapshot.Version, again.AlreadyThere).ShouldBe((asAt, 1, true));
        SnapshotJson.Write(again.Snapshot).ToString().ShouldBe(SnapshotJson.Write(known.Snapshot).ToString());
        (await store.Snapshots.HeadersAsync(Area, Cadence.Trust, default))
            .ShouldHaveSingleItem()
            .Scheduled.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_person_asked_for_does_not_stand_for_what_is_owed_unless_it_is_the_same()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("202425", "6.4", "6.8"),
            ("published", "2026-03-20")
        );
        var asAt = new ScheduleOptions()
            .Of(Cadence.Default)
            .LastAsAt(Today(store).AddDays(-Cadence.ReportOfJanuary2013));
        (
            await store.Production.ProduceAsync(new(asAt) { Compiled = asAt }, default)
        ).Produced!.Snapshot.Version.ShouldBe(1);

        var owed = (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem();

        owed.Snapshot.Version.ShouldBe(2);
        owed.Snapshot.Edition!.Reason.ShouldStartWith(
            "Made automatically, because the report was due. What is different from version 1: it uses what was "
                + "published by "
        );
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
        (await Text(store, $"{Area}/{asAt:yyyy-MM-dd}/latest.json")).ShouldContain("\"version\":2");
    }

    [Fact]
    public async Task A_request_that_died_half_way_and_is_what_the_schedule_owes_is_completed_as_its_own()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("202425", "6.4", "6.8"),
            ("published", "2026-03-20")
        );
        var owed = new ScheduleOptions().Of(Cadence.Default).Owed(Today(store), Today(store), new HashSet<DateOnly>())[
            0
        ];
        await store.Production.ProduceAsync(new(owed.AsAt) { Compiled = owed.Compiled }, default);
        await store.Storage.SnapshotHeaders.DeleteEntityAsync(Area, await RowKeyAsync(store));

        (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem().Snapshot.Version.ShouldBe(1);

        (await store.Snapshots.HeadersAsync(Area, Cadence.Trust, default))
            .ShouldHaveSingleItem()
            .Scheduled.ShouldBeTrue();
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_says_what_was_added_and_the_pointer_moves()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        SnapshotRequest request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };
        (await store.Production.ProduceAsync(request, default)).Produced!.Snapshot.Edition.ShouldBe(
            new(null, "Made on request.", false, [], [], false, false),
            new EditionComparer()
        );
        var added = await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2012-06-01")
        );

        var second = (await store.Production.ProduceAsync(request, default)).Produced!.Snapshot;

        (second.Version, second.Edition!.Supersedes, second.Edition.InputsAdded.Single()).ShouldBe((2, 1, added.Id));
        second.Edition.Reason.ShouldBe(
            "Made on request. What is different from version 1: it uses 1 file that version 1 did not use."
        );
        (await Text(store, "E10000024/2012-09-30/latest.json")).ShouldContain("v2/");
    }

    [Fact]
    public async Task A_snapshot_says_what_changed_since_the_one_before()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        (
            await store.Production.ProduceAsync(new(new(2012, 3, 31)) { Compiled = new(2012, 6, 12) }, default)
        ).Produced!.Snapshot.Since.ShouldBeNull();
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2012-08-01")
        );

        var since = (
            await store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default)
        )
            .Produced!
            .Snapshot
            .Since!;

        (since.AsAt, since.Version).ShouldBe((new(2012, 3, 31), 1));
        var absence = since.Rows.Single(r => r.Indicator == "overall-absence");
        (absence.Local, absence.LocalWas!.Value, absence.LocalNow!.Value, absence.Flipped).ShouldBe(
            (FigureChange.Revised, 5.6m, 5.9m, true)
        );
    }

    [Fact]
    public async Task A_look_back_or_a_what_if_made_afterwards_is_not_last_time()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        DateOnly september = new(2012, 9, 30);
        await store.Production.ProduceAsync(new(september) { Compiled = new(2012, 12, 12) }, default);
        (
            await store.Production.ProduceAsync(new(september) { Compiled = new(2012, 11, 15) }, default)
        ).Produced!.Snapshot.Version.ShouldBe(2);
        (
            await store.Production.ProduceAsync(
                new(september) { Compiled = new(2012, 12, 12), Average = AverageMethod.Median },
                default
            )
        ).Produced!.Snapshot.Version.ShouldBe(3);
        (
            await store.Production.ProduceAsync(new(september.AddDays(1)) { Compiled = new(2012, 12, 12) }, default)
        ).Produced!.Snapshot.Version.ShouldBe(1);
        await foreach (var header in store.Storage.SnapshotHeaders.QueryAsync<Azure.Data.Tables.TableEntity>())
            await store.Storage.SnapshotHeaders.DeleteEntityAsync(header.PartitionKey, header.RowKey);
        (await store.SnapshotRebuild.RunAsync(default).CountAsync()).ShouldBe(4);

        var since = (
            await store.Production.ProduceAsync(new(new(2013, 3, 31)) { Compiled = new(2013, 6, 12) }, default)
        )
            .Produced!
            .Snapshot
            .Since!;

        (since.AsAt, since.Compiled, since.Version).ShouldBe((september, new(2012, 12, 12), 1));
    }

    [Fact]
    public async Task A_list_of_key_actions_of_years_ago_is_not_reported_as_of_today()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestFileAsync(
            Feed.KeyActions,
            Path.Combine(
                ChildrensTrust.Tests.SourceFolder.Of("sample-feeds"),
                "2012",
                "key-actions",
                "key_actions_2012_13.csv"
            ),
            ("published", "2012-11-30")
        );

        var then = (
            await store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default)
        )
            .Produced!
            .Snapshot;
        var now = (await store.Production.ProduceAsync(new(new(2025, 9, 30)) { Compiled = new(2025, 12, 12) }, default))
            .Produced!
            .Snapshot;

        then.Actions!.ShouldSatisfyAllConditions(a => a.Total.ShouldBeGreaterThan(0), a => a.Note.ShouldBeNull());
        (now.Actions!.Total, now.Actions.Note).ShouldBe(
            (0, "No list of key actions was given for this period; the newest is of 30 November 2012.")
        );
    }

    [Fact]
    public async Task Another_cadence_has_its_own_place_its_indicators_and_its_dates()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );

        var produced = (
            await store.Production.ProduceAsync(
                new(new(2012, 6, 30)) { Compiled = new(2012, 9, 11), Cadence = "committee" },
                default
            )
        ).Produced!;

        produced.Folder.ShouldBe("E10000024/committee/2012-06-30/v1/");
        produced.Snapshot.Rows.Select(r => r.Indicator).ShouldNotContain("reception-obesity");
        (await store.Snapshots.HeadersAsync(Area, Cadence.Trust, default)).ShouldBeEmpty();
        (
            await store.Production.ProduceAsync(new(new(2012, 6, 30)) { Cadence = "weekly" }, default)
        ).Refusal!.Code.ShouldBe("SNAPSHOT_CADENCE");
    }

    private static DateOnly Today(Store store) => DateOnly.FromDateTime(store.Time.GetUtcNow().UtcDateTime);

    private static async Task<string> RowKeyAsync(Store store)
    {
        await foreach (var entity in store.Storage.SnapshotHeaders.QueryAsync<Azure.Data.Tables.TableEntity>())
            return entity.RowKey;
        throw new InvalidOperationException("There is no header.");
    }

    private static async Task<string> Text(Store store, string blob) =>
        (await store.Storage.Snapshots.GetBlobClient(blob).DownloadContentAsync()).Value.Content.ToString();

    private sealed class EditionComparer : IEqualityComparer<SnapshotEdition?>
    {
        public bool Equals(SnapshotEdition? x, SnapshotEdition? y) =>
            (x?.Supersedes, x?.Reason, x?.Scheduled) == (y?.Supersedes, y?.Reason, y?.Scheduled);

        public int GetHashCode(SnapshotEdition? obj) => 0;
    }
}
