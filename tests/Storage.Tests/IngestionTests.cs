using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

[Collection("One store")]
public sealed class IngestionTests(Emulator emulator)
{
    [Fact]
    public async Task A_sound_file_becomes_a_complete_release_with_its_series_and_an_archived_copy()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.60", "5.8"),
            ("published", "2012-03-28")
        );

        release.Status.ShouldBe(ReleaseStatus.Complete);
        (release.Published, release.PublishedFrom).ShouldBe((new DateOnly(2012, 3, 28), DateOrigin.Metadata));
        release.Rows.ShouldBe(release.Rows with { Read = 2, Accepted = 2, Rejected = 0 });
        (await store.Ledger.FindAsync(Feed.National, release.Id, default))!.Status.ShouldBe(ReleaseStatus.Complete);
        var series = await store.Series.ReadAsync("overall-absence", release.SeriesVersion, default);
        series["E10000024"]
            .Observations.ShouldHaveSingleItem()
            .Value.Value!.Value.ToString("G29", System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe("5.6");
        series["E10000024"].Observations[0].Row.ShouldBe(3);
        (await store.Storage.Archive.GetBlobClient(release.BlobName).ExistsAsync()).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task A_figure_keeps_every_digit_it_was_published_with()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "51.76214121", "5.80")
        );
        var series = await store.Series.ReadAsync("overall-absence", release.SeriesVersion, default);
        series["E10000024"].Observations[0].Value.Value.ShouldBe(51.76214121m);
        series["E92000001"].Observations[0].Value.Value!.Value.Scale.ShouldBe((byte)2);
    }

    [Fact]
    public async Task The_same_content_under_any_name_and_any_date_changes_nothing()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var before = await store.DumpAsync();
        var again = await store.IngestAsync(
            Feed.National,
            "copy of absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2020-01-01")
        );
        (again.Id, again.File, again.Published).ShouldBe((first.Id, "absence.csv", new DateOnly(2012, 3, 28)));
        (await store.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Ten_deliveries_at_once_end_as_one_release()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var releases = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => store.Ingestion.IngestAsync(Feed.National, blob, default))
        );
        releases.ShouldAllBe(r => r.Status == ReleaseStatus.Complete);
        var once = await store.DumpAsync();
        var alone = await Store.EmptyAsync(emulator);
        await alone.Ingestion.IngestAsync(
            Feed.National,
            await alone.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8")),
            default
        );
        Comparable(once).ShouldBe(Comparable(await alone.DumpAsync()));

        // The landing blob is another one, with its own ETag and time of arrival.
        static string Comparable(string dump) =>
            string.Join(
                '\n',
                dump.Split('\n')
                    .Select(l =>
                        string.Join(
                            " | ",
                            l.Split(" | ")
                                .Where(p =>
                                    !p.Contains("BlobETag=", StringComparison.Ordinal)
                                    && !p.Contains("Arrived=", StringComparison.Ordinal)
                                )
                        )
                    )
            );
    }

    [Fact]
    public async Task A_file_read_by_a_changed_catalogue_is_read_again_when_it_is_dropped_again()
    {
        var store = await Store.EmptyAsync(emulator);
        var first = await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var catalogue = Reference.Default.Catalogue;
        var edited = (await ShippedCatalogueAsync()).Replace("Priority 5", "Attendance", StringComparison.Ordinal);
        await store.Storage.Config.GetBlobClient("catalogue.json").UploadAsync(BinaryData.FromString(edited));

        var second = await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        second.Id.ShouldBe(first.Id);
        second.Catalogue.ShouldNotBe(catalogue.Hash);
        (await store.Series.ReadAsync("overall-absence", second.SeriesVersion, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_catalogue_with_a_fault_does_not_stop_ingestion_and_is_found_with_what_to_mend()
    {
        var store = await Store.EmptyAsync(emulator);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(BinaryData.FromString("{ \"titel\": 1 }"));
        var release = await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        (release.Status, release.Catalogue).ShouldBe((ReleaseStatus.Complete, Reference.Default.Catalogue.Hash));
        (await store.Ledger.FindingsAsync(release, default).ToListAsync())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("CATALOGUE_NOT_IN_USE"),
                f => f.Message.ShouldContain("titel")
            );
    }

    [Theory]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "FILE_IS_WEB_PAGE")]
    [InlineData("colour,shape\nred,round\n", "FORMAT_UNKNOWN")]
    [InlineData(Csv.AbsenceHeader, "NO_ROWS")]
    public async Task A_file_that_cannot_be_used_lies_in_quarantine_with_its_findings(string content, string code)
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "bad.csv", content);
        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await store.Ledger.FindingsAsync(release, default).ToListAsync()).ShouldContain(f =>
            f.Code == code && f.Guidance.Length > 0
        );
        (await store.Storage.Quarantine.GetBlobClient(release.BlobName).DownloadContentAsync())
            .Value.Content.ToString()
            .ShouldBe(content);
        (await store.Storage.Quarantine.GetBlobClient($"{release.Id}/findings.csv").DownloadContentAsync())
            .Value.Content.ToString()
            .ShouldContain(code);
        (await store.DumpAsync()).ShouldNotContain("Series ");
    }

    [Fact]
    public async Task A_file_refused_for_its_metadata_is_taken_when_it_comes_again_with_sound_ones()
    {
        var store = await Store.EmptyAsync(emulator);
        var refused = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "28 March")
        );
        refused.Status.ShouldBe(ReleaseStatus.Quarantined);
        var taken = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        (taken.Id, taken.Status, taken.Published).ShouldBe(
            (refused.Id, ReleaseStatus.Complete, new DateOnly(2012, 3, 28))
        );
    }

    [Fact]
    public async Task A_file_read_again_with_fewer_findings_has_those_alone()
    {
        var store = await Store.EmptyAsync(emulator);
        // Metadata that cannot be read, and a row that cannot: two findings, then one.
        var text =
            Csv.Absence("201011", "5.6", "5.8")
            + string.Concat(
                Enumerable
                    .Range(1990, 10)
                    .Select(y => Csv.Absence($"{y}{(y + 1) % 100:00}", "5.1", "5.0")[Csv.AbsenceHeader.Length..])
            )
            + "201112,Academic year,Local authority,E92000001,England,E12000004,East "
            + "Midlands,891,E10000024,Nottinghamshire,Total,five\n";
        var refused = await store.IngestAsync(Feed.National, "absence.csv", text, ("published", "28 March"));
        (await store.Ledger.FindingsAsync(refused, default).Select(f => f.Code).ToListAsync()).ShouldBe(
            ["CELL_UNREADABLE", "METADATA_UNREADABLE"],
            ignoreOrder: true
        );

        var taken = await store.IngestAsync(Feed.National, "absence.csv", text, ("published", "2012-03-28"));

        (taken.Status, taken.FindingCount).ShouldBe((ReleaseStatus.Complete, 1));
        (await store.Ledger.FindingsAsync(taken, default).ToListAsync())
            .ShouldHaveSingleItem()
            .Code.ShouldBe("CELL_UNREADABLE");
        (await store.DumpAsync())
            .Split('\n')
            .Count(line => line.StartsWith("Findings ", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task While_a_file_is_read_by_a_changed_catalogue_readers_keep_the_findings_of_the_reading_that_counts()
    {
        var store = await Store.EmptyAsync(emulator);
        var text =
            Csv.Absence("201011", "5.6", "5.8")
            + "201112,Academic year,Local authority,E92000001,England,E12000004,East "
            + "Midlands,891,E10000024,Nottinghamshire,Total,five\n";
        var first = await store.IngestAsync(Feed.National, "absence.csv", text);
        var before = await store.Ledger.FindingsAsync(first, default).ToListAsync();
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(
                BinaryData.FromString(
                    (await ShippedCatalogueAsync()).Replace(
                        "sess_overall_percent",
                        "sess_gone",
                        StringComparison.Ordinal
                    )
                )
            );

        var second = await store.IngestAsync(Feed.National, "absence.csv", text);

        (await store.Ledger.FindingsAsync(second, default).ToListAsync()).ShouldNotBe(before);
        (await store.Ledger.FindingsAsync(first, default).ToListAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Rejected_rows_lie_in_quarantine_as_they_stood_and_can_be_corrected_and_dropped_again()
    {
        var store = await Store.EmptyAsync(emulator);
        var sound = string.Concat(
            Enumerable
                .Range(1990, 20)
                .Select(y =>
                    $"{y}{(y + 1) % 100:00},Academic year,Local authority,E92000001,England,E12000004,East "
                    + "Midlands,891,E10000024,Nottinghamshire,Total,5.1\n"
                )
        );
        const string Broken =
            "201011,Academic year,Local authority,E92000001,England,E12000004,East "
            + "Midlands,891,E10000024,Nottinghamshire,Total,five\n";
        var release = await store.IngestAsync(Feed.National, "absence.csv", Csv.AbsenceHeader + sound + Broken);
        (release.Status, release.Rows.Rejected).ShouldBe((ReleaseStatus.Complete, 1L));
        var rows = (
            await store.Storage.Quarantine.GetBlobClient($"{release.Id}/rejected-rows.csv").DownloadContentAsync()
        ).Value.Content.ToString();
        rows.ShouldBe(Csv.AbsenceHeader + Broken);
        (await store.Storage.Quarantine.GetBlobClient($"{release.Id}/findings.html").DownloadContentAsync())
            .Value.Content.ToString()
            .ShouldNotContain("five");
        (
            await store.IngestAsync(
                Feed.National,
                "rejected-rows.csv",
                rows.Replace("five", "5.0", StringComparison.Ordinal)
            )
        ).Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task More_faulty_rows_than_the_setting_allows_refuse_the_file()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "five", "5.8"));
        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await store.Ledger.FindingsAsync(release, default).ToListAsync()).ShouldContain(f =>
            f.Code == "TOO_MANY_REJECTED" && f.Message.Contains("1 of the 2 rows", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_companion_that_lies_beside_a_file_is_held_against_it()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.DropAsync(
            "national/absence.meta.csv",
            "col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\nschool_type,Filter,School "
                + "type,,,,\nsess_gone,Indicator,Gone,,%,,\n"
        );
        var release = await store.IngestAsync(Feed.National, "absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        (await store.Ledger.FindingsAsync(release, default).ToListAsync())
            .Select(f => (f.Code, f.Column))
            .ShouldBe(
                [("META_VARIABLE_ABSENT", "col_name"), ("META_VARIABLE_EXTRA", "sess_overall_percent")],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_file_with_personal_data_is_refused_and_nothing_tells_what_it_holds()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.Local,
            "return.csv",
            "forename,surname,date_of_birth,nhs_number\nJo,Bloggs,01/02/2015,9434765919\n"
        );
        release.Status.ShouldBe(ReleaseStatus.Quarantined);
        (await store.Ledger.FindingsAsync(release, default).ToListAsync())
            .ShouldHaveSingleItem()
            .Code.ShouldBe("PERSONAL_DATA");
        foreach (var name in new[] { "findings.csv", "findings.html" })
        {
            var text = (
                await store.Storage.Quarantine.GetBlobClient($"{release.Id}/{name}").DownloadContentAsync()
            ).Value.Content.ToString();
            foreach (var told in new[] { "Bloggs", "9434765919", "01/02/2015" })
                text.ShouldNotContain(told);
        }
    }

    [Fact]
    public async Task A_name_that_tries_to_leave_its_folder_stays_in_it()
    {
        var store = await Store.EmptyAsync(emulator);
        var blob = await store.DropAsync("national/..\\..\\evil:name?.csv", Csv.Absence("201011", "5.6", "5.8"));
        var release = await store.Ingestion.IngestAsync(Feed.National, blob, default);
        release.BlobName.ShouldStartWith(release.Id + "/");
        release
            .BlobName[(release.Id.Length + 1)..]
            .ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }

    [Fact]
    public async Task A_national_figure_in_another_unit_is_found()
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestFileAsync(Feed.Neighbours, SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        var findings = await store.Ledger.FindingsAsync(release, default).ToListAsync();
        findings.ShouldContain(f =>
            f.Code == "NATIONAL_OUT_OF_RANGE" && f.Message.Contains("First-time entrants", StringComparison.Ordinal)
        );
        findings.ShouldAllBe(f => f.Message.Contains("First-time entrants", StringComparison.Ordinal));
        release.Rows.Accepted.ShouldBe(34340);
    }

    private static async Task<string> ShippedCatalogueAsync()
    {
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(shipped);
        return await reader.ReadToEndAsync();
    }
}
