using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Files;

/// <summary>OpenDocument spreadsheets, packed and flat.</summary>
public sealed class OpenDocumentTests
{
    private const string Blank = "<table:table-cell/>";
    private static readonly string[] Header = ["indicator", "area_code", "period", "year_type", "value"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_kind_of_cell_is_what_it_stores_and_not_what_it_shows(bool isFlat)
    {
        var book = new OdsBook().Sheet(
            "Data",
            Header,
            Row(5.9, "2022/23"),
            Row(new XlsxBook.Percentage(0.058m), "2021/22"),
            Row("c", "2020/21"),
            ["child-protection-plans", "E10000024", new DateOnly(2024, 3, 31), "", 30]
        );
        var reading = await ReadAsync(book, isFlat);

        Figures(reading).ShouldBe([("2020/21", null), ("2021/22", 5.8m), ("2022/23", 5.9m)]);
        reading.Of("child-protection-plans", "E10000024")[0].Period.Label.ShouldBe("31 March 2024");
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Repeated_cells_and_rows_keep_their_places()
    {
        var rows =
            OdsBook.Row(Header)
            + "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
            + "<table:table-row-group><table:table-row table:number-rows-repeated=\"2\">"
            + "<table:table-cell office:value-type=\"string\"><text:p>overall-absence</text:p></table:table-cell>"
            + "<table:covered-table-cell office:value-type=\"string\"><text:p>covered</text:p></table:covered-table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
            + "</table:table-row></table:table-row-group>"
            + OdsBook.Row(Row(5.9, "2022/23"));
        var reading = await ReadAsync(new OdsBook().Table("Data", "shown", rows));

        // The repeated row names no area.
        reading.Findings.ToList().Select(f => (f.Code, f.Rows)).ShouldBe([("AREA_UNKNOWN", "5, 6")]);
        reading.Of("overall-absence", "E10000024").ShouldHaveSingleItem().Row.ShouldBe(7);
    }

    [Fact]
    public async Task A_million_blank_rows_cost_nothing()
    {
        const string blank =
            "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        var rows = OdsBook.Row(Header) + OdsBook.Row(Row(5.9, "2022/23")) + blank;
        var reading = await ReadAsync(new OdsBook().Table("Data", "shown", rows));

        (reading.Rows.Read, reading.Rows.Accepted).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_row_that_is_repeated_to_the_last_corner_is_too_large()
    {
        const string bomb =
            "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" "
            + "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";

        (await ReadAsync(new OdsBook().Table("Data", "shown", bomb))).Codes().ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hidden_sheets_are_left_out_and_hidden_rows_reported(bool isFlat)
    {
        var hidden = OdsBook
            .Row(Row(5.8, "2021/22"))
            .Replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
        var book = new OdsBook()
            .Table("Old", "hidden", OdsBook.Row(Header) + OdsBook.Row(Row(55.5, "2020/21")))
            .Table("Return", "shown", OdsBook.Row(Header) + hidden + OdsBook.Row(Row(5.9, "2022/23")));
        var reading = await ReadAsync(book, isFlat);

        Figures(reading).ShouldBe([("2021/22", 5.8m), ("2022/23", 5.9m)]);
        reading.Codes().ShouldBe(["ROWS_HIDDEN", "SHEET_HIDDEN", "SHEETS_READ"]);
        reading.Findings.ToList()[0].Row.ShouldBe(2);
    }

    [Fact]
    public async Task Hidden_columns_are_reported()
    {
        var book = new OdsBook
        {
            Columns =
                "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column "
                + "table:visibility=\"collapse\"/>",
        };
        var reading = await ReadAsync(book.Sheet("Return", Header, Row(5.9, "2022/23")));

        reading.Findings.ToList().Select(f => f.Message).ShouldBe(["A hidden column was read like the rest: C."]);
    }

    [Fact]
    public async Task A_mark_in_superscript_is_no_part_of_a_figure()
    {
        var reading = await ReadAsync(
            new OdsBook().Sheet(
                "Data",
                Header,
                Row(Text("3<text:span text:style-name=\"raised\">1</text:span>"), "2022/23"),
                Row(Text("5.9<text:span text:style-name=\"also\"><text:s/>2</text:span>"), "2021/22"),
                Row(Text("4<text:span text:style-name=\"lowered\">.5</text:span>"), "2020/21")
            )
        );

        // Of digits in subscript nobody can say whether they are part of the figure.
        Figures(reading).ShouldBe([("2021/22", 5.9m), ("2022/23", 3m)]);
        reading.Codes().ShouldBe(["CELL_UNREADABLE", "FOOTNOTE_LEFT_OUT"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_comment_and_a_drawing_are_no_part_of_their_cell()
    {
        const string comment =
            "<office:annotation><dc:creator>Office</dc:creator><text:p>Check this</text:p></office:annotation>";
        const string drawing = "<draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame>";
        var cell = new OdsBook.Raw(
            $"<table:table-cell office:value-type=\"string\">{comment}<text:p>5.9</text:p>{drawing}</table:table-cell>"
        );

        Figures(await ReadAsync(new OdsBook().Sheet("Data", Header, Row(cell, "2022/23"))))
            .ShouldBe([("2022/23", 5.9m)]);
    }

    [Theory]
    [InlineData("<table:table-cell table:formula=\"of:=1+1\"/>", "FORMULA_NOT_CALCULATED")]
    [InlineData("<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\"/>", "FORMULA_NOT_CALCULATED")]
    [InlineData(
        "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>",
        "WORKBOOK_ERRORS"
    )]
    [InlineData(
        "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"><text:p>#DIV/0!</text:p></table:table-cell>",
        "WORKBOOK_ERRORS"
    )]
    public async Task A_formula_without_a_result_is_neither_blank_nor_zero(string cell, string code)
    {
        var reading = await ReadAsync(
            new OdsBook().Sheet("Data", Header, Row(new OdsBook.Raw(cell), "2022/23"), Row(5.9, "2021/22"))
        );

        Figures(reading).ShouldBe([("2021/22", 5.9m)]);
        reading.Codes().ShouldBe(["CELL_UNREADABLE", code]);
    }

    [Theory]
    [InlineData(false, "<office:annotation><text:p>NHS number 943 476 5919</text:p></office:annotation>", "")]
    [InlineData(true, "<office:annotation><text:p>NHS number 943 476 5919</text:p></office:annotation>", "")]
    [InlineData(false, "<draw:frame><text:p>NHS number 943 476 5919</text:p></draw:frame>", "")]
    [InlineData(false, "<text:p><text:a href=\"x?NHS number 943 476 5919\">y</text:a></text:p>", "")]
    [InlineData(false, "", "<table:named-range table:name=\"NHS number 943 476 5919\"/>")]
    public async Task Personal_data_beside_the_cells_refuses_the_document(bool isFlat, string inCell, string before)
    {
        var cell = new OdsBook.Raw($"<table:table-cell office:value-type=\"string\">{inCell}</table:table-cell>");
        var book = new OdsBook { BeforeSheets = before }.Sheet("Data", Header, [.. Row(5.9, "2022/23"), cell]);

        (await ReadAsync(book, isFlat)).Codes().ShouldBe(["PERSONAL_DATA"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Personal_data_in_the_properties_or_the_cells_refuses_the_document(bool isFlat)
    {
        var rows = new[] { Header, Row(5.9, "2022/23") };
        var described = new OdsBook { Meta = "<dc:description>9434765919</dc:description>" }.Sheet("Data", rows);
        var listed = new OdsBook().Sheet("Data", ["Surname", "Date of birth"], ["Other", new DateOnly(2011, 5, 12)]);

        (await ReadAsync(described, isFlat)).Codes().ShouldBe(["PERSONAL_DATA"]);
        (await ReadAsync(listed, isFlat)).Codes().ShouldBe(["PERSONAL_DATA"]);
    }

    [Fact]
    public async Task A_document_that_needs_a_password_is_found_as_one()
    {
        var manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"u8.ToArray();
        var book = Zipped.Create(
            ("META-INF/manifest.xml", manifest),
            ("content.xml", [0x12, 0xFE, 0x00, 0x81, 0x3C, 0x99])
        );

        (await Drop.ReadAsync(book, Feed.Local, "book.ods")).Codes().ShouldBe(["FILE_PROTECTED"]);
    }

    [Fact]
    public async Task A_text_document_is_no_spreadsheet()
    {
        var text = Zipped.Create(
            ("META-INF/manifest.xml", "<manifest/>"u8.ToArray()),
            ("content.xml", "<document-content><body><text><p>x</p></text></body></document-content>"u8.ToArray())
        );

        (await Drop.ReadAsync(text, Feed.Local, "book.odt")).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_bounds_of_a_workbook_hold(bool isFlat)
    {
        var small = new Limits
        {
            PackedTextBytes = 4000,
            PackedRowBytes = 8000,
            PackedOtherBytes = 40_000,
        };
        var book = new OdsBook().Sheet("Data", Header, Row(5.9, "2022/23"));
        byte[] Bytes(OdsBook of) => isFlat ? of.ToFlatBytes() : of.ToBytes();
        async Task<IReadOnlyList<string>> CodesAsync(OdsBook of) =>
            (await Drop.ReadAsync(Bytes(of), Feed.Local, "book.ods", small)).Codes();
        var many = string.Concat(Enumerable.Repeat(OdsBook.Row(Row(5.9, "2022/23")), 200));

        (await CodesAsync(book)).ShouldBeEmpty();
        (await CodesAsync(new OdsBook().Table("Data", "shown", OdsBook.Row(Header) + many))).ShouldBeEmpty();
        (await CodesAsync(new OdsBook().Sheet("Data", Header, [new string('x', 4100)]))).ShouldBe(["FILE_TOO_LARGE"]);
        (
            await CodesAsync(
                new OdsBook().Table(
                    "Data",
                    "shown",
                    $"<table:table-row>{string.Concat(Enumerable.Repeat(Blank, 1000))}</table:table-row>"
                )
            )
        ).ShouldBe(["FILE_TOO_LARGE"]);
        (
            await CodesAsync(new OdsBook { Meta = $"<x>{string.Concat(Enumerable.Repeat("<y/>", 11_000))}</x>" })
        ).ShouldBe(["FILE_TOO_LARGE"]);
    }

    [Fact]
    public async Task A_flat_document_in_a_zip_and_one_with_a_document_type_are_what_they_are()
    {
        var flat = new OdsBook().Sheet("Data", Header, Row(5.9, "2022/23")).ToFlatBytes();
        var typed = Encoding
            .UTF8.GetString(flat)
            .Replace("<office:document ", "<!DOCTYPE x [<!ENTITY a \"b\">]><office:document ");

        Figures(await Drop.ReadAsync(Zipped.Create(("return.fods", flat)), Feed.Local)).ShouldBe([("2022/23", 5.9m)]);
        (await Drop.ReadAsync(Encoding.UTF8.GetBytes(typed), Feed.Local)).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }

    private static OdsBook.Raw Text(string paragraph) =>
        new($"<table:table-cell office:value-type=\"string\"><text:p>{paragraph}</text:p></table:table-cell>");

    private static IReadOnlyList<object?> Row(object figure, object period) =>
        ["overall-absence", "E10000024", period, "academic", figure];

    private static List<(string Period, decimal? Figure)> Figures(FileReading reading) =>
        [.. reading.Of("overall-absence", "E10000024").Select(o => (o.Period.Label, o.Value.Value))];

    private static Task<FileReading> ReadAsync(OdsBook book, bool isFlat = false) =>
        Drop.ReadAsync(isFlat ? book.ToFlatBytes() : book.ToBytes(), Feed.Local, "book.ods");
}
