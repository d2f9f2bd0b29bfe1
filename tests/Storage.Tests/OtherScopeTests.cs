using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>A file whose figures are of other schools, in the columns of all schools: it is held, and the officer is
/// asked.</summary>
[Collection("Another store")]
public sealed class OtherScopeTests(Emulator emulator)
{
    private static readonly string AllSchools = Csv.Absence("202324", "6.9", "7.1");
    private static readonly string ReferralUnits = Csv.Absence("202425", "21.0", "40.8");

    [Fact]
    public async Task Figures_of_another_size_are_held_with_both_side_by_side()
    {
        var (store, first) = await WithAllSchoolsAsync();

        var held = await store.IngestAsync(Feed.National, "new.csv", ReferralUnits, ("published", "2025-10-20"));

        held.Status.ShouldBe(ReleaseStatus.Quarantined);
        var finding = (await FindingsAsync(store, held)).ShouldHaveSingleItem();
        finding.Code.ShouldBe("OTHER_SCOPE");
        finding.Message.ShouldContain("40.8 for 2024/25 in this file, 7.1 for 2023/24 in absence.csv");
        finding.Message.ShouldContain(first.Id);
    }

    [Fact]
    public async Task Of_two_files_that_arrive_at_once_one_is_held()
    {
        for (var round = 0; round < 5; round++)
        {
            var store = await Store.EmptyAsync(emulator);

            var both = await Task.WhenAll(
                store.IngestAsync(Feed.National, "all.csv", AllSchools),
                store.IngestAsync(Feed.National, "some.csv", ReferralUnits)
            );

            both.Select(r => r.Status).Order().ShouldBe([ReleaseStatus.Complete, ReleaseStatus.Quarantined]);
        }
    }

    [Fact]
    public async Task A_file_that_stopped_inside_its_turn_holds_up_no_other_for_long()
    {
        var (store, first) = await WithAllSchoolsAsync();
        await store.Storage.Series.UpsertEntityAsync(
            new Azure.Data.Tables.TableEntity("turns", "stopped") { ["Indicators"] = "persistent-absence" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        var next = await store.IngestAsync(Feed.National, "next.csv", Csv.Absence("202425", "6.8", "7.0"));

        next.Status.ShouldBe(ReleaseStatus.Complete);
    }

    [Fact]
    public async Task Dropped_again_it_is_held_again_and_so_after_the_tables_are_made_again()
    {
        var (store, first) = await WithAllSchoolsAsync();
        var held = await store.IngestAsync(Feed.National, "new.csv", ReferralUnits, ("published", "2025-10-20"));
        (await store.IngestAsync(Feed.National, "new.csv", ReferralUnits, ("published", "2025-10-20"))).Status.ShouldBe(
            ReleaseStatus.Quarantined
        );

        await foreach (var rebuilt in store.Rebuild.RunAsync(default))
            rebuilt.Release!.Status.ShouldBe(
                rebuilt.ReleaseId == first.Id ? ReleaseStatus.Complete : ReleaseStatus.Quarantined
            );

        (await FindingsAsync(store, held)).ShouldHaveSingleItem().Code.ShouldBe("OTHER_SCOPE");
    }

    [Fact]
    public async Task Confirmed_it_counts_and_goes_on_counting()
    {
        var (store, _) = await WithAllSchoolsAsync();
        await store.IngestAsync(Feed.National, "new.csv", ReferralUnits);

        var taken = await store.IngestAsync(Feed.National, "new.csv", ReferralUnits, ("scope", "confirmed"));

        taken.Status.ShouldBe(ReleaseStatus.Complete);
        (await FindingsAsync(store, taken)).ShouldBeEmpty();
        await foreach (var rebuilt in store.Rebuild.RunAsync(default))
            rebuilt.Release!.Status.ShouldBe(ReleaseStatus.Complete);
    }

    [Fact]
    public async Task A_release_that_counts_stays_when_it_is_read_again_beside_a_newer_one_of_another_size()
    {
        var (store, first) = await WithAllSchoolsAsync();
        await store.IngestAsync(Feed.National, "new.csv", ReferralUnits, ("scope", "confirmed"));

        (
            await store.IngestAsync(Feed.National, "absence.csv", AllSchools, ("published", "2025-03-21"))
        ).Status.ShouldBe(ReleaseStatus.Complete);
        (await store.Ledger.FindAsync(Feed.National, first.Id, default))!.Status.ShouldBe(ReleaseStatus.Complete);
    }

    [Fact]
    public async Task An_edition_without_counts_or_of_one_area_does_not_hide_the_ones_before()
    {
        static string Sessions(string year, string england, string possible) =>
            Csv.AbsenceHeader.Replace("school_type", "school_type,sess_possible", StringComparison.Ordinal)
            + $"{year},Academic year,National,E92000001,England,,,,,,Total,{possible},{england}\n";
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "a.csv", Sessions("202324", "7.1", "2000000000"), Published(1));
        var revised = await store.IngestAsync(Feed.National, "b.csv", Sessions("202324", "7.0", "z"), Published(2));
        revised.Status.ShouldBe(ReleaseStatus.Complete);

        var small = await store.IngestAsync(
            Feed.National,
            "c.csv",
            Sessions("202425", "7.2", "39000000"),
            Published(3)
        );

        small.Status.ShouldBe(ReleaseStatus.Quarantined);
        var fractions = Csv.Absence("202324", "0.069", "0.071");
        (await store.IngestAsync(Feed.National, "d.csv", fractions, Published(4))).Status.ShouldBe(
            ReleaseStatus.Quarantined
        );
    }

    private static (string, string) Published(int day) => ("published", $"2025-03-0{day}");

    [Fact]
    public async Task A_last_figure_that_begins_the_one_of_the_edition_before_is_refused()
    {
        var (store, _) = await WithAllSchoolsAsync();

        var cut = await store.IngestAsync(Feed.National, "newer.csv", AllSchools[..^3]);

        (cut.Status, (await FindingsAsync(store, cut)).Select(f => f.Code)).ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ReleaseStatus.Quarantined),
            c => c.Item2.ShouldContain("LAST_ROW_CUT")
        );
    }

    [Theory]
    [InlineData("0.067", ReleaseStatus.Quarantined)]
    [InlineData("6.7", ReleaseStatus.Complete)]
    public async Task A_local_return_in_another_unit_than_the_publishers_is_held(string value, ReleaseStatus status)
    {
        var (store, _) = await WithAllSchoolsAsync();

        var local = await store.IngestAsync(
            Feed.Local,
            "return.csv",
            $"indicator,area_code,period,year_type,value\noverall-absence,E10000024,2024/25,academic,{value}\n"
        );

        local.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_newer_year_without_England_is_said_where_editions_before_had_it()
    {
        var (store, first) = await WithAllSchoolsAsync();
        var lines = Csv.Absence("202425", "6.8", "7.0").Split('\n');

        var taken = await store.IngestAsync(Feed.National, "new.csv", $"{lines[0]}\n{lines[2]}\n");

        taken.Status.ShouldBe(ReleaseStatus.Complete);
        (await FindingsAsync(store, taken))
            .ShouldHaveSingleItem()
            .Message.ShouldBe(
                "Overall absence: the file has figures for 2024/25, but none for England. The newest figure for "
                    + $"England is for 2023/24, in absence.csv (release {first.Id})."
            );
        (await store.IngestAsync(Feed.National, "all.csv", Csv.Absence("202425", "6.8", "7.0"))).FindingCount.ShouldBe(
            0
        );
    }

    [Fact]
    public async Task Englands_figure_of_one_total_in_one_file_is_not_compared_with_an_areas_of_another_in_another()
    {
        var store = await Store.EmptyAsync(emulator);
        var lines = Csv.Absence("202324", "6.9", "7.1").Split('\n');
        await store.IngestAsync(
            Feed.National,
            "england.csv",
            $"{lines[0]}\n{lines[1].Replace(",Total,", ",All schools,")}\n"
        );

        var areas = await store.IngestAsync(
            Feed.National,
            "areas.csv",
            $"{lines[0]}\n{lines[2].Replace(",Total,", ",All state-funded schools,")}\n"
        );

        (await FindingsAsync(store, areas)).Select(f => f.Code).ShouldContain("TOTALS_DIFFER");
        var row = await AbsenceAsync(store);
        (row.VersusNational, row.National).ShouldBe((Verdict.NoComparison, null));
        row.Notes.ShouldContain(
            "No comparison with England: England’s figure for 2023/24 is for “all schools” (england.csv), but the "
                + "area’s is for “all state funded schools”."
        );
    }

    [Fact]
    public async Task A_year_of_another_total_is_no_previous_figure()
    {
        var (store, _) = await WithAllSchoolsAsync();
        await store.IngestAsync(
            Feed.National,
            "new.csv",
            Csv.Absence("202425", "6.8", "7.0").Replace(",Total,", ",All schools,")
        );

        var row = await AbsenceAsync(store);

        (row.VersusNational, row.Previous, row.Direction).ShouldBe((Verdict.Exceeds, null, null));
        row.Notes.ShouldContain(
            "No previous figure is comparable. Earlier figures are for “Total”, but the latest is for “all schools”."
        );
    }

    [Fact]
    public async Task A_file_with_far_fewer_areas_than_the_edition_before_is_said()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "all.csv", OfManyAreas("6.9", "6.9"));

        var few = await store.IngestAsync(Feed.National, "few.csv", Csv.Absence("202324", "6.8", "7.0"));

        var finding = (await FindingsAsync(store, few)).ShouldHaveSingleItem();
        finding.Code.ShouldBe("FEWER_AREAS");
        finding.Message.ShouldContain("for 2023/24 for 2 areas. all.csv");
    }

    [Theory]
    [InlineData("0.70", true)]
    [InlineData("71", true)]
    [InlineData("30", false)]
    public async Task One_figure_of_ten_times_what_it_was_is_said(string now, bool isSaid)
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(Feed.National, "all.csv", OfManyAreas("6.9", "6.9"));

        var next = await store.IngestAsync(Feed.National, "next.csv", OfManyAreas("6.9", now));

        next.Status.ShouldBe(ReleaseStatus.Complete);
        (await FindingsAsync(store, next)).Count(f => f.Code == "ANOTHER_UNIT").ShouldBe(isSaid ? 1 : 0);
    }

    // The last figure is the one of Derbyshire.
    private static string OfManyAreas(string others, string one)
    {
        var lines = Csv.Absence("202324", others, "7.1").TrimEnd().Split('\n');
        string[] codes =
        [
            "E10000016",
            "E10000028",
            "E10000034",
            "E10000011",
            "E10000017",
            "E10000019",
            "E10000018",
            "E06000052",
            "E10000007",
        ];
        var all = codes
            .Select(code => lines[2].Replace("E10000024", code).Replace("891", "").Replace("Nottinghamshire", ""))
            .ToArray();
        all[^1] = all[^1].Replace(others, one);
        return string.Join('\n', [.. lines, .. all, ""]);
    }

    private static async Task<SnapshotRow> AbsenceAsync(Store store) =>
        (await store.Production.ProduceAsync(new(new(2026, 3, 31)), TestContext.Current.CancellationToken))
            .Produced.ShouldNotBeNull()
            .Snapshot.Rows.Single(r => r.Indicator == "overall-absence");

    private async Task<(Store Store, Release First)> WithAllSchoolsAsync()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(Feed.National, "absence.csv", AllSchools, ("published", "2025-03-20"));
        first.Status.ShouldBe(ReleaseStatus.Complete);
        return (store, first);
    }

    private static async Task<IReadOnlyList<Pipeline.Findings.Finding>> FindingsAsync(Store store, Release release) =>
        await store.Ledger.FindingsAsync(release, default).ToListAsync(TestContext.Current.CancellationToken);
}
