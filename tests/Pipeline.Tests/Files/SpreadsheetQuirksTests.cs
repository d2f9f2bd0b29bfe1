using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>What spreadsheets and the people who use them put into a workbook that its figures do not say.</summary>
public sealed class SpreadsheetQuirksTests
{
    private static readonly string[] Header = ["indicator", "area_code", "period", "year_type", "value"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mark_of_a_footnote_is_no_part_of_a_figure_a_year_or_a_code(bool isInline)
    {
        var reading = await ReadAsync(
            new XlsxBook().Sheet(
                "Data",
                Header,
                Row(Marked("3", "1"), "2022/23", Marked("E10000024", "a")),
                Row(5.9, Marked("2021/22", "(2)")),
                Row(Marked("4.5", "1, 2"), "2020/21")
            )
        );

        Figures(reading).ShouldBe([("2020/21", 4.5m), ("2021/22", 5.9m), ("2022/23", 3m)]);
        reading.Codes().ShouldBe(["FOOTNOTE_LEFT_OUT"]);
        reading.Findings.ToList()[0].Message.ShouldStartWith("In 4 cells ");

        XlsxBook.Runs Marked(string text, string mark) => new((text, false), (mark, true)) { IsInline = isInline };
    }

    [Fact]
    public async Task What_is_raised_and_no_mark_stays()
    {
        var reading = await ReadAsync(
            new XlsxBook().Sheet(
                "Data",
                [.. Header, "note"],
                [
                    .. Row(5.9, "2022/23"),
                    new XlsxBook.Runs(("From 1", false), ("st", true), (" April; provisional ", false), ("[p]", true)),
                ]
            )
        );

        reading.Of("overall-absence", "E10000024")[0].Note.ShouldBe("From 1st April; provisional [p]");
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cell_that_is_only_a_mark_is_neither_a_figure_nor_blank()
    {
        var reading = await ReadAsync(
            new XlsxBook().Sheet("Data", Header, Row(new XlsxBook.Runs(("1", true)), "2022/23"))
        );

        reading.Codes().ShouldBe(["CELL_UNREADABLE", "FOOTNOTE_LEFT_OUT"]);
    }

    [Theory]
    [InlineData("7.9\u00b2", 7.9)]
    [InlineData("7.9 \u00b9\u00b2 ", 7.9)]
    [InlineData("7.9\u207d\u00b9\u207e", 7.9)]
    [InlineData("7.9\u00b9,\u00b2", 7.9)]
    [InlineData("c\u2074", null)]
    public async Task A_raised_digit_behind_a_figure_is_the_mark_of_a_footnote_in_a_text_too(
        string cell,
        double? figure
    )
    {
        var row = $"overall-absence,E10000024,2022/23\u00b3,academic,\"{cell}\"";
        var reading = await Drop.ReadAsync($"{string.Join(',', Header)}\n{row}\n", Feed.Local);

        Figures(reading).ShouldBe([("2022/23", (decimal?)figure)]);
        reading.Codes().ShouldContain("FOOTNOTE_LEFT_OUT");
        reading.Findings.ToList().ShouldContain(f => f.Message.StartsWith("In 2 cells "));
    }

    [Fact]
    public async Task A_hidden_sheet_is_left_out_and_named()
    {
        var reading = await ReadAsync(
            new XlsxBook()
                .SheetIn("hidden", "Old", Header, Row(55.5, "2021/22"))
                .SheetIn("veryHidden", "Older", Header, Row(44.4, "2020/21"))
                .Sheet("Notes", ["Read me"])
                .Sheet("Return", Header, Row(5.9, "2022/23"))
        );

        Figures(reading).ShouldBe([("2022/23", 5.9m)]);
        reading
            .Findings.ToList()
            .Select(f => (f.Code, f.Message))
            .ShouldBe([
                ("SHEET_HIDDEN", "2 sheets are hidden and were left out: Old, Older."),
                (
                    "SHEETS_READ",
                    "The workbook has 4 sheets, of which 2 were looked at: Notes (no known table), Return "
                        + "(local-return, 1 row)."
                ),
            ]);
    }

    [Fact]
    public async Task A_hidden_sheet_of_people_refuses_the_workbook()
    {
        IReadOnlyList<object?>[] children =
        [
            ["Forename", "Surname", "Date of birth"],
            ["Ann", "Other", "12/05/2011"],
            ["Bob", "Other", "13/06/2012"],
        ];
        var reading = await ReadAsync(
            new XlsxBook().Sheet("Return", Header, Row(5.9, "2022/23")).SheetIn("veryHidden", "List", children)
        );

        reading.Codes().ShouldBe(["PERSONAL_DATA"]);
    }

    [Fact]
    public async Task Hidden_rows_are_read_and_reported_by_their_numbers()
    {
        var book = new XlsxBook().Sheet(
            "Return",
            Header,
            Row(5.9, "2018/19"),
            Row(5.8, "2019/20"),
            Row(5.7, "2020/21"),
            Row(5.6, "2021/22"),
            Row(5.5, "2022/23")
        );
        book.HiddenRows.UnionWith([2, 3, 5]);
        var reading = await ReadAsync(book);

        reading.Rows.Accepted.ShouldBe(5);
        var found = reading.Findings.ToList().ShouldHaveSingleItem();
        (found.Code, found.Row, found.Message).ShouldBe(
            ("ROWS_HIDDEN", 2, "3 rows are hidden and were read like the rest: 2 to 3, 5.")
        );
    }

    [Theory]
    [InlineData("<col min=\"3\" max=\"3\" hidden=\"1\"/>", "A hidden column was read like the rest: C.")]
    [InlineData("<col min=\"2\" max=\"3\" width=\"0\"/>", "Hidden columns were read like the rest: B to C.")]
    [InlineData(
        "<col min=\"3\" max=\"3\" hidden=\"1\"/><col min=\"40\" max=\"16384\" hidden=\"1\"/>",
        "A hidden column was read like the rest: C."
    )]
    [InlineData("<col min=\"3\" max=\"3\" width=\"12\"/>", null)]
    public async Task Hidden_columns_with_texts_are_read_and_reported(string columns, string? said)
    {
        var reading = await ReadAsync(new XlsxBook { Columns = columns }.Sheet("Return", Header, Row(5.9, "2018/19")));

        reading.Rows.Accepted.ShouldBe(1);
        reading
            .Findings.ToList()
            .Select(f => $"{f.Code} {f.Message}")
            .ShouldBe(said is null ? [] : [$"COLUMNS_HIDDEN {said}"]);
    }

    [Theory]
    [InlineData(null, "", false)]
    [InlineData("", "", false)]
    [InlineData("0", "", true)]
    [InlineData(null, " t=\"str\"", false)]
    public async Task A_formula_that_no_program_has_calculated_is_not_blank(string? result, string type, bool onLoad)
    {
        var book = new XlsxBook { BehindSheets = onLoad ? "<calcPr fullCalcOnLoad=\"1\"/>" : "" };
        var reading = await ReadAsync(
            book.Sheet("Data", Header, Row(new XlsxBook.Formula(result, type), "2022/23"), Row(5.9, "2021/22"))
        );

        Figures(reading).ShouldBe([("2021/22", 5.9m)]);
        reading.Codes().ShouldBe(["CELL_UNREADABLE", "FORMULA_NOT_CALCULATED"]);
    }

    [Theory]
    [InlineData("5.9", "", 5.9)]
    [InlineData("0", "", 0.0)]
    [InlineData("", " t=\"str\"", null)]
    [InlineData("5.9", " t=\"str\"", 5.9)]
    public async Task A_formula_with_a_result_is_its_result(string result, string type, double? figure)
    {
        var reading = await ReadAsync(
            new XlsxBook().Sheet("Data", Header, Row(new XlsxBook.Formula(result, type), "2022/23"))
        );

        Figures(reading).ShouldBe([("2022/23", (decimal?)figure)]);
        reading.Codes().ShouldNotContain("FORMULA_NOT_CALCULATED");
    }

    [Fact]
    public async Task What_a_sheet_without_a_table_has_is_not_reported()
    {
        var book = new XlsxBook()
            .Sheet("Notes", ["Read me"], [new XlsxBook.Formula(null)], [new XlsxBook.Fault("#REF!")])
            .Sheet("Return", Header, Row(5.9, "2022/23"));

        (await ReadAsync(book)).Codes().ShouldBe(["SHEETS_READ"]);
    }

    [Fact]
    public async Task A_workbook_of_Excel_97_has_marks_hidden_parts_and_errors_too()
    {
        // LibreOffice wrote it. Its shared texts go on in further records.
        var reading = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(
                Path.Combine(AppContext.BaseDirectory, "Fixtures", "quirks.xls"),
                TestContext.Current.CancellationToken
            ),
            Feed.Local,
            "return.xls"
        );

        Figures(reading).ShouldBe([("2020/21", 4.5m), ("2021/22", 5.9m), ("2022/23", 3m)]);
        reading
            .Findings.ToList()
            .Select(f => (f.Code, f.Row))
            .ShouldBe([
                ("CELL_UNREADABLE", 5L),
                ("FOOTNOTE_LEFT_OUT", null),
                ("WORKBOOK_ERRORS", null),
                ("ROWS_HIDDEN", 4L),
                ("SHEET_HIDDEN", null),
                ("SHEETS_READ", null),
            ]);
        reading.Findings.ToList()[1].Message.ShouldStartWith("In 3 cells ");
    }

    [Theory]
    [InlineData(44)]
    [InlineData(48)]
    [InlineData(68)]
    [InlineData(76)]
    [InlineData(512)]
    public async Task A_damaged_workbook_of_Excel_97_ends(int at)
    {
        var book = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "quirks.xls"),
            TestContext.Current.CancellationToken
        );
        foreach (var value in new byte[] { 0, 1, 2, 0x7F, 0xFF })
        {
            var damaged = book.ToArray();
            damaged.AsSpan(at, 4).Fill(value);
            Should.NotThrow(() => OldWorkbookCells.Find(damaged));
        }
        Should.NotThrow(() => OldWorkbookCells.Find(book[..700]));
    }

    [Fact]
    public async Task Strict_Open_XML_is_read_as_any_other_workbook()
    {
        var whole = new XlsxBook().Sheet("Data", Header, Row(5.9, "2022/23")).ToBytes();
        var strict = Repacked.With(
            whole,
            text =>
                text.Replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main"
                    )
                    .Replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"
                    )
        );

        Figures(await Drop.ReadAsync(strict, Feed.Local)).ShouldBe([("2022/23", 5.9m)]);
    }

    private static IReadOnlyList<object?> Row(object figure, object period, object? area = null) =>
        ["overall-absence", area ?? "E10000024", period, "academic", figure];

    private static List<(string Period, decimal? Figure)> Figures(FileReading reading) =>
        [.. reading.Of("overall-absence", "E10000024").Select(o => (o.Period.Label, o.Value.Value))];

    private static Task<FileReading> ReadAsync(XlsxBook book) =>
        Drop.ReadAsync(book.ToBytes(), Feed.Local, "book.xlsx");
}
