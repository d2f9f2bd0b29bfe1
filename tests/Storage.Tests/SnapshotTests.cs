using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

[Collection("One store")]
public sealed class SnapshotTests(Emulator emulator)
{
    private static readonly DateOnly September2012 = new(2012, 9, 30);

    [Fact]
    public async Task The_newest_publication_counts_even_where_it_arrived_first()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "revised.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2012-06-01")
        );
        await store.IngestAsync(
            Feed.National,
            "first.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var row = await AbsenceAsync(store, new(September2012));
        (row.Local!.Value, row.VersusNational).ShouldBe((5.9m, Verdict.DoesNotMeet));
        row.Local.Source.File.ShouldBe("revised.csv");
    }

    [Fact]
    public async Task What_was_published_after_the_compile_date_is_not_known()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "first.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        await store.IngestAsync(
            Feed.National,
            "revised.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2013-01-24")
        );
        var row = await AbsenceAsync(store, new(September2012) { Compiled = new(2012, 12, 12) });
        row.Local!.Value.ShouldBe(5.6m);
    }

    [Theory]
    [InlineData("2012-12-12", 1)]
    [InlineData("2012-12-13", 0)]
    public async Task A_set_of_neighbours_is_another_choice_from_the_very_day_on_which_it_is_in_force(
        string inForce,
        int others
    )
    {
        var store = await Store.EmptyAsync(emulator);
        var model = Path.Combine(
            SourceFolder.Of("sample-feeds"),
            "2012",
            "neighbours",
            "statistical_neighbours_2009.csv"
        );
        await store.IngestFileAsync(Feed.Neighbours, model, ("published", "2009-04-01"), ("inforce", "2009-04-01"));
        await store.IngestAsync(
            Feed.Neighbours,
            "next.csv",
            await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken) + "\n",
            ("published", "2012-11-01"),
            ("inforce", inForce)
        );

        var evidence = await new KnownDataStore(store.Storage, store.Ledger, store.Series).LoadAsync(
            Reference.Default,
            new(September2012),
            new(2012, 12, 12),
            default
        );

        (evidence.NeighbourSets.For("E10000024")!.From, evidence.NeighbourSets.OthersFor("E10000024").Count()).ShouldBe(
            (new(2009, 4, 1), others)
        );
    }

    [Fact]
    public async Task A_list_of_key_actions_that_is_refused_today_is_not_reported_in_part()
    {
        var store = await Store.EmptyAsync(emulator);
        const string header = "priority,reference,action,lead,status,note\n";
        var list = await store.IngestAsync(
            Feed.KeyActions,
            "actions.csv",
            $"{header}1,1.1,Do it,Director,Completed,\n",
            ("published", "2012-09-01")
        );
        (await MadeAsync(store, new(September2012))).Actions!.Total.ShouldBe(1);

        // As an older version could have kept it.
        var many = string.Concat(Enumerable.Range(0, 501).Select(n => $"1,{n},Do it,Director,Completed,\n"));
        await store
            .Storage.Archive.GetBlobClient(list.BlobName)
            .UploadAsync(BinaryData.FromString(header + many), overwrite: true, TestContext.Current.CancellationToken);

        var actions = (await MadeAsync(store, new(September2012))).Actions!;
        (actions.Total, actions.Note.ShouldNotBeNull().Length > 0).ShouldBe((0, true));
    }

    [Fact]
    public async Task A_figure_that_cannot_be_in_an_older_store_is_missing_and_the_corrected_edition_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(
            Feed.National,
            "first.csv",
            Csv.Absence("201011", "5.1", "5.8"),
            ("published", "2012-03-01")
        );
        var series = (await store.Series.ReadAsync("overall-absence", first.SeriesVersion, default)).Values.Select(s =>
            s with
            {
                Observations = [.. s.Observations.Select(o => o with { Value = Measure.From(decimal.MaxValue) })],
            }
        );
        await store.Series.WriteAsync(first.SeriesVersion, series, default);
        (await MadeAsync(store, new(September2012)))
            .Rows.Single(r => r.Indicator == "overall-absence")
            .VersusNational.ShouldBe(Verdict.NoComparison);

        await store.IngestAsync(
            Feed.National,
            "second.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-06-01")
        );
        var produced = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;

        produced.Failures.ShouldBeEmpty();
        produced.Snapshot.Rows.Single(r => r.Indicator == "overall-absence").VersusNational.ShouldBe(Verdict.Exceeds);
        (
            await new RevisionReport(store.References, store.Ledger, store.Series)
                .DifferencesAsync(null, default)
                .ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_period_that_ended_after_the_as_at_date_is_left_out()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201112", "5.1", "5.1"),
            ("published", "2012-10-01")
        );
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201213", "5.3", "5.2"),
            ("published", "2012-10-02")
        );
        var row = await AbsenceAsync(store, new(September2012));
        (row.Local!.Period, row.VersusNational).ShouldBe(("2011/12", Verdict.InLine));
    }

    [Theory]
    [InlineData("2016-03-31", Verdict.Exceeds)]
    [InlineData("2016-09-30", Verdict.NoComparison)]
    public async Task A_figure_more_than_five_years_old_is_no_comparison_of_today(string asAt, Verdict verdict)
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var row = await AbsenceAsync(store, new(DateOnly.ParseExact(asAt, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        row.VersusNational.ShouldBe(verdict);
        if (verdict == Verdict.NoComparison)
            row.Notes.ShouldHaveSingleItem().ShouldContain("2010/11");
    }

    [Fact]
    public async Task A_release_that_is_not_complete_is_not_seen()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var entity = (
            await store.Storage.Releases.GetEntityAsync<Azure.Data.Tables.TableEntity>("national", release.Id)
        ).Value;
        entity["Status"] = nameof(ReleaseStatus.Reading);
        await store.Storage.Releases.UpdateEntityAsync(entity, Azure.ETag.All);
        (await AbsenceAsync(store, new(September2012))).VersusNational.ShouldBe(Verdict.NoComparison);

        // The next delivery of the same blob finishes what was begun.
        await store.Ingestion.IngestAsync(
            Feed.National,
            store.Storage.Landing.GetBlobClient("national/a.csv"),
            default
        );
        (await AbsenceAsync(store, new(September2012))).VersusNational.ShouldBe(Verdict.Exceeds);
    }

    [Fact]
    public async Task The_same_snapshot_asked_for_again_is_the_one_that_is_there()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var first = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;
        var before = await store.DumpAsync();
        var again = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;
        (first.AlreadyThere, again.AlreadyThere, again.Snapshot.Version).ShouldBe((false, true, 1));
        SnapshotJson.Write(again.Snapshot).ToString().ShouldBe(SnapshotJson.Write(first.Snapshot).ToString());
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task With_newer_inputs_it_is_the_next_version_and_the_first_stays()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var first = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;
        await store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2012-06-01")
        );
        var second = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;
        (first.Folder, second.Folder).ShouldBe(("E10000024/2012-09-30/v1/", "E10000024/2012-09-30/v2/"));
        var kept = SnapshotJson.Read(
            (await store.Storage.Snapshots.GetBlobClient(first.Folder + "snapshot.json").DownloadContentAsync())
                .Value
                .Content
        );
        kept.Rows.Single(r => r.Indicator == "overall-absence").Local!.Value.ShouldBe(5.6m);
    }

    [Fact]
    public async Task Eight_at_once_make_one_snapshot()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => store.Production.ProduceAsync(new(September2012), default))
        );
        all.ShouldAllBe(o => o.Produced!.Snapshot.Version == 1);
        (await store.Snapshots.HeadersAsync("E10000024", Cadence.Trust, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Files_left_by_a_run_that_died_do_not_stop_the_next_one()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        await store
            .Storage.Snapshots.GetBlobClient("E10000024/2012-09-30/v1/snapshot.json")
            .UploadAsync(BinaryData.FromString("{}"));
        var produced = (await store.Production.ProduceAsync(new(September2012), default)).Produced!;
        produced.Snapshot.Version.ShouldBe(2);
        (
            await store.Snapshots.ReadAsync(
                (await store.Snapshots.HeadersAsync("E10000024", Cadence.Trust, default)).Single(),
                default
            )
        ).Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_timer_makes_what_is_owed_once()
    {
        var store = await Store.EmptyAsync(emulator);
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var now = store.Time.GetUtcNow();
        (await store.Production.ProduceOwedAsync(default))
            .ShouldHaveSingleItem()
            .Snapshot.AsAt.AddDays(Cadence.ReportOfJanuary2013)
            .ShouldBeLessThanOrEqualTo(DateOnly.FromDateTime(now.UtcDateTime));
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
        store.Time.Advance(TimeSpan.FromDays(366));
        (await store.Production.ProduceOwedAsync(default)).Count.ShouldBe(2);
        (await store.Production.ProduceOwedAsync(default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("E92000001", null, "SNAPSHOT_AREA")]
    [InlineData("E99999999", null, "SNAPSHOT_AREA")]
    [InlineData(null, "2010", "SNAPSHOT_NEIGHBOURS")]
    public async Task What_cannot_be_made_is_refused_with_a_sentence(string? area, string? neighbours, string code)
    {
        var store = await Store.EmptyAsync(emulator);
        var outcome = await store.Production.ProduceAsync(
            new(September2012) { Area = area, NeighbourSet = neighbours },
            default
        );
        outcome.Produced.ShouldBeNull();
        outcome.Refusal!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(
        "E06000028",
        "2025-09-30",
        "Bournemouth (E06000028) did not exist on 30 September 2025: it existed until 31 March 2019."
    )]
    [InlineData("E06000058", "2012-09-30", "did not exist on 30 September 2012: it existed from 1 April 2019.")]
    public async Task An_area_that_did_not_exist_on_the_day_is_refused(string area, string day, string sentence)
    {
        var store = await Store.EmptyAsync(emulator);
        var outcome = await store.Production.ProduceAsync(
            new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)) { Area = area },
            default
        );
        outcome.Produced.ShouldBeNull();
        outcome.Refusal!.Message.ShouldEndWith(sentence);
    }

    [Fact]
    public async Task A_compile_date_before_the_as_at_date_is_refused()
    {
        var store = await Store.EmptyAsync(emulator);
        (
            await store.Production.ProduceAsync(new(September2012) { Compiled = new(2012, 9, 29) }, default)
        ).Refusal!.Code.ShouldBe("SNAPSHOT_DATES");
    }

    [Fact]
    public async Task A_name_that_two_authorities_have_had_is_that_of_the_day_from_which_the_model_applies()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.Neighbours,
            "names.csv",
            "la_name,stat_1,stat_2,stat_3,stat_4,stat_5,stat_6,stat_7,stat_8,stat_9,stat_10\n"
                + "Nottinghamshire,Derbyshire,Staffordshire,Lancashire,Worcestershire,Lincolnshire,Essex,Kent,Suffolk,Norfolk,Dorset\n",
            ("inforce", "2021-04-01")
        );

        (await MadeAsync(store, new(new(2025, 9, 30))))
            .NeighbourSet!.Members.Select(m => m.Name)
            .ShouldContain("Dorset");
    }

    [Fact]
    public async Task The_neighbour_set_is_the_newest_in_force_on_the_as_at_date()
    {
        var store = await Store.EmptyAsync(emulator);
        var old = await store.IngestAsync(
            Feed.Neighbours,
            "sn.csv",
            Model("830,860,888,885,925,928,909,881,886,896"),
            ("inforce", "2009-04-01")
        );
        var recent = await store.IngestAsync(
            Feed.Neighbours,
            "Groupings_May_2025.csv",
            Model("830,935,933,886,926,937,855,802,860,888")
        );
        (await MadeAsync(store, new(September2012))).NeighbourSet!.Id.ShouldBe(old.Id);
        (await MadeAsync(store, new(new(2025, 9, 30)))).NeighbourSet!.ShouldSatisfyAllConditions(
            s => s.Id.ShouldBe(recent.Id),
            s => s.From.ShouldBe(new(2025, 5, 1)),
            s => s.Members.Count.ShouldBe(10)
        );
        (await MadeAsync(store, new(September2012) { NeighbourSet = "2025-05" })).NeighbourSet!.Id.ShouldBe(recent.Id);
    }

    [Fact]
    public async Task A_newer_model_that_leaves_an_authority_out_takes_no_neighbours_from_it_and_the_snapshot_says_so()
    {
        var store = await Store.EmptyAsync(emulator);
        var whole = await store.IngestAsync(
            Feed.Neighbours,
            "sn.csv",
            Model("830,860,888,885,925,928,909,881,886,896"),
            ("inforce", "2009-04-01")
        );
        var other = await store.IngestAsync(
            Feed.Neighbours,
            "one.csv",
            Model("830,935,933,886,926,937,855,802,860,888")
                .Replace(
                    "891,Nottinghamshire,891,8,East Midlands",
                    "330,Birmingham,330,5,West Midlands",
                    StringComparison.Ordinal
                ),
            ("inforce", "2012-04-01")
        );
        var set = (await MadeAsync(store, new(September2012))).NeighbourSet!;
        (set.Id, set.Members.Count).ShouldBe((whole.Id, 10));
        set.NewerWithoutArea.ShouldBe([new(other.Id, new(2012, 4, 1))]);
        (await MadeAsync(store, new(September2012) { NeighbourSet = "2012-04" })).ShouldSatisfyAllConditions(
            s => s.NeighbourSet!.Members.ShouldBeEmpty(),
            s => s.WhatIf.ShouldBeTrue()
        );
    }

    [Fact]
    public async Task A_model_published_after_the_compile_date_is_neither_used_nor_listed_and_the_snapshot_can_be_made_again()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var first = await store.IngestAsync(
            Feed.Neighbours,
            "sn.csv",
            Model("830,860,888,885,925,928,909,881,886,896"),
            ("inforce", "2009-04-01"),
            ("published", "2009-04-20")
        );
        SnapshotRequest request = new(September2012) { Compiled = new(2012, 12, 12) };
        var before = await MadeAsync(store, request);
        var corrected = await store.IngestAsync(
            Feed.Neighbours,
            "corrected.csv",
            Model("830,935,933,886,926,937,855,802,860,888"),
            ("inforce", "2009-04-01"),
            ("published", "2026-06-01")
        );

        var again = await MadeAsync(store, request);

        (again.Version, again.NeighbourSet!.Id).ShouldBe((1, first.Id));
        SnapshotJson.Write(again).ToString().ShouldBe(SnapshotJson.Write(before).ToString());
        (
            await store.Production.ProduceAsync(request with { NeighbourSet = corrected.Id }, default)
        ).Refusal!.Code.ShouldBe("SNAPSHOT_NEIGHBOURS");
        (await MadeAsync(store, new(September2012))).NeighbourSet!.Id.ShouldBe(corrected.Id);
    }

    [Fact]
    public async Task Repeat_plans_of_2024_from_the_real_files_do_not_meet_England()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestFileAsync(
            Feed.National,
            SharedFeeds.Path("dfe-cin/d3_cpps_subsequent_plan_2013_to_2024.csv")
        );
        await store.IngestFileAsync(
            Feed.Neighbours,
            SharedFeeds.Path("stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv")
        );
        var row = (await MadeAsync(store, new(new(2024, 9, 30)))).Rows.Single(r =>
            r.Indicator == "repeat-child-protection-plans"
        );
        (row.Local!.Value, row.National!.Value, row.VersusNational).ShouldBe((24.9m, 24.7m, Verdict.DoesNotMeet));
        (row.Neighbours!.Value, row.Neighbours.N, row.Neighbours.Of).ShouldBe((23.0222222222m, 9, 10));
        row.Neighbours.Missing.ShouldBe(["E10000006"]);
        row.Local.Source.Row.ShouldBe(72);
    }

    [Fact]
    public async Task Every_upper_tier_authority_of_the_real_files_has_its_own_snapshot()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestFileAsync(Feed.Neighbours, SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        await store.IngestFileAsync(
            Feed.Neighbours,
            SharedFeeds.Path("stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv")
        );
        foreach (var area in new[] { "E10000017", "E06000063", "E09000001", "E08000025" })
        {
            var snapshot = await MadeAsync(store, new(new(2024, 9, 30)) { Area = area });
            var s = snapshot.Summary;
            (s.WithComparison + s.Older + s.Alike).ShouldBeGreaterThan(10, area);
            (s.WithComparison + s.NoComparison + s.Older + s.Alike).ShouldBe(snapshot.Rows.Count);
        }
    }

    private static string Model(string neighbours)
    {
        var pairs = neighbours.Split(',');
        return "LA num,LA Name,LA number,GOInd,GOReg,"
            + string.Join(',', Enumerable.Range(1, 10).Select(i => $"SN{i.ToString(CultureInfo.InvariantCulture)},SNP"))
            + ",\n"
            + "891,Nottinghamshire,891,8,East Midlands,"
            + string.Join(',', pairs.Select(p => $"{p},Close "))
            + ",\n";
    }

    private static async Task<Snapshot> MadeAsync(Store store, SnapshotRequest request) =>
        (await store.Production.ProduceAsync(request, default)).Produced!.Snapshot;

    private static async Task<SnapshotRow> AbsenceAsync(Store store, SnapshotRequest request) =>
        (await MadeAsync(store, request)).Rows.Single(r => r.Indicator == "overall-absence");
}
