using System.Globalization;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A release that is taken out of use, and back.</summary>
[Collection("One store")]
public sealed class WithdrawalTests(Emulator emulator)
{
    private const string By = "A. Steward";
    private const string Reason = "The publisher took it back";
    private const string Meta =
        "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\nschool_type,Filter,School "
        + "type,,,,\nsess_overall_percent,Indicator,Overall,,pp,,\n";

    private static readonly string First = Csv.Absence("201011", "5.6", "5.8");
    private static readonly string Second = Csv.Absence("201011", "5.9", "5.8");
    private static readonly SnapshotRequest Request = new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) };

    [Fact]
    public async Task A_withdrawn_release_is_in_no_later_snapshot_and_is_back_after_reinstating()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        (await AbsenceAsync(store)).ShouldBe((1, 5.9m, Verdict.DoesNotMeet));

        (await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default)).Release!.Status.ShouldBe(
            ReleaseStatus.Withdrawn
        );
        (await AbsenceAsync(store)).ShouldBe((2, 5.6m, Verdict.Exceeds));
        (await AbsenceAsync(store)).Version.ShouldBe(2);
        await store.Withdrawal.ReinstateAsync(second.Id, By, "It was right", default);
        (await AbsenceAsync(store)).ShouldBe((3, 5.9m, Verdict.DoesNotMeet));
        (await AbsenceAsync(store)).Version.ShouldBe(3);
        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);
        (await AbsenceAsync(store)).ShouldBe((4, 5.6m, Verdict.Exceeds));
    }

    [Fact]
    public async Task A_snapshot_made_again_says_what_was_withdrawn_and_those_before_stay_as_they_are()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        await AbsenceAsync(store);
        var before = await SnapshotBlobsAsync(store, "v1/");

        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);
        var made = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;

        made.Edition!.Withdrawn.ShouldBe([second.Id]);
        made.Edition.InputsRemoved.ShouldBe([second.Id]);
        made.Edition.Reason.ShouldEndWith(
            $"second.csv was withdrawn on {store.Time.GetUtcNow():yyyy-MM-dd} and is no longer used."
        );
        (await SnapshotBlobsAsync(store, "v1/")).ShouldBe(before);
        await store.Withdrawal.ReinstateAsync(second.Id, By, "It was right", default);
        var again = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot.Edition!;
        (
            again.Reason.EndsWith(
                $"second.csv was reinstated on {store.Time.GetUtcNow():yyyy-MM-dd}.",
                StringComparison.Ordinal
            ),
            again.Withdrawn.Count
        ).ShouldBe((true, 0));
    }

    [Fact]
    public async Task The_snapshots_that_used_it_are_named_also_those_whose_header_does_not_say()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        await AbsenceAsync(store);
        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);
        await AbsenceAsync(store);
        var use = new SnapshotUse(store.Snapshots);
        (await use.OfAsync(second.Id, default)).Select(h => h.Folder).ShouldBe(["E10000024/2012-09-30/v1/"]);

        await foreach (
            var entity in store.Storage.SnapshotHeaders.QueryAsync<TableEntity>(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            entity.Remove("Uses").ShouldBeTrue();
            await store.Storage.SnapshotHeaders.UpdateEntityAsync(
                entity,
                ETag.All,
                TableUpdateMode.Replace,
                TestContext.Current.CancellationToken
            );
        }

        (await use.OfAsync(second.Id, default)).Select(h => h.Folder).ShouldBe(["E10000024/2012-09-30/v1/"]);
        (await use.OfAsync("national-00000000000000000000000000000000", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_when_and_why_stand_in_the_ledger_and_survive_a_rebuild()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);
        await store.Withdrawal.ReinstateAsync(second.Id, By, "It was right", default);
        await store.Withdrawal.WithdrawAsync(second.Id, "B. Officer", "It was not", default);
        await AbsenceAsync(store);
        var before = await store.DumpAsync();

        await LoseTablesAsync(store);
        (await store.Rebuild.RunAsync(default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        (await store.SnapshotRebuild.RunAsync(default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        (await store.DumpAsync()).ShouldBe(before);
        var release = (await store.Ledger.FindAsync(Feed.National, second.Id, default))!;
        release.Status.ShouldBe(ReleaseStatus.Withdrawn);
        release
            .Withdrawal!.Steps.Select(s => (s.IsWithdrawn, s.By, s.Reason))
            .ShouldBe([(true, By, Reason), (false, By, "It was right"), (true, "B. Officer", "It was not")]);
        release.Withdrawal.Steps.ShouldAllBe(s => s.At == store.Time.GetUtcNow());
        (await AbsenceAsync(store)).ShouldBe((1, 5.6m, Verdict.Exceeds));
        await store.Withdrawal.ReinstateAsync(second.Id, By, "After all", default);
        (await AbsenceAsync(store)).ShouldBe((2, 5.9m, Verdict.DoesNotMeet));
    }

    [Theory]
    [InlineData(Feed.National, "second.csv", "2012-06-01")]
    [InlineData(Feed.National, "copy.csv", "2012-06-01")]
    [InlineData(Feed.National, "second.csv", "2012-07-01")]
    [InlineData(Feed.Obesity, "second.csv", "2012-06-01")]
    public async Task The_same_file_dropped_again_stays_withdrawn_and_says_so(Feed feed, string name, string published)
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);

        var again = await store.IngestAsync(feed, name, Second, ("published", published));

        again.Status.ShouldBe(feed == Feed.National ? ReleaseStatus.Withdrawn : ReleaseStatus.Quarantined);
        var finding = (
            await store.Ledger.FindingsAsync(again, default).ToListAsync(TestContext.Current.CancellationToken)
        ).Single(f => f.Code == "RELEASE_WITHDRAWN");
        finding.Message.ShouldContain(feed == Feed.National ? By : second.Id);
        (await store.Ledger.FindAsync(Feed.National, second.Id, default))!.Status.ShouldBe(ReleaseStatus.Withdrawn);
        (await AbsenceAsync(store)).ShouldBe((1, 5.6m, Verdict.Exceeds));
    }

    [Fact]
    public async Task Nor_does_it_come_back_by_another_catalogue_or_where_the_ledger_was_lost()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(
                BinaryData.FromString(
                    (await ShippedCatalogue.ReadAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal)
                )
            );

        var again = await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"));
        (again.Status, again.Catalogue == second.Catalogue).ShouldBe((ReleaseStatus.Withdrawn, false));
        await LoseTablesAsync(store);
        (await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"))).Status.ShouldBe(
            ReleaseStatus.Withdrawn
        );
    }

    [Fact]
    public async Task A_release_withdrawn_while_it_is_read_ends_as_withdrawn_and_can_be_reinstated_whole()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        var id = ReleaseId.For(
            Feed.National,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Second)))
        );
        var outcome = new List<WithdrawalOutcome>();
        var storage = Interference
            .AtFirst(
                r =>
                    r.Method == RequestMethod.Put
                    && r.Uri.Path.Contains("/archive/", StringComparison.Ordinal)
                    && r.Uri.Path.EndsWith(".csv", StringComparison.Ordinal),
                async () => outcome.Add(await store.Withdrawal.WithdrawAsync(id, By, Reason, default))
            )
            .On(emulator);
        await store.DropAsync("national/second.csv", Second, ("published", "2012-06-01"));

        var read = await new Ingestion(
            storage,
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage),
            new IngestionOptions()
        ).IngestAsync(Feed.National, storage.Landing.GetBlobClient("national/second.csv"), default);

        outcome.ShouldHaveSingleItem().Release!.Status.ShouldBe(ReleaseStatus.Reading);
        (read.Id, read.Status).ShouldBe((id, ReleaseStatus.Withdrawn));
        (await AbsenceAsync(store)).ShouldBe((1, 5.6m, Verdict.Exceeds));
        await store.Withdrawal.ReinstateAsync(id, By, "It was right", default);
        (await AbsenceAsync(store)).ShouldBe((2, 5.9m, Verdict.DoesNotMeet));
    }

    [Fact]
    public async Task A_release_withdrawn_while_a_snapshot_is_made_is_not_in_the_newest_version()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        var storage = Interference
            .AtFirst(
                r => r.Method == RequestMethod.Put && r.Uri.Path.EndsWith("/snapshot.json", StringComparison.Ordinal),
                () => store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default)
            )
            .On(emulator);
        var production = new SnapshotProduction(
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage, new(storage), new(storage)),
            new(storage),
            new ScheduleOptions(),
            store.Time
        );

        var produced = (await production.ProduceAsync(Request, default)).Produced!.Snapshot;

        (produced.Version, produced.Inputs.Count(i => i.Release == second.Id)).ShouldBe((2, 0));
        produced.Edition!.Withdrawn.ShouldBe([second.Id]);
    }

    [Fact]
    public async Task Of_all_authorities_at_once_those_that_used_it_are_made_again()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        var storage = Interference
            .AtFirst(
                r =>
                    r.Method == RequestMethod.Put
                    && r.Uri.Path.EndsWith("/E10000024/2012-09-30/v1/snapshot.json", StringComparison.Ordinal),
                () => store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default)
            )
            .On(emulator);
        var production = new SnapshotProduction(
            new(storage, FeedReader.SourceFormats),
            new(storage),
            new(storage, new(storage), new(storage)),
            new(storage),
            new ScheduleOptions(),
            store.Time
        );

        var made = await production
            .ProduceAllAsync(Request, default)
            .Select(o => o.Produced!.Snapshot)
            .ToListAsync(TestContext.Current.CancellationToken);

        var last = made.Last(s => s.Area.Code == "E10000024");
        (last.Version, last.Edition!.Withdrawn.Count).ShouldBe((2, 1));
        made.GroupBy(s => s.Area.Code).ShouldAllBe(area => area.Last().Inputs.All(i => i.Release != second.Id));
    }

    [Fact]
    public async Task Decisions_at_once_are_one_after_another_and_the_ledger_has_the_last_of_them()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        var eight = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => store.Withdrawal.WithdrawAsync(second.Id, $"Steward {i}", Reason, default))
        );
        eight.Count(o => !o.WasSo).ShouldBe(1);
        (await store.Ledger.FindAsync(Feed.National, second.Id, default))!.Withdrawal!.Number.ShouldBe(1);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    i % 2 == 0
                        ? store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default)
                        : store.Withdrawal.ReinstateAsync(second.Id, By, Reason, default)
                )
        );

        var release = (await store.Ledger.FindAsync(Feed.National, second.Id, default))!;
        var before = await store.DumpAsync();
        await LoseTablesAsync(store);
        await store.Rebuild.RunAsync(default).CountAsync(TestContext.Current.CancellationToken);
        (await store.DumpAsync()).ShouldBe(before);
        release.Status.ShouldBe(release.Withdrawal!.IsInForce ? ReleaseStatus.Withdrawn : ReleaseStatus.Complete);
    }

    [Fact]
    public async Task A_decision_that_broke_off_is_finished_by_making_it_again()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        var storage = Interference
            .AtFirst(
                r => r.Method == RequestMethod.Put && r.Uri.Path.Contains("/Releases(", StringComparison.Ordinal),
                () => throw new RequestFailedException(503, "busy")
            )
            .On(emulator);
        var broken = Withdrawal(storage, store);
        await Should.ThrowAsync<RequestFailedException>(() => broken.WithdrawAsync(second.Id, By, Reason, default));
        (await store.Ledger.FindAsync(Feed.National, second.Id, default))!.Status.ShouldBe(ReleaseStatus.Complete);

        (await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default)).Release!.Status.ShouldBe(
            ReleaseStatus.Withdrawn
        );

        (await store.Ledger.FindAsync(Feed.National, second.Id, default))!.Withdrawal!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_companion_is_held_against_nothing_until_it_is_reinstated()
    {
        var store = await Store.EmptyAsync(emulator);
        var companion = await store.IngestAsync(Feed.National, "absence.meta.csv", Meta);
        var data = await store.IngestAsync(Feed.National, "absence.csv", First, ("published", "2012-03-28"));
        var before = await store.DumpAsync();
        (await CodesAsync(store, data)).ShouldBe(["META_UNIT_CONTRADICTS"]);

        await store.Withdrawal.WithdrawAsync(companion.Id, By, Reason, default);
        (await CodesAsync(store, data)).ShouldBeEmpty();
        (
            await store.IngestAsync(Feed.National, "absence.csv", First, ("published", "2012-03-29"))
        ).Companion.ShouldBeNull();
        await store.Rebuild.RunAsync(default).CountAsync(TestContext.Current.CancellationToken);
        (await CodesAsync(store, data)).ShouldBeEmpty();
        await store.IngestAsync(Feed.National, "absence.csv", First, ("published", "2012-03-28"));

        await store.Withdrawal.ReinstateAsync(companion.Id, By, Reason, default);
        (await CodesAsync(store, data)).ShouldBe(["META_UNIT_CONTRADICTS"]);
        WithoutDecisions(await store.DumpAsync()).ShouldBe(WithoutDecisions(before));

        static IEnumerable<string> WithoutDecisions(string dump) =>
            dump.Split('\n')
                .Where(l => !l.StartsWith("archive withdrawn/", StringComparison.Ordinal))
                .Select(l =>
                    string.Join(
                        " | ",
                        l.Split(" | ").Where(p => !p.StartsWith("Withdrawal=", StringComparison.Ordinal))
                    )
                );
    }

    [Fact]
    public async Task The_companion_of_a_withdrawn_file_does_not_bring_it_back()
    {
        var store = await Store.EmptyAsync(emulator);
        var data = await store.IngestAsync(Feed.National, "absence.csv", First, ("published", "2012-03-28"));
        await store.Withdrawal.WithdrawAsync(data.Id, By, Reason, default);
        await store.IngestAsync(Feed.National, "absence.meta.csv", Meta);
        var after = (await store.Ledger.FindAsync(Feed.National, data.Id, default))!;
        (after.Status, after.Companion is not null).ShouldBe((ReleaseStatus.Withdrawn, true));
    }

    [Fact]
    public async Task A_withdrawn_model_of_neighbours_and_list_of_key_actions_are_not_used()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28"));
        var samples = Path.Combine(SourceFolder.Of("sample-feeds"), "2012");
        var model = await store.IngestFileAsync(
            Feed.Neighbours,
            Directory.GetFiles(Path.Combine(samples, "neighbours"), "*.csv")[0],
            ("published", "2009-01-01"),
            ("inforce", "2009-01-01")
        );
        var actions = await store.IngestFileAsync(
            Feed.KeyActions,
            Directory.GetFiles(Path.Combine(samples, "key-actions"), "*.csv")[0],
            ("published", "2012-10-01")
        );
        var before = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;
        (before.NeighbourSet?.Id, before.Actions?.Total > 0).ShouldBe((model.Id, true));

        await store.Withdrawal.WithdrawAsync(model.Id, By, Reason, default);
        await store.Withdrawal.WithdrawAsync(actions.Id, By, Reason, default);

        var after = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;
        (after.NeighbourSet, after.Actions).ShouldBe((null, null));
        after.Edition!.Withdrawn.ShouldBe([model.Id, actions.Id], ignoreOrder: true);
        var refusal = (await store.Production.ProduceAsync(Request with { NeighbourSet = model.Id }, default)).Refusal!;
        refusal.Code.ShouldBe("SNAPSHOT_NEIGHBOURS");
        refusal.Message.ShouldEndWith("No set was known.");
        await store.Withdrawal.ReinstateAsync(model.Id, By, "It was right", default);
        (
            await store.Production.ProduceAsync(Request with { NeighbourSet = "1999" }, default)
        ).Refusal!.Message.ShouldEndWith("Sets apply from 2009-01.");
    }

    [Fact]
    public async Task Exports_and_revisions_do_without_it()
    {
        var store = await Store.EmptyAsync(emulator);
        var (_, second) = await TwoEditionsAsync(store);
        var revisions = new RevisionReport(store.References, store.Ledger, store.Series);
        (await revisions.DifferencesAsync(null, default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await ExportAsync()).ShouldContain(second.Id);

        await store.Withdrawal.WithdrawAsync(second.Id, By, Reason, default);

        (await revisions.DifferencesAsync(null, default).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await ExportAsync()).ShouldNotContain(second.Id);

        async Task<string> ExportAsync()
        {
            using var output = new MemoryStream();
            await new ObservationExport(store.Ledger, store.Series).WriteCsvAsync(output, default);
            return Encoding.UTF8.GetString(output.ToArray());
        }
    }

    [Fact]
    public async Task What_is_unclear_or_not_there_or_refused_is_not_decided()
    {
        var store = await Store.EmptyAsync(emulator);
        var (first, _) = await TwoEditionsAsync(store);
        var refused = await store.IngestAsync(Feed.National, "bad.csv", "colour,shape\nred,round\n");
        var before = await store.DumpAsync();
        foreach (
            var (id, by, reason, code) in new[]
            {
                (first.Id, "", Reason, "DECISION_UNCLEAR"),
                (first.Id, By, " ", "DECISION_UNCLEAR"),
                (first.Id, By, new string('x', 501), "DECISION_UNCLEAR"),
                (first.Id, By, "It has the child with 943 476 5919", "DECISION_UNCLEAR"),
                ("national-0", By, Reason, "RELEASE_UNKNOWN"),
                ("../x", By, Reason, "RELEASE_UNKNOWN"),
                ("", By, Reason, "RELEASE_UNKNOWN"),
                (refused.Id, By, Reason, "RELEASE_REFUSED"),
            }
        )
        {
            (await store.Withdrawal.WithdrawAsync(id, by, reason, default)).Refusal!.Code.ShouldBe(code);
            (await store.Withdrawal.ReinstateAsync(id, by, reason, default)).Refusal!.Code.ShouldBe(code);
        }
        (await store.Withdrawal.ReinstateAsync(first.Id, By, Reason, default)).WasSo.ShouldBeTrue();
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_ledger_stays_readable_however_often_a_decision_is_changed()
    {
        var store = await Store.EmptyAsync(emulator);
        var (first, _) = await TwoEditionsAsync(store);
        var longest = new string('"', 500);
        for (var i = 0; i < 60; i++)
            await (
                i % 2 == 0
                    ? store.Withdrawal.WithdrawAsync(first.Id, By, longest, default)
                    : store.Withdrawal.ReinstateAsync(first.Id, By, longest, default)
            );
        var release = (await store.Ledger.FindAsync(Feed.National, first.Id, default))!;
        (release.Status, release.Withdrawal!.Number).ShouldBe((ReleaseStatus.Complete, 60));
    }

    private static ReleaseWithdrawal Withdrawal(Pipeline.Foundation.Storage.PipelineStorage storage, Store store)
    {
        var ledger = new ReleaseLedger(storage);
        return new(
            storage,
            ledger,
            new(storage, new(storage, FeedReader.SourceFormats), ledger, new(storage), new IngestionOptions()),
            store.Time
        );
    }

    private static async Task<(Release First, Release Second)> TwoEditionsAsync(Store store) =>
        (
            await store.IngestAsync(Feed.National, "first.csv", First, ("published", "2012-03-28")),
            await store.IngestAsync(Feed.National, "second.csv", Second, ("published", "2012-06-01"))
        );

    private static async Task<(int Version, decimal? Local, Verdict Verdict)> AbsenceAsync(Store store)
    {
        var snapshot = (await store.Production.ProduceAsync(Request, default)).Produced!.Snapshot;
        var row = snapshot.Rows.Single(r => r.Indicator == "overall-absence");
        return (snapshot.Version, row.Local?.Value, row.VersusNational);
    }

    private static async Task<IEnumerable<string>> CodesAsync(Store store, Release release) =>
        await store
            .Ledger.FindingsAsync((await store.Ledger.FindAsync(release.Feed, release.Id, default))!, default)
            .Select(f => f.Code)
            .ToListAsync();

    private static async Task<string> SnapshotBlobsAsync(Store store, string folder)
    {
        var text = new StringBuilder();
        await foreach (var blob in store.Storage.Snapshots.GetBlobsAsync())
        {
            if (blob.Name.Contains(folder, StringComparison.Ordinal))
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{blob.Name} {blob.Properties.ETag} {Convert.ToHexString(blob.Properties.ContentHash)}"
                );
        }
        return text.ToString();
    }

    private static async Task LoseTablesAsync(Store store)
    {
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
            await table.DeleteAsync();
            await table.CreateIfNotExistsAsync();
        }
    }
}
