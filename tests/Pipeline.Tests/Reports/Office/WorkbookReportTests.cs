using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Excel;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Place = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

public sealed partial class WorkbookReportTests
{
    [Fact]
    public void No_line_of_a_sheet_of_two_pages_is_cut_where_the_first_page_ends()
    {
        var sheet = new Pipeline.Reports.Excel.Sheet(
            "Comparison",
            "A title",
            [string.Join(' ', Enumerable.Repeat("word", 60))],
            [.. Enumerable.Range(0, 11).Select(i => ($"Column {i}", 30d))],
            []
        );

        (sheet.ColumnsOfFirstPage, sheet.FirstPage).ShouldBe((6, 180));
        sheet.Above.OfType<Pipeline.Reports.Excel.Cell.Text>().ShouldAllBe(line => line.Value.Length <= 180);
    }

    [Fact]
    public void A_rich_snapshot_makes_a_workbook_without_a_fault() =>
        Opened(RichSample.Of(), book => book.Faults.ShouldBeEmpty());

    [Fact]
    public void A_snapshot_of_nothing_makes_a_workbook_without_a_fault() =>
        Opened(Sample.Of() with { NeighbourSet = null, Inputs = [] }, book => book.Faults.ShouldBeEmpty());

    [Fact]
    public void The_same_snapshot_makes_the_same_bytes() =>
        WorkbookReport
            .Write(RichSample.Of())
            .ToArray()
            .ShouldBe(WorkbookReport.Write(SnapshotJson.Read(SnapshotJson.Write(RichSample.Of()))).ToArray());

    [Fact]
    public void The_sheets_stand_in_their_order() =>
        Opened(
            RichSample.Of(),
            book =>
                book.Names.ShouldBe([
                    "Summary",
                    "Contents",
                    "Notes",
                    "Comparison",
                    "Charts",
                    "Similar councils",
                    "Statistics",
                    "Worse and getting worse",
                    "Changes since last report",
                    "Figures over time",
                    "Localities",
                    "Key actions",
                    "Sources",
                    "Data quality",
                    "Next figures",
                ])
        );

    [Fact]
    public void The_workbook_says_its_title_and_its_language() =>
        Opened(
            RichSample.Of(),
            book =>
                book.Properties.ShouldBe(
                    ("Nottinghamshire children and young people: comparison as at 30 September 2012", "en-GB")
                )
        );

    [Fact]
    public void Every_figure_is_a_number_exactly_as_in_the_snapshot() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var row = book.Table("Comparison").First(r => r["Indicator"] == "Name of overall-absence");

                string[] numbers =
                [
                    row["Nottinghamshire figure"],
                    row["Previous figure"],
                    row["Change"],
                    row["England figure"],
                    row["Similar councils’ average"],
                    row["Similar councils with a figure"],
                    row["Similar councils in the set"],
                ];
                numbers.ShouldBe(["6.35", "5.4", "0.95", "5.8", "5.95", "1", "2"]);
                (row["Compared with England"], row["Compared with similar councils"], row["Direction"]).ShouldBe(
                    ("does not meet", "does not meet", "worsening")
                );
            }
        );

    [Fact]
    public void A_fall_is_a_negative_number_and_no_text() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var cell = book.Sheet("Comparison")
                    .Worksheet.Descendants<Cell>()
                    .Single(c => OpenedWorkbook.Text(c) == "-41.75");

                cell.DataType.ShouldBeNull();
                book.Part.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
                    .Single(f => f.NumberFormatId! == Look(book, cell).NumberFormatId!)
                    .FormatCode!.Value.ShouldBe("+#,##0.0;-#,##0.0;#,##0.0");
            }
        );

    [Fact]
    public void What_is_missing_has_the_marker_that_says_why() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var rows = book.Table("Comparison");
                rows.Single(r => r["Indicator"] == "Name of suppressed")["Nottinghamshire figure"].ShouldBe("[c]");
                rows.Single(r => r["Indicator"] == "Name of level-3-by-19")["Similar councils’ average"]
                    .ShouldBe("[x]");
                rows.First(r => r["Indicator"] == "Name of breastfeeding-6-to-8-weeks")["Nottinghamshire figure"]
                    .ShouldBe("[z]");
                book.Table("Similar councils").First(r => r["Similar council"] == "Kent")["Figure"].ShouldBe("[c]");
            }
        );

    [Fact]
    public void A_provisional_and_revised_figure_says_so_beside_it() =>
        Opened(
            RichSample.Of(),
            book =>
                book.Table("Comparison")
                    .First(r => r["Indicator"] == "Name of overall-absence")["Nottinghamshire status"]
                    .ShouldBe("[p] [r]")
        );

    [Fact]
    public void An_indicator_in_parts_has_the_verdict_over_all_and_a_row_for_each() =>
        Opened(
            RichSample.Of(),
            book =>
                book.Table("Comparison")
                    .Where(r => r["Indicator"] == "Name of breastfeeding-6-to-8-weeks")
                    .Select(r => (r["Area"], r["Compared with England"]))
                    .ShouldBe([
                        ("Nottinghamshire", "mixed"),
                        ("Nottinghamshire NHS", "exceeds"),
                        ("Bassetlaw NHS", "does not meet"),
                    ])
        );

    [Fact]
    public void Every_note_of_a_table_is_among_the_notes() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var notes = book.Table("Notes").ToDictionary(r => r["Marker or note"], r => r["What it means"]);
                var used = book.Table("Comparison")
                    .Concat(book.Table("Localities"))
                    .SelectMany(r => r["Notes"].Split(", "))
                    .Where(n => n != "none")
                    .ToList();

                used.ShouldNotBeEmpty();
                used.ShouldAllBe(n => notes.ContainsKey(n));
                notes["[note 1]"].ShouldBe("Sessions missed as a share of possible sessions.");
            }
        );

    [Fact]
    public void No_cell_of_a_table_is_blank_and_none_is_merged() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                foreach (var name in book.Names)
                {
                    var sheet = book.Sheet(name);
                    sheet.Worksheet.Descendants<MergeCell>().ShouldBeEmpty();
                    var rows = book.Rows(name);
                    rows.ShouldAllBe(r => r.Count > 0);
                    var table = rows.Skip(book.Header(name)).ToList();
                    table.ShouldAllBe(r => r.Count == table[0].Count);
                    table.SelectMany(r => r).ShouldAllBe(text => !string.IsNullOrWhiteSpace(text));
                }
            }
        );

    [Fact]
    public void A_table_is_marked_as_a_table_from_its_header_to_its_last_row_and_its_header_stays_in_sight() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                foreach (var name in book.Names.Where(n => n != "Charts"))
                {
                    var sheet = book.Sheet(name);
                    var table = sheet.TableDefinitionParts.Single().Table;
                    var header = book.Header(name);
                    table.Reference!.Value.ShouldEndWith($"{book.Rows(name).Count}");
                    table
                        .TableColumns!.Elements<TableColumn>()
                        .Select(c => c.Name!.Value)
                        .ShouldBe(book.Rows(name)[header]);
                    sheet
                        .Worksheet.Descendants<Pane>()
                        .Select(p => p.VerticalSplit!.Value)
                        .ShouldBe(name is "Summary" or "Contents" ? [] : [header + 1]);
                }
            }
        );

    [Fact]
    public void Each_sheet_is_printed_across_one_page_and_the_widest_as_two_tables() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var names = book.Part.Workbook.DefinedNames!.Elements<DefinedName>().ToList();
                foreach (var name in book.Names)
                {
                    var sheet = book.Sheet(name).Worksheet;
                    var setup = sheet.Descendants<PageSetup>().Single();
                    (setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value).ShouldBe(
                        (OrientationValues.Landscape, 1u, 0u)
                    );
                    // What fits on a page of A3 in letters that can be read.
                    var wide = sheet.Descendants<Column>().Sum(c => c.Width!.Value) > 300;
                    names
                        .Single(n =>
                            n.Name == "_xlnm.Print_Area" && n.Text.StartsWith($"'{name}'!", StringComparison.Ordinal)
                        )
                        .Text.Split(',')
                        .Length.ShouldBe(wide ? 2 : 1, name);
                }
                // The second table begins at its header, below the title.
                names.Select(n => n.Text).ShouldContain(n => SecondTable().IsMatch(n));
                names.Count(n => n.Name == "_xlnm.Print_Area").ShouldBe(book.Names.Count);
                names.Select(n => n.Text).ShouldContain("'Worse and getting worse'!$5:$5");
                names.Select(n => n.Text).ShouldContain(n => n.StartsWith("'Comparison'!$A:$C,'Comparison'!$"));
            }
        );

    [Fact]
    public void Every_chart_is_on_a_sheet_of_their_own_with_a_text_alternative_and_is_printed() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                book.Charts.Select(c => (c.Chart.IsLines, c.Column, c.Row)).ShouldBe([(false, 0, 5), (true, 4, 5)]);
                book.Charts.ShouldAllBe(c =>
                    c.Alternative.StartsWith("Name of overall-absence. ", StringComparison.Ordinal)
                );
                book.Part.Workbook.DefinedNames!.Elements<DefinedName>()
                    .Select(n => n.Text)
                    .ShouldContain("'Charts'!$A$1:$H$20");
            }
        );

    [Fact]
    public void An_indicator_without_one_of_its_charts_leaves_its_place_empty()
    {
        var row = RichSample.Of().Rows[0];
        Opened(
            Sample.Of(
                row with
                {
                    Indicator = "bars",
                    History = [],
                },
                row with
                {
                    Indicator = "lines",
                    Neighbours = null,
                }
            ),
            book => book.Charts.Select(c => (c.Chart.IsLines, c.Column, c.Row)).ShouldBe([(false, 0, 5), (true, 4, 20)])
        );
    }

    // A4 landscape with the sheet's margins, in points; a column's width counts in the digits of Arial at 12 points,
    // which are 9 of 96 pixels an inch.
    private const double PaperHeight = 595 - ((0.5 + 0.6) * 72);
    private const double PaperWidth = 842 - ((0.4 + 0.4) * 72);

    [Fact]
    public void Each_page_of_charts_holds_what_is_between_two_breaks()
    {
        var row = RichSample.Of().Rows[0];
        Opened(
            Sample.Of([.. Enumerable.Range(1, 9).Select(i => row with { Indicator = $"i{i}" })]),
            book =>
            {
                var sheet = book.Sheet("Charts").Worksheet;
                var width = sheet.Descendants<Column>().Sum(c => ((c.Width!.Value * 9) + 5) * 0.75);
                var scale = Math.Min(1, PaperWidth / width);
                var breaks = sheet.Descendants<Break>().Select(b => (int)b.Id!.Value).ToList();
                breaks.Count.ShouldBe(4);
                foreach (var (from, to) in breaks.Prepend(0).Zip(breaks))
                {
                    Height(sheet, from, to).ShouldBeLessThan(PaperHeight / scale);
                    // No chart is on two pages.
                    book.Charts.ShouldAllBe(c => c.Row >= to || c.Row + 14 <= to);
                }
                var right = book.Charts.Max(c => c.Column);
                sheet
                    .Descendants<Column>()
                    .Take(right)
                    .Sum(c => c.Width!.Value * 6.75)
                    .ShouldBeGreaterThan(5_600_000 / 12_700d);
            }
        );
    }

    private static double Height(Worksheet sheet, int from, int to)
    {
        var rows = sheet.Descendants<Row>().ToDictionary(r => (int)r.RowIndex!.Value, r => r.Height!.Value);
        return Enumerable.Range(from + 1, to - from).Sum(r => rows.GetValueOrDefault(r, 15.75));
    }

    [Fact]
    public void Every_table_can_be_filtered() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                foreach (
                    var table in book.Names.SelectMany(n => book.Sheet(n).TableDefinitionParts).Select(t => t.Table)
                )
                    table.AutoFilter!.Reference!.Value.ShouldBe(table.Reference!.Value);
            }
        );

    [Fact]
    public void The_sections_of_the_first_sheet_keep_away_from_each_other() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                string[] headings =
                [
                    Scorecard.Of(RichSample.Of()).Headline,
                    "What needs attention",
                    "What is going well",
                    "How to read this",
                    "All indicators at a glance",
                ];
                var rows = book.Sheet("Summary").Worksheet.Descendants<Row>().ToList();
                var found = rows.Where(r => headings.Contains(OpenedWorkbook.Text(r.Elements<Cell>().First())))
                    .ToList();
                found.Select(r => OpenedWorkbook.Text(r.Elements<Cell>().First())).ShouldBe(headings);
                found.ShouldAllBe(r => r.Height!.Value == 30 && r.CustomHeight!.Value);
                found
                    .SelectMany(r => r.Elements<Cell>())
                    .ShouldAllBe(c => Look(book, c).Alignment!.Vertical!.Value == VerticalAlignmentValues.Bottom);
                // The last of them is right above the table.
                ((int)found[^1].RowIndex!.Value).ShouldBe(book.Header("Summary"));
            }
        );

    [Fact]
    public void The_sources_say_what_was_published_and_what_was_received() =>
        Opened(
            RichSample.Of() with
            {
                Inputs = [.. RichSample.Of().Inputs, RichSample.Of().Inputs[0] with { PublishedFrom = "arrival" }],
            },
            book =>
                book.Table("Sources")
                    .Select(r => r["Type of date"])
                    .ShouldBe(["published (date from metadata)", "published (date from file name)", "received"])
        );

    [Fact]
    public void Where_there_is_nothing_to_draw_there_is_no_sheet_of_charts() =>
        Opened(Sample.Of(Sample.Row(Verdict.Exceeds)), book => book.Names.ShouldNotContain("Charts"));

    [Fact]
    public void The_contents_lead_to_every_sheet_and_back() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var others = book.Names.Where(n => n != "Contents").ToList();
                book.Sheet("Contents")
                    .Worksheet.Descendants<Hyperlink>()
                    .Select(l => l.Location!.Value)
                    .ShouldBe(others.Select(n => $"'{n}'!A1"));
                foreach (var name in others)
                    book.Sheet(name)
                        .Worksheet.Descendants<Hyperlink>()
                        .Single()
                        .Location!.Value.ShouldBe("'Contents'!A1");
            }
        );

    [Fact]
    public void Where_there_is_nothing_to_say_there_is_no_sheet_and_the_contents_say_why() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)),
            book =>
            {
                book.Names.ShouldBe(["Summary", "Contents", "Notes", "Comparison", "Statistics", "Sources"]);
                var contents = book.Table("Contents").Select(r => r["Worksheet and what it holds"]).ToList();
                contents.ShouldContain(
                    "No worksheet Changes since last report: This is the first report, so there is nothing to "
                        + "compare it with."
                );
                contents.ShouldContain(c => c.StartsWith("No worksheet Worse and getting worse: "));
            }
        );

    [Fact]
    public void The_first_sheet_is_the_scorecard_and_every_indicator_in_a_line() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                var snapshot = RichSample.Of();
                var card = Scorecard.Of(snapshot);
                var above = book.Rows("Summary").Take(book.Header("Summary")).Select(r => r.Single()).ToList();

                above[1].ShouldBe(card.Headline);
                above.ShouldBe(above.Distinct());
                foreach (var count in card.Counts)
                    above.ShouldContain($"{count.Number} {count.Words}");
                foreach (var line in card.NeedsAttention.Concat(card.GoesWell))
                    above.ShouldContain($"{line.Line.Name}: {line.Words}");
                book.Table("Summary")
                    .Select(r => (r["Indicator"], r["Compared with England"]))
                    .ShouldBe(
                        ReportLine.WithFigures(snapshot).Select(l => (l.Name, Scorewords.Of(l.Place.VersusNational)))
                    );
            }
        );

    [Fact]
    public void Every_sheet_has_the_indicators_in_one_order()
    {
        var rows = new[] { "c", "a", "b" }.Select(id =>
            Sample.Row(Verdict.DoesNotMeet, id) with
            {
                Priority = $"Priority {id}",
                Outlook = Outlook.WorseAndGettingWorse,
                Localities = [Sample.Part("Ashfield", Verdict.Exceeds, 5.1m, 5.8m)],
            }
        );
        Opened(
            Sample.Of([.. rows]) with
            {
                Due =
                [
                    .. new[] { "b", "c", "a" }.Select(i => new SnapshotDue(
                        i,
                        $"Name of {i}",
                        null,
                        "2012",
                        default,
                        true
                    )),
                ],
            },
            book =>
            {
                var sheets = book.Names.Where(n => book.Table(n)[0].ContainsKey("Indicator")).ToList();
                sheets.Count.ShouldBe(6);
                foreach (var sheet in sheets)
                    book.Table(sheet)
                        .Select(r => r["Indicator"])
                        .ShouldBe(["Name of a", "Name of b", "Name of c"], sheet);
            }
        );
    }

    public static TheoryData<string> Samples => ["rich", "plain", "nothing"];

    private static Snapshot Named(string sample) =>
        sample switch
        {
            "rich" => RichSample.Of(),
            "plain" => Sample.Of(Sample.Row(Verdict.Exceeds), Sample.Row(Verdict.InLine, "b", null, null)),
            _ => Sample.Of() with { NeighbourSet = null, Inputs = [] },
        };

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_column_is_empty_or_without_a_count_and_the_sheet_names_those_that_are_left_out(string sample) =>
        Opened(
            Named(sample),
            book =>
            {
                string[] nothing = ["[x]", "[z]", "none", "not stated", "not tested", "not missing", "not reported"];
                foreach (var name in book.Names.Where(n => book.Header(n) >= 0))
                {
                    var table = book.Table(name);
                    table.ShouldNotBeEmpty();
                    foreach (var column in table[0].Keys)
                        table.ShouldContain(r => !nothing.Contains(r[column]), $"{name}: {column}");
                }
                if (sample == "plain")
                    book.Rows("Sources").Select(r => r[0]).ShouldContain("Left out, because no row has any: Notice.");
            }
        );

    [Fact]
    public void A_figure_of_zero_is_a_figure_and_a_suppressed_one_says_so_and_neither_is_left_out() =>
        Opened(
            Sample.Of(
                Sample.Row(Verdict.Exceeds, "a", 0m, 0m) with
                {
                    Previous = new(0m, "2009/10", Sample.Source),
                    Change = 0m,
                }
            ),
            book =>
            {
                var row = book.Table("Comparison").Single();
                (row["Nottinghamshire figure"], row["England figure"], row["Change"]).ShouldBe(("0", "0", "0"));
            }
        );

    [Theory]
    [MemberData(nameof(Samples))]
    public void Columns_are_as_wide_as_their_numbers_and_words_and_texts_keep_away_from_numbers(string sample) =>
        Opened(
            Named(sample),
            book =>
            {
                foreach (var name in book.Names.Where(n => book.Header(n) >= 0))
                {
                    var columns = book.Sheet(name).Worksheet.Descendants<Column>().Select(c => c.Width!.Value).ToList();
                    var rows = book.Rows(name);
                    for (var i = 0; i < columns.Count; i++)
                    {
                        var words = rows.Skip(book.Header(name)).SelectMany(r => r[i].Split(' '));
                        columns[i].ShouldBeGreaterThan(Math.Min(65, words.Max(w => w.Length)) + 2, $"{name} {i}");
                    }
                    foreach (var cell in book.Sheet(name).Worksheet.Descendants<Cell>())
                        Look(book, cell).Alignment!.Indent!.Value.ShouldBeGreaterThan(0u);
                }
            }
        );

    [Fact]
    public void Hashes_are_with_the_sources_and_not_on_the_first_sheets() =>
        Opened(
            RichSample.Of(),
            book =>
            {
                foreach (var name in new[] { "Summary", "Contents" })
                    book.Rows(name).SelectMany(r => r).ShouldAllBe(t => !Hash().IsMatch(t));
                book.Rows("Sources").SelectMany(r => r).ShouldContain(t => t.Contains("0123456789abcdef"));
            }
        );

    [Fact]
    public void Why_figures_were_not_tested_is_said_once() =>
        Opened(
            Sample.Of([
                .. new[] { "a", "b" }.Select(id => Sample.Row(Verdict.Exceeds, id) with { Significance = Untested }),
            ]),
            book =>
            {
                var note = book.Table("Notes")
                    .Single(r => r["What it means"].StartsWith("Not tested: ", StringComparison.Ordinal));
                book.Table("Statistics")
                    .Select(r => r["Method"])
                    .ShouldBe(Enumerable.Repeat($"not tested {note["Marker or note"]}", 2));
            }
        );

    private static readonly Significance Untested = new(null, null, null, null, "not tested: no counts", null, null);

    [Fact]
    public void A_line_longer_than_the_sheet_goes_on_in_the_next_row()
    {
        TextLines.Break("one two three four", 8).ShouldBe(["one two", "three", "four"]);
        TextLines.Break("unbreakable", 4).ShouldBe(["unbreakable"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    public void A_text_that_a_spreadsheet_would_calculate_is_a_text_and_stays_one_when_edited(string text) =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)) with
            {
                Actions = Sample.Actions(1, 0, 0, text),
            },
            book =>
            {
                var cell = book.Sheet("Key actions")
                    .Worksheet.Descendants<Cell>()
                    .Single(c => OpenedWorkbook.Text(c) == text.ReplaceLineEndings("\n"));

                cell.DataType!.Value.ShouldBe(CellValues.InlineString);
                Look(book, cell).QuotePrefix!.Value.ShouldBeTrue();
            }
        );

    [Theory]
    [InlineData("=")]
    [InlineData("@")]
    [InlineData("＝")]
    [InlineData("\t")]
    public void Wherever_a_snapshot_brings_a_formula_no_cell_is_calculated(string sign) =>
        Opened(
            HostileSample.Of(sign),
            book =>
            {
                book.Faults.ShouldBeEmpty();
                foreach (
                    var cell in book
                        .Names.SelectMany(n => book.Sheet(n).Worksheet.Descendants<Cell>())
                        .Where(c =>
                            c.DataType?.Value == CellValues.InlineString
                            && OpenedWorkbook.Text(c).StartsWith(sign, StringComparison.Ordinal)
                        )
                )
                    (Look(book, cell).QuotePrefix?.Value).ShouldBe(
                        true,
                        $"{cell.CellReference}: {OpenedWorkbook.Text(cell)}"
                    );
            }
        );

    [Fact]
    public void No_cell_of_a_workbook_holds_a_formula() =>
        Opened(
            RichSample.Of(),
            book => book.Names.SelectMany(n => book.Sheet(n).Worksheet.Descendants<CellFormula>()).ShouldBeEmpty()
        );

    [Theory]
    [InlineData("a\u0000b\u000Bc\uFFFEd", "abcd")]
    [InlineData("<b>&amp;\"quoted\"</b> 😀", "<b>&amp;\"quoted\"</b> 😀")]
    [InlineData("_x0041_ and _x12_", "_x005F_x0041_ and _x12_")]
    public void Any_text_can_stand_in_a_cell(string text, string held) =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds, text)) with
            {
                Title = text,
                Actions = Sample.Actions(1, 0, 0, text),
            },
            book =>
            {
                book.Faults.ShouldBeEmpty();
                book.Table("Key actions")[0]["Action"].ShouldBe(held);
            }
        );

    [Fact]
    public void Half_a_character_is_replaced_and_breaks_no_file() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)) with
            {
                Actions = Sample.Actions(1, 0, 0, "half \uD83D!"),
            },
            book => book.Table("Key actions")[0]["Action"].ShouldBe("half \uFFFD!")
        );

    [Fact]
    public void A_text_that_is_too_long_for_a_cell_is_cut_and_says_so() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)) with
            {
                Actions = Sample.Actions(1, 0, 0, new('x', 40_000)),
            },
            book =>
            {
                var text = book.Table("Key actions")[0]["Action"];
                text.Length.ShouldBe(32_767);
                text.ShouldEndWith("(cut: too long for a cell)");
            }
        );

    private static CellFormat Look(OpenedWorkbook book, Cell cell) =>
        book
            .Part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)cell.StyleIndex!.Value);

    private static void Opened(Snapshot snapshot, Action<OpenedWorkbook> look)
    {
        using var book = new OpenedWorkbook(WorkbookReport.Write(snapshot));
        look(book);
    }

    [GeneratedRegex("[0-9a-f]{12,}", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Hash();

    [GeneratedRegex(
        @"^'Comparison'!\$A\$1:\$\w\$\d+,'Comparison'!\$\w\$([2-9]|\d\d):\$\w\$\d+$",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex SecondTable();
}
