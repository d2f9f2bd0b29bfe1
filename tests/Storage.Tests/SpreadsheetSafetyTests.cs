using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>What a feed gives never runs in the spreadsheet of the person who opens a file that was made of
/// it.</summary>
[Collection("One store")]
public sealed class SpreadsheetSafetyTests(Emulator emulator)
{
    private const string Header = "indicator,area_code,period,year_type,value,numerator,denominator,status,note\n";

    public static TheoryData<string> Formulas =>
        ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)"];

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_formula_in_a_note_is_a_text_in_the_export_and_numbers_stay_numbers(string formula)
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.Local,
            "return.csv",
            Header
                + $"free-school-meals-gap-gcse,E10000024,2010/11,academic,-3.5,,,final,{formula}\nneet-years-12-to-14,E10000024,2011/12 "
                + $"Q2,,3.3,921,27980,final,{formula}\n"
        );
        using var file = new MemoryStream();
        await new ObservationExport(store.Ledger, store.Series).WriteCsvAsync(file, default);

        var text = new BinaryData(file.ToArray()).ToString();
        text.ShouldContain($",'{formula.Trim()},");
        text.ShouldNotContain($",{formula},");
        text.ShouldContain(",3.3,");
        text.ShouldContain(",-3.5,");
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task A_formula_in_the_name_of_a_column_is_a_text_in_the_findings(string formula)
    {
        var store = await Store.EmptyAsync(emulator);
        var release = await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.AbsenceHeader.TrimEnd()
                + $",{formula},{formula}\n201011,Academic year,National,E92000001,England,,,,,,Total,5.8,1,2\n"
        );
        release.Status.ShouldBe(ReleaseStatus.Quarantined);

        var findings = (
            await store.Storage.Quarantine.GetBlobClient($"{release.Id}/findings.csv").DownloadContentAsync()
        ).Value.Content.ToString();
        findings.ShouldContain("HEADER_REPEATED");
        foreach (var cell in findings.Split('\n').SelectMany(line => line.Split(',')))
            cell.TrimStart('"').TrimStart().ShouldNotStartWith(formula.Trim());
    }

    [Fact]
    public async Task Every_file_of_a_snapshot_is_kept_as_what_it_is()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.6", "5.8"),
            ("published", "2012-03-28")
        );
        var folder = (await store.Production.ProduceAsync(new(new DateOnly(2012, 9, 30)), default)).Produced!.Folder;

        var files = await store
            .Storage.Snapshots.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = folder })
            .Select(b => (b.Name[folder.Length..], b.Properties.ContentType))
            .ToListAsync();
        files.ShouldBe([
            ("comparison.csv", "text/csv; charset=utf-8"),
            ("comparison.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("report.html", "text/html; charset=utf-8"),
            (SnapshotStore.Deciding, "application/json"),
        ]);
    }
}
