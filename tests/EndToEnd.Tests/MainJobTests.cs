using System.Text.Json;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>The main job as a process: sample feeds in, the comparison of 30 September 2012 out.</summary>
public sealed class MainJobTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_main_job_reproduces_paragraph_18_and_again_changes_nothing()
    {
        string[] arguments = ["--data", Path.Combine(_folder, "data"), "--out", Path.Combine(_folder, "out")];
        var first = await CommandLineProcess.RunAsync(arguments);
        first.Code.ShouldBe(0, first.Errors);
        Golden.Hold("narrative.golden.txt", Narrative(first.Output));
        var json = Read("snapshot.json");
        Golden.Hold("snapshot.golden.json", json);
        Golden.Hold("comparison.golden.csv", Read("comparison.csv"));

        var (workbook, document) = (Bytes("comparison.xlsx"), Bytes("report.docx"));

        var second = await CommandLineProcess.RunAsync(arguments);
        second.Code.ShouldBe(0, second.Errors);
        second.Output.Split('\n').Count(line => line.Contains(": unchanged", StringComparison.Ordinal)).ShouldBe(21);
        Narrative(second.Output).ShouldBe(Narrative(first.Output));
        Read("snapshot.json").ShouldBe(json);
        Bytes("comparison.xlsx").ShouldBe(workbook);
        Bytes("report.docx").ShouldBe(document);
    }

    [Fact]
    public async Task The_real_figures_of_2025_make_two_comparisons_of_which_the_second_says_what_changed()
    {
        string[] data = ["--data", Path.Combine(_folder, "data")];
        string[] feed = ["ingest", .. data, "--feed", "neighbours", "--published"];
        var samples = Path.Combine(CommandLineProcess.Root, "sample-feeds", "2025", "neighbours");
        await DoneAsync([.. feed, "2026-04-08", Path.Combine(samples, "lait_april_2026_extract.csv")]);
        await DoneAsync([
            .. feed,
            "2025-05-01",
            "--in-force",
            "2025-05-01",
            Path.Combine(samples, "statistical_neighbours_2025.csv"),
        ]);
        await DoneAsync([
            "snapshot",
            .. data,
            "--as-at",
            "2025-03-31",
            "--compiled",
            "2026-04-08",
            "--out",
            Path.Combine(_folder, "before"),
        ]);
        var said = await DoneAsync([
            "snapshot",
            .. data,
            "--as-at",
            "2025-09-30",
            "--compiled",
            "2026-04-08",
            "--out",
            Path.Combine(_folder, "out"),
        ]);

        Golden.Hold("narrative.2025.golden.txt", said);
        Golden.Hold("comparison.2025.golden.csv", Read("comparison.csv"));
        using var snapshot = JsonDocument.Parse(Read("snapshot.json"));
        Counts(snapshot, "summary").ShouldBe((16, 7, 9));
        Counts(snapshot, "summaryNeighbours").ShouldBe((17, 7, 10));
        var since = snapshot.RootElement.GetProperty("since");
        since.GetProperty("asAt").GetString().ShouldBe("2025-03-31");
        var changes = since.GetProperty("rows").EnumerateArray().ToList();
        changes.Count.ShouldBe(24);
        changes.Count(r => r.GetProperty("local").GetString() == "newFigure").ShouldBe(6);
        changes.Count(r => r.GetProperty("flipped").GetBoolean()).ShouldBe(20);
    }

    [Fact]
    public void The_golden_snapshot_names_the_eight_and_the_four_of_the_report()
    {
        using var snapshot = JsonDocument.Parse(
            File.ReadAllText(
                Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "Golden", "snapshot.golden.json")
            )
        );
        string[] Having(string verdict) =>
            [
                .. snapshot
                    .RootElement.GetProperty("rows")
                    .EnumerateArray()
                    .Where(r => r.GetProperty("versusNational").GetString() == verdict)
                    .Select(r => r.GetProperty("indicator").GetString()!),
            ];
        Having("exceeds")
            .ShouldBe([
                "reception-obesity",
                "overall-absence",
                "initial-assessments",
                "core-assessments",
                "repeat-child-protection-plans",
                "child-poverty-local-measure",
                "gcse-five-a-star-to-c",
                "neet-years-12-to-14",
            ]);
        Having("does not meet")
            .ShouldBe([
                "child-protection-plans",
                "breastfeeding-6-to-8-weeks",
                "free-school-meals-gap-gcse",
                "level-3-by-19",
            ]);
        Having("in line").Length.ShouldBe(4);
        snapshot.RootElement.GetProperty("summary").GetProperty("withComparison").GetInt32().ShouldBe(16);
    }

    private static (int WithComparison, int Exceeds, int DoesNotMeet) Counts(JsonDocument snapshot, string summary)
    {
        var counts = snapshot.RootElement.GetProperty(summary);
        int Of(string name) => counts.GetProperty(name).GetInt32();
        return (Of("withComparison"), Of("exceeds"), Of("doesNotMeet"));
    }

    private static async Task<string> DoneAsync(string[] arguments)
    {
        var (code, output, errors) = await CommandLineProcess.RunAsync(arguments);
        code.ShouldBe(0, errors);
        return output;
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, "out", name)).ReplaceLineEndings("\n");

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, "out", name));

    private static string Narrative(string output)
    {
        var from = output.IndexOf("Good progress", StringComparison.Ordinal);
        var to = output.IndexOf("\n+--", StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, output);
        return output[from..to].TrimEnd() + "\n";
    }
}
