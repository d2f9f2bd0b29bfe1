using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChildrensTrust.Tests;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>The other commands as processes: real files in, and one clear sentence where something is wrong.</summary>
public sealed class CommandTests(SharedStorage storage) : IClassFixture<SharedStorage>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;

    private string Data => storage.Data;

    // Nothing runs on it: what a command says or does before there is an emulator.
    private string UnusedData => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Real_files_ingest_reconcile_and_make_the_snapshot_of_2024()
    {
        var national = await CommandLineProcess.RunAsync(
            "ingest",
            "--data",
            Data,
            "--json",
            "--feed",
            "national",
            SharedFeeds.Path("dfe-cin/d3_cpps_subsequent_plan_2013_to_2024.csv"),
            SharedFeeds.Path("dfe-cin/d1_child_protection_plans_2013_to_2024.csv")
        );
        national.Code.ShouldBe(0, national.Errors);
        using var document = JsonDocument.Parse(national.Output);
        foreach (var release in document.RootElement.GetProperty("releases").EnumerateArray())
        {
            var rows = release.GetProperty("rows");
            var skipped = rows.GetProperty("skipped").EnumerateObject().Sum(s => s.Value.GetInt64());
            rows.GetProperty("read")
                .GetInt64()
                .ShouldBe(rows.GetProperty("accepted").GetInt64() + skipped + rows.GetProperty("rejected").GetInt64());
            release.GetProperty("status").GetString().ShouldBe("complete");
        }

        var model = await CommandLineProcess.RunAsync(
            "ingest",
            "--data",
            Data,
            "--feed",
            "neighbours",
            SharedFeeds.Path("stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv")
        );
        model.Code.ShouldBe(0, model.Errors);
        var made = await CommandLineProcess.RunAsync(
            "snapshot",
            "--data",
            Data,
            "--as-at",
            "2024-09-30",
            "--out",
            Path.Combine(_folder, "out")
        );
        made.Code.ShouldBe(0, made.Errors);
        using var snapshot = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(_folder, "out", "snapshot.json"),
                TestContext.Current.CancellationToken
            )
        );
        var row = snapshot
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(r => r.GetProperty("indicator").GetString() == "repeat-child-protection-plans");
        (
            row.GetProperty("local").GetProperty("value").GetDecimal(),
            row.GetProperty("national").GetProperty("value").GetDecimal(),
            row.GetProperty("versusNational").GetString()
        ).ShouldBe((24.9m, 24.7m, "does not meet"));
    }

    [Fact]
    public async Task A_file_that_is_refused_gives_its_finding_and_a_code_other_than_zero()
    {
        var bad = Path.Combine(_folder, "bad.csv");
        await File.WriteAllTextAsync(bad, "colour,shape\nred,round\n", TestContext.Current.CancellationToken);
        var (code, output, errors) = await CommandLineProcess.RunAsync(
            "ingest",
            "--data",
            Data,
            "--feed",
            "national",
            bad
        );
        code.ShouldBe(1, errors);
        output.ShouldContain("FORMAT_UNKNOWN");
        // The finding says it all: no line of a log beside it.
        errors.ShouldNotContain("warn:");
    }

    [Fact]
    public async Task A_misspelt_area_is_shown_as_typed_with_the_nearest_and_no_folder_is_made()
    {
        var output = Path.Combine(_folder, "none");
        var (code, _, errors) = await CommandLineProcess.RunAsync(
            "snapshot",
            "--as-at",
            "2012-09-30",
            "--area",
            "Notinghamshire",
            "--data",
            Data,
            "--out",
            output
        );

        code.ShouldBe(2, errors);
        errors.ShouldContain("There is no area Notinghamshire. Did you mean Nottinghamshire?");
        Directory.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public async Task Help_names_the_program_as_it_is_typed()
    {
        var (code, output, errors) = await CommandLineProcess.RunAsync("snapshot", "--help");

        code.ShouldBe(0, errors);
        output.ShouldContain("dotnet run --project local -- snapshot");
        output.ShouldNotContain("ChildrensTrust.Local");
    }

    [Theory]
    [InlineData("Did you mean snapshot?", "snapshto")]
    [InlineData("option --publishd. Did you mean --published?", "ingest", "x", "--feed", "obesity", "--publishd", "y")]
    [InlineData(
        "Did you mean --compiled?",
        "snapshot",
        "--as-at",
        "2012-09-30",
        "--out",
        "x",
        "--complied",
        "2012-12-12"
    )]
    public async Task A_mistyped_command_or_option_names_the_nearest(string question, params string[] arguments)
    {
        var (code, _, errors) = await CommandLineProcess.RunAsync(arguments);

        code.ShouldBe(2, errors);
        errors.ShouldContain(question);
    }

    [Fact]
    public async Task No_cell_of_a_file_appears_in_anything_that_is_printed_or_logged()
    {
        const string Marker = "MARKER";
        var header =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_type,sess_overall_percent\n";
        var files = new Dictionary<string, string>
        {
            ["ees.csv"] =
                header
                + string.Concat(
                    Enumerable
                        .Range(0, 12)
                        .Select(i =>
                            string.Join(',', Enumerable.Range(0, 12).Select(c => c == i ? $"{Marker}{c}" : Sound[c]))
                            + "\n"
                        )
                )
                + $"{Marker},too,few\n",
            ["quote.csv"] = header + $"\"{Marker}{string.Join(',', Sound)}\n{string.Join(',', Sound)}\n",
            ["unknown.csv"] = $"colour,shape\n{Marker},{Marker}\n",
            ["headless.csv"] = $"{Marker},{Marker} {Marker},Flat 3 {Marker}\n1,2,3\n",
            ["local.csv"] =
                $"indicator,area_code,period,year_type,value\n{Marker},{Marker},{Marker},{Marker},{Marker}\n",
            ["actions.csv"] =
                $"priority,reference,action,lead,status,note\n{Marker},{Marker},{Marker},{Marker},{Marker},{Marker}\n",
        };
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(_folder, name), text, TestContext.Current.CancellationToken);
        string[] paths = [.. files.Keys.Select(n => Path.Combine(_folder, n))];
        foreach (
            var arguments in new string[][]
            {
                ["ingest", "--data", Data, "--feed", "national", .. paths],
                ["ingest", "--data", Data, "--json", "--feed", "local", .. paths],
                ["screen", .. paths],
                ["status", "--data", Data],
            }
        )
        {
            var (_, output, errors) = await CommandLineProcess.RunAsync(arguments);
            (output + errors).ShouldNotContain(Marker);
            output.ShouldContain("CELL_UNREADABLE");
        }
    }

    private static readonly string[] Sound =
    [
        "201011",
        "Academic year",
        "Local authority",
        "E92000001",
        "England",
        "E12000004",
        "East Midlands",
        "891",
        "E10000024",
        "Nottinghamshire",
        "Total",
        "5.6",
    ];

    [Fact]
    public async Task A_template_can_be_filled_in_and_is_never_written_over()
    {
        var path = Path.Combine(_folder, "return.csv");
        (await CommandLineProcess.RunAsync("template", "--feed", "local", "--out", path)).Code.ShouldBe(0);
        (await CommandLineProcess.RunAsync("template", "--feed", "local", "--out", path)).Code.ShouldBe(2);
        await File.AppendAllTextAsync(
            path,
            "overall-absence,E10000024,2025/26,academic,6.1,,,provisional,\n",
            TestContext.Current.CancellationToken
        );
        var (code, output, errors) = await CommandLineProcess.RunAsync("screen", "--feed", "local", path);
        code.ShouldBe(0, errors);
        output.ShouldContain("1 accepted");
        output.ShouldNotContain("1 observations");
        var workbook = Path.Combine(_folder, "actions.xlsx");
        (await CommandLineProcess.RunAsync("template", "--feed", "key-actions", "--out", workbook)).Code.ShouldBe(0);
        (await CommandLineProcess.RunAsync("screen", workbook)).Output.ShouldContain("key-actions");
    }

    [Theory]
    [InlineData("local", "indicator", "overall-absence ")]
    [InlineData("key-actions", "priority", "")]
    public async Task A_template_has_an_example_row_which_is_not_read_and_lists_the_indicators(
        string feed,
        string first,
        string listed
    )
    {
        var path = Path.Combine(_folder, "own.csv");
        var made = await CommandLineProcess.RunAsync("template", "--feed", feed, "--out", path);
        made.Output.ShouldContain(listed);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);

        (lines.Length, lines[0].Split(',')[0]).ShouldBe((2, first));
        lines[1].ShouldStartWith("example: ");
        lines[1].Split(',').Length.ShouldBe(lines[0].Split(',').Length);
        (await CommandLineProcess.RunAsync("screen", "--feed", feed, path)).Output.ShouldContain(
            "1 the template's example"
        );
    }

    [Fact]
    public async Task The_columns_of_a_template_are_as_wide_as_their_texts()
    {
        var path = Path.Combine(_folder, "return.xlsx");
        (await CommandLineProcess.RunAsync("template", "--feed", "local", "--out", path)).Code.ShouldBe(0);

        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        var part = book.WorkbookPart!;
        var sheets = part.Workbook!.Sheets!.Elements<Sheet>().ToList();
        sheets.ConvertAll(s => s.Name!.Value).ShouldBe(["Data", "Columns", "Indicators"]);
        foreach (var sheet in sheets)
        {
            var table = ((WorksheetPart)part.GetPartById(sheet.Id!)).Worksheet!;
            var widths = table.Descendants<Column>().Select(c => c.Width!.Value).ToList();
            foreach (var row in table.Descendants<Row>())
                row.Elements<Cell>()
                    .Select((cell, i) => (cell.InnerText.Length, Width: widths[i]))
                    .ShouldAllBe(c => c.Width > c.Length || c.Width >= 80);
        }
    }

    [Theory]
    [InlineData("there is no such day as 2025-09-31", "snapshot", "--as-at", "2025-09-31", "--out", "nowhere")]
    [InlineData("written like 2012-09-30", "snapshot", "--as-at", "30 September", "--out", "nowhere")]
    [InlineData("There is no area ATLANTIS", "snapshot", "--as-at", "2012-09-30", "--area", "Atlantis")]
    [InlineData("ends with .csv", "export", "--out", "figures.xlsx")]
    [InlineData("There is no area Atlantis", "publish", "--area", "Atlantis")]
    public async Task What_is_asked_wrongly_is_answered_with_what_to_write(string says, params string[] arguments)
    {
        string[] place = arguments.Contains("--out") ? [] : ["--out", Path.Combine(_folder, "out")];
        var (code, _, errors) = await CommandLineProcess.RunAsync([.. arguments, .. place, "--data", Data]);

        code.ShouldBe(2, errors);
        errors.ShouldContain(says);
    }

    [Fact]
    public async Task An_area_goes_by_its_name_and_status_lists_one_line_a_file_the_newest_first()
    {
        foreach (var (name, published) in new[] { ("older.csv", "2012-03-28"), ("newer.csv", "2012-06-28") })
        {
            var file = Path.Combine(_folder, name);
            await File.WriteAllTextAsync(
                file,
                "indicator,area_code,period,year_type,value\n"
                    + $"overall-absence,E10000024,2010/11,academic,{(name[0] == 'o' ? "5.6" : "5.7")}\n",
                TestContext.Current.CancellationToken
            );
            await CommandLineProcess.RunAsync(
                "ingest",
                "--data",
                Data,
                "--feed",
                "local",
                "--published",
                published,
                file
            );
        }
        var status = await CommandLineProcess.RunAsync("status", "--data", Data);
        var lines = status.Output.Trim().Split('\n');
        lines.Length.ShouldBe(3, status.Output);
        lines[1].ShouldBe("2012-06-28  in use      local/newer.csv");
        lines[2].ShouldBe("2012-03-28  in use      local/older.csv");

        var output = Path.Combine(_folder, "out");
        var made = await CommandLineProcess.RunAsync(
            "snapshot",
            "--as-at",
            "2012-09-30",
            "--area",
            "nottinghamshire",
            "--data",
            Data,
            "--out",
            output
        );
        made.Code.ShouldBe(0, made.Errors);
        made.Output.Split('\n').Where(l => l.StartsWith('|') || l.StartsWith('+')).ShouldAllBe(l => l.Length <= 80);
        JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(output, "snapshot.json"), TestContext.Current.CancellationToken)
        )!["area"]!["code"]!
            .GetValue<string>()
            .ShouldBe("E10000024");
    }

    [Fact]
    public async Task The_periods_of_a_template_are_text_so_that_Excel_makes_no_date_of_a_year()
    {
        var path = Path.Combine(_folder, "return.xlsx");
        (await CommandLineProcess.RunAsync("template", "--feed", "local", "--out", path)).Code.ShouldBe(0);

        using var book = SpreadsheetDocument.Open(path, isEditable: false);
        new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var part = book.WorkbookPart!;
        var column = part.GetPartsOfType<WorksheetPart>()
            .First(sheet => part.GetIdOfPart(sheet) == part.Workbook!.Sheets!.Elements<Sheet>().First().Id)
            .Worksheet!.Descendants<Column>()
            .ElementAt(2);
        part.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)column.Style!.Value)
            .NumberFormatId!.Value.ShouldBe(49u);
    }

    [Theory]
    [InlineData("ingest", "--feed", "national", "no-such-file.csv")]
    [InlineData("ingest", "--feed", "weather", "README.md")]
    [InlineData("ingest", "--feed", "national", "--published", "yesterday", "README.md")]
    [InlineData("snapshot", "--as-at", "2012-13-01", "--out", "nowhere")]
    [InlineData("publish")]
    [InlineData("snapshot", "--as-at", "2012-09-30", "--out", "README.md/nowhere")]
    [InlineData("snapshot", "--as-at", "2012-09-30", "--average", "modal", "--out", "nowhere")]
    [InlineData(
        "status",
        "--connection",
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=abc;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1"
    )]
    [InlineData("status", "--connection", "AccountName=alone")]
    [InlineData("no-such-command")]
    public async Task What_cannot_be_done_is_one_sentence_and_a_code_other_than_zero(params string[] arguments)
    {
        var (code, output, errors) = await CommandLineProcess.RunAsync([.. arguments, "--data", UnusedData]);
        code.ShouldNotBe(0);
        output.ShouldBeEmpty();
        errors.Trim().Split('\n').Length.ShouldBe(1, errors);
        errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--area", "E99")]
    [InlineData("--release", "nope")]
    public async Task Revisions_of_what_is_not_there_are_an_error(string option, string value)
    {
        var (code, output, errors) = await CommandLineProcess.RunAsync("revisions", option, value, "--data", Data);
        (code, output).ShouldBe((2, ""));
        errors.ShouldContain($"There is no {option[2..]} {value}.", Case.Insensitive);
    }

    [Fact]
    public async Task A_purge_lists_then_removes_and_then_finds_nothing()
    {
        var file = Path.Combine(_folder, "absence.csv");
        const string Header =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
            + "region_name,old_la_code,new_la_code,la_name,school_type,sess_overall_percent\n";
        const string England = "201011,Academic year,National,E92000001,England,,,,,,Total,5.8\n";
        await File.WriteAllTextAsync(
            file,
            $"{Header}{England}{string.Join(',', Sound)}\n",
            TestContext.Current.CancellationToken
        );
        string[] drop = ["ingest", "--data", Data, "--json", "--feed", "national", "--published", "2012-03-28", file];
        var dropped = JsonNode.Parse((await CommandLineProcess.RunAsync(drop)).Output)!;
        var id = dropped["releases"]![0]!["release"]!.GetValue<string>();
        string[] make =
        [
            "snapshot",
            "--as-at",
            "2012-09-30",
            "--compiled",
            "2012-12-12",
            "--out",
            Path.Combine(_folder, "out"),
        ];
        (await CommandLineProcess.RunAsync([.. make, "--data", Data])).Code.ShouldBe(0);

        var listed = await CommandLineProcess.RunAsync("purge", id, "--data", Data);
        listed.Code.ShouldBe(0, listed.Errors);
        listed.Output.ShouldContain("landing: 1 file");
        listed.Output.ShouldContain("E10000024/2012-09-30/v1/");
        listed.Output.ShouldContain("Nothing was removed.");
        (await CommandLineProcess.RunAsync("status", "--full", "--data", Data)).Output.ShouldContain(id);

        var removed = await CommandLineProcess.RunAsync("purge", id, "--yes", "--snapshots", "--data", Data);
        removed.Code.ShouldBe(0, removed.Errors);
        removed.Output.ShouldContain("snapshots: 1 version");
        removed.Output.ShouldContain("table Releases: 1 row");
        removed.Output.ShouldContain("Nothing of it is left in these places.");
        (await CommandLineProcess.RunAsync("status", "--full", "--data", Data)).Output.ShouldNotContain(id);

        var again = await CommandLineProcess.RunAsync("purge", id, "--yes", "--data", Data);
        again.Code.ShouldBe(0, again.Errors);
        again.Output.ShouldContain("Nothing of it is left. It was removed on");
        var unknown = await CommandLineProcess.RunAsync("purge", id[..^8] + "01234567", "--data", Data);
        (unknown.Code, unknown.Output).ShouldBe((2, ""));
        unknown.Errors.ShouldContain("There is no release with that id.");
    }

    [Fact]
    public async Task A_withdrawn_release_is_gone_from_the_next_snapshot_and_back_after_reinstating_also_across_a_rebuild()
    {
        const string Header =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_type,sess_overall_percent\n";
        var file = Path.Combine(_folder, "absence.csv");
        await File.WriteAllTextAsync(
            file,
            $"{Header}201011,Academic year,National,E92000001,England,,,,,,Total,5.8\n201011,Academic year,Local "
                + "authority,E92000001,England,E12000004,East Midlands,891,E10000024,Nottinghamshire,Total,5.6\n",
            TestContext.Current.CancellationToken
        );
        string[] drop = ["ingest", "--data", Data, "--json", "--feed", "national", "--published", "2012-03-28", file];
        var id = JsonNode.Parse((await CommandLineProcess.RunAsync(drop)).Output)!["releases"]![0]![
            "release"
        ]!.GetValue<string>();
        (await VerdictAsync()).ShouldBe("exceeds");

        var withdrawn = await CommandLineProcess.RunAsync(
            "withdraw",
            id,
            "--by",
            "A. Officer",
            "--reason",
            "Wrong",
            "--data",
            Data,
            "--json"
        );
        withdrawn.Code.ShouldBe(0, withdrawn.Errors);
        var document = JsonNode.Parse(withdrawn.Output)!;
        (document["status"]!.GetValue<string>(), document["snapshots"]![0]!["folder"]!.GetValue<string>()).ShouldBe(
            ("withdrawn", "E10000024/2012-09-30/v1/")
        );
        (
            await CommandLineProcess.RunAsync("withdraw", id, "--by", "B", "--reason", "Again", "--data", Data)
        ).Output.ShouldContain("withdrawn, as before");
        (await VerdictAsync()).ShouldBe("no comparison");
        (await CommandLineProcess.RunAsync("rebuild", "--data", Data)).Code.ShouldBe(0);
        (await VerdictAsync()).ShouldBe("no comparison");
        var again = await CommandLineProcess.RunAsync(drop);
        (again.Code, again.Output.Contains("RELEASE_WITHDRAWN", StringComparison.Ordinal)).ShouldBe((1, true));
        (await CommandLineProcess.RunAsync("status", "--data", Data)).Output.ShouldContain("by A. Officer: Wrong.");

        var back = await CommandLineProcess.RunAsync(
            "reinstate",
            id,
            "--by",
            "A. Officer",
            "--reason",
            "Right",
            "--data",
            Data
        );
        (back.Code, back.Output.Contains("in use", StringComparison.Ordinal)).ShouldBe((0, true));
        (await VerdictAsync()).ShouldBe("exceeds");
        var unknown = await CommandLineProcess.RunAsync(
            "withdraw",
            "national-0",
            "--by",
            "A. Officer",
            "--reason",
            "Wrong",
            "--data",
            Data
        );
        (unknown.Code, unknown.Output).ShouldBe((2, ""));

        async Task<string> VerdictAsync()
        {
            var output = Path.Combine(_folder, "out");
            var made = await CommandLineProcess.RunAsync(
                "snapshot",
                "--data",
                Data,
                "--as-at",
                "2012-09-30",
                "--compiled",
                "2012-12-12",
                "--out",
                output
            );
            made.Code.ShouldBe(0, made.Errors);
            var rows = JsonNode.Parse(
                await File.ReadAllTextAsync(
                    Path.Combine(output, "snapshot.json"),
                    TestContext.Current.CancellationToken
                )
            )!["rows"]!.AsArray();
            return rows.Single(r => r!["indicator"]!.GetValue<string>() == "overall-absence")![
                "versusNational"
            ]!.GetValue<string>();
        }
    }

    [Fact]
    public async Task Screening_ends_with_1_where_only_a_warning_rejected_a_row()
    {
        var path = Path.Combine(_folder, "return.csv");
        var rows = Enumerable
            .Range(2000, 20)
            .Select(year => $"overall-absence,E10000024,{year}/{(year + 1) % 100:00},academic,6.1\n")
            .ToList();
        await File.WriteAllTextAsync(
            path,
            "indicator,area_code,period,year_type,value\n" + string.Concat(rows),
            TestContext.Current.CancellationToken
        );
        (await CommandLineProcess.RunAsync("screen", path)).Code.ShouldBe(0);

        await File.AppendAllTextAsync(
            path,
            rows[0].Replace("E10000024", "E99999999"),
            TestContext.Current.CancellationToken
        );
        var (code, output, _) = await CommandLineProcess.RunAsync("screen", path);

        code.ShouldBe(1);
        output.ShouldContain("would be accepted");
        output.ShouldContain("AREA_UNKNOWN");
        output.ShouldNotContain("error");
    }

    [Fact]
    public async Task Capitals_make_no_difference_and_a_missing_folder_is_made()
    {
        var path = Path.Combine(_folder, "new", "return.csv");
        (await CommandLineProcess.RunAsync("template", "--feed", "Local", "--out", path)).Code.ShouldBe(0);
        File.Exists(path).ShouldBeTrue();
        await File.AppendAllTextAsync(
            path,
            "overall-absence,E10000024,2025/26,academic,6.1,,,provisional,\n",
            TestContext.Current.CancellationToken
        );
        var (code, _, errors) = await CommandLineProcess.RunAsync("screen", "--feed", "LOCAL", path);
        code.ShouldBe(0, errors);
    }

    [Fact]
    public async Task A_machine_without_node_is_told_to_install_it()
    {
        var (code, _, errors) = await CommandLineProcess.RunAsync(_folder, ["--data", UnusedData]);
        code.ShouldBe(1, errors);
        errors.Trim().ShouldContain("Node.js");
        errors.Trim().Split('\n').Length.ShouldBe(1, errors);
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, _, errors) = await CommandLineProcess.RunAsync("up", "--data", UnusedData, "--port", port);
        code.ShouldBe(1, errors);
        errors.ShouldContain(port);
    }
}
