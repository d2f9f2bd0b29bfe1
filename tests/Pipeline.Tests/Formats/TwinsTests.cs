using System.Globalization;
using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats.Fingertips;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>The same table in any dress gives the same observations.</summary>
public sealed class TwinsTests
{
    private static readonly string Model =
        "LA num,LA Name,LA "
        + "number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP,SN4,SNP,SN5,SNP,SN6,SNP,SN7,SNP,SN8,SNP,SN9,SNP,SN10,SNP\n"
        + "891,Nottinghamshire,891,8,East Midlands,830,Extremely Close,860,Extremely Close,888,Extremely "
        + "Close,885,Very Close,925,Very Close,940,Very Close,909,Very Close,881,Very Close,886,Very "
        + "Close,896,Very Close\n";

    private static readonly Dictionary<string, (string Csv, string[] TextColumns)> Tables = new()
    {
        ["ees"] = (
            $"{EesRows.Header}\n{EesRows.England}\n{EesRows.EastMidlands}\n{EesRows.Notts}\n{EesRows.Notts.Replace("201011", "201112").Replace("5.7", "c")}\n",
            ["time_period", "old_la_code"]
        ),
        ["fingertips"] = ($"{FingertipsRows.Header}\n{FingertipsRows.England}\n{FingertipsRows.Notts}\n", []),
        ["lait"] = (
            $"{LaitRows.Header}\n{LaitRows.England}\n{LaitRows.Notts}\n{LaitRows.Notts.Replace("2015", "2016 (Rev)").Replace("4.53", "-")}\n",
            []
        ),
        ["neighbour-model"] = (Model, []),
    };

    public static TheoryData<string> Formats => [.. Tables.Keys];

    public static IEnumerable<TheoryDataRow<string, string, string, char, bool>> Dresses =>
        from format in Tables.Keys
        from encoding in new[] { "utf-8", "utf-8 with BOM", "utf-16", "utf-16BE", "utf-16 without BOM", "windows-1252" }
        from ending in new[] { "\n", "\r\n", "\r" }
        from separator in new[] { ',', ';', '\t' }
        from zipped in new[] { false, true }
        select new TheoryDataRow<string, string, string, char, bool>(format, encoding, ending, separator, zipped);

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task A_text_of_any_encoding_ending_and_separator_packed_or_not_is_the_same(
        string format,
        string encoding,
        string ending,
        char separator,
        bool zipped
    )
    {
        // An accent tells the older encoding from UTF-8.
        var text = Tables[format]
            .Csv.Replace(',', separator)
            .Replace("\n", ending)
            .Replace("East Midlands", "\u00C9ast Midlands");
        var bytes = Encoded(text, encoding);

        var reading = await Drop.ReadAsync(zipped ? Zipped.Create(("data.csv", bytes)) : bytes, Feed.Neighbours);

        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
        reading.Rows.Accepted.ShouldBe((await PlainAsync(format)).Rows.Accepted);
        reading.Findings.ToList().ShouldAllBe(f => f.Severity != Severity.Error);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_workbook_is_the_same_with_numbers_as_numbers(string format)
    {
        var (csv, texts) = Tables[format];

        var reading = await Drop.ReadAsync(
            new XlsxBook().Sheet("Data", XlsxBook.Typed(csv, texts)).ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        reading.Format.ShouldBe(format);
        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_workbook_is_the_same_with_everything_as_text(string format)
    {
        var rows = Tables[format]
            .Csv.TrimEnd('\n')
            .Split('\n')
            .Select(IReadOnlyList<object?> (line) => line.Split(','));

        var reading = await Drop.ReadAsync(
            new XlsxBook().Sheet("Data", [.. rows]).ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Blank_columns_and_rows_behind_the_table_and_a_sheet_of_contents_before_it_change_nothing(
        string format
    )
    {
        var (csv, texts) = Tables[format];
        var table = XlsxBook.Typed(csv, texts);
        var width = table[0].Count;
        IReadOnlyList<object?>[] padded =
        [
            .. table.Select(IReadOnlyList<object?> (row) => [.. row, "", "", " "]),
            [.. Enumerable.Repeat<object?>("", width)],
            [],
        ];

        var reading = await Drop.ReadAsync(
            new XlsxBook().Sheet("Contents", ["Table 1", "about"]).Sheet("Data", padded).ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
        reading.Rows.Accepted.ShouldBe((await PlainAsync(format)).Rows.Accepted);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_zipped_workbook_is_the_same(string format)
    {
        var (csv, texts) = Tables[format];

        var reading = await Drop.ReadAsync(
            Zipped.Create(("data.xlsx", new XlsxBook().Sheet("Data", XlsxBook.Typed(csv, texts)).ToBytes())),
            Feed.Neighbours,
            "file.zip"
        );

        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_OpenDocument_spreadsheet_is_the_same_packed_flat_and_zipped(string format)
    {
        var (csv, texts) = Tables[format];
        var book = new OdsBook().Sheet("Data", XlsxBook.Typed(csv, texts));

        foreach (var bytes in new[] { book.ToBytes(), book.ToFlatBytes(), Zipped.Create(("data.ods", book.ToBytes())) })
        {
            var reading = await Drop.ReadAsync(bytes, Feed.Neighbours, "file.ods");
            reading.Format.ShouldBe(format);
            Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
            reading.Findings.ToList().ShouldAllBe(f => f.Severity != Severity.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Hidden_sheets_marks_of_footnotes_and_strict_names_change_nothing(string format)
    {
        var (csv, texts) = Tables[format];
        var table = XlsxBook.Typed(csv, texts);
        IReadOnlyList<object?>[] marked =
        [
            table[0],
            .. table
                .Skip(1)
                .Select(
                    IReadOnlyList<object?> (row) =>
                        [
                            .. row.Select(cell =>
                                cell is double number
                                    ? new XlsxBook.Runs(
                                        (number.ToString(CultureInfo.InvariantCulture), false),
                                        ("1", true)
                                    )
                                : cell is string { Length: > 1 } text ? new XlsxBook.Runs((text, false), ("a", true))
                                : cell
                            ),
                        ]
                ),
        ];
        var bytes = new XlsxBook { Epilogue = "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>" }
            .SheetIn("veryHidden", "Old", XlsxBook.Typed(csv.Replace('4', '5'), texts))
            .Sheet("Data", marked)
            .ToBytes();
        var strict = Repacked.With(
            bytes,
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

        foreach (var each in new[] { bytes, strict })
        {
            var reading = await Drop.ReadAsync(each, Feed.Neighbours, "file.xlsx");
            Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
            reading.Codes().ShouldBe(["FOOTNOTE_LEFT_OUT", "SHEET_HIDDEN", "SHEETS_READ"]);
        }
    }

    [Fact]
    public async Task A_zip_of_the_data_with_its_companion_and_guidance_is_the_same()
    {
        const string meta =
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n"
            + "sess_overall_percent,Indicator,Overall absence rate,,%,1,,\n";
        var reading = await Drop.ReadAsync(
            Zipped.Create(
                ("data/absence.csv", Encoding.UTF8.GetBytes(Tables["ees"].Csv)),
                ("data/absence.meta.csv", Encoding.UTF8.GetBytes(meta)),
                ("data-guidance/data-guidance.txt", "How to use the data."u8.ToArray())
            ),
            Feed.Neighbours,
            "file.zip"
        );

        Summary(reading).ShouldBe(Summary(await PlainAsync("ees")));
        reading.Codes().ShouldContain("ARCHIVE_LEFT_OUT");
    }

    [Theory]
    [InlineData("ees")]
    [InlineData("lait")]
    [InlineData("neighbour-model")]
    public async Task An_old_workbook_that_LibreOffice_wrote_is_the_same(string format)
    {
        var reading = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"{format}.xls")),
            Feed.Neighbours,
            "file.xls"
        );

        reading.Format.ShouldBe(format);
        Summary(reading).ShouldBe(Summary(await PlainAsync(format)));
    }

    [Fact]
    public async Task A_row_keeps_the_number_that_a_spreadsheet_shows()
    {
        var table = XlsxBook.Typed(Tables["ees"].Csv, Tables["ees"].TextColumns);

        var reading = await Drop.ReadAsync(
            new XlsxBook()
                .Sheet(
                    "Data",
                    [
                        ["Absence, 2011"],
                        [],
                        .. table,
                    ]
                )
                .ToBytes(),
            Feed.National,
            "file.xlsx"
        );

        reading.Of("overall-absence", "E10000024")[0].Row.ShouldBe(6);
    }

    [Fact]
    public async Task A_percentage_means_what_it_shows_a_printed_sign_means_nothing_and_an_error_is_no_blank()
    {
        IReadOnlyList<object?> Row(int year, object value) =>
            ["TotAbs", "Overall absence", year, "Nottinghamshire", value, 891, "East Midlands"];
        var reading = await Drop.ReadAsync(
            new XlsxBook()
                .Sheet(
                    "Data",
                    [
                        LaitRows.Header.Split(','),
                        Row(2014, new XlsxBook.Percentage(0.0453m)),
                        Row(2015, new XlsxBook.PrintedPercent(4.6m)),
                        Row(2016, new XlsxBook.Fault("#N/A")),
                    ]
                )
                .ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        reading.Of("overall-absence", "E10000024").Select(o => o.Value.Value).ShouldBe([4.53m, 4.6m]);
        reading.Codes().ShouldBe(["CELL_UNREADABLE", "WORKBOOK_ERRORS"]);
    }

    [Fact]
    public async Task A_date_is_the_day_that_it_shows()
    {
        IReadOnlyList<object?> Row(object period) => ["child-protection-plans", "E10000024", period, "", 4.5];
        const string header = "indicator,area_code,period,year_type,value";
        var text = await Drop.ReadAsync($"{header}\nchild-protection-plans,E10000024,2024-03-31,,4.5\n", Feed.Local);
        var reading = await Drop.ReadAsync(
            new XlsxBook().Sheet("Data", header.Split(','), Row(new DateOnly(2024, 3, 31))).ToBytes(),
            Feed.Local,
            "file.xlsx"
        );

        Summary(reading).ShouldBe(Summary(text));
        reading.Of("child-protection-plans", "E10000024").ShouldHaveSingleItem().Period.Label.ShouldBe("31 March 2024");
    }

    [Fact]
    public async Task Two_sheets_of_data_are_both_read_and_the_column_names_its_sheet()
    {
        var reading = await Drop.ReadAsync(
            new XlsxBook()
                .Sheet("2015", XlsxBook.Typed($"{LaitRows.Header}\n{LaitRows.Notts}\n"))
                .Sheet("England", XlsxBook.Typed($"{LaitRows.Header}\n{LaitRows.England}\n"))
                .ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        reading
            .Series.ToSeries()
            .Select(s => (s.Area, s.Column))
            .ShouldBe([("E10000024", "2015!Values"), ("E92000001", "England!Values")]);
        reading.Rows.Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_that_contradicts_one_of_another_sheet_says_which_sheet()
    {
        var reading = await Drop.ReadAsync(
            new XlsxBook()
                .Sheet("First", XlsxBook.Typed($"{LaitRows.Header}\n{LaitRows.Notts}\n"))
                .Sheet("Second", XlsxBook.Typed($"{LaitRows.Header}\n{LaitRows.Notts.Replace("4.53", "4.6")}\n"))
                .ToBytes(),
            Feed.Neighbours,
            "file.xlsx"
        );

        var conflict = reading.Findings.ToList().Single(f => f.Code == "ROWS_CONFLICT");
        conflict.Message.ShouldStartWith("Row 2 of sheet First gives");
        (conflict.Row, conflict.Column).ShouldBe((2, "Second!Values"));
    }

    [Fact]
    public async Task A_title_with_a_comma_does_not_hide_that_cells_are_separated_by_semicolons()
    {
        var reading = await Drop.ReadAsync(
            $"Absence, by authority\n\n{LaitRows.Header}\n{LaitRows.Notts}\n"
                .Replace("Absence,", "Absence#")
                .Replace(',', ';')
                .Replace("Absence#", "Absence,"),
            Feed.Neighbours
        );

        reading.Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_Mac_keeps_beside_a_zipped_file_is_no_second_file()
    {
        var reading = await Drop.ReadAsync(
            Zipped.Create(
                ("data.csv", Encoding.UTF8.GetBytes(Tables["lait"].Csv)),
                ("__MACOSX/._data.csv", [0, 5, 22, 7])
            ),
            Feed.Neighbours,
            "file.zip"
        );

        reading.Rows.Accepted.ShouldBe(3);
    }

    private static Task<FileReading> PlainAsync(string format) => Drop.ReadAsync(Tables[format].Csv, Feed.Neighbours);

    private static byte[] Encoded(string text, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding =
            name == "utf-8 with BOM" ? Encoding.UTF8
            : name == "utf-8" ? new UTF8Encoding(false)
            : name == "utf-16 without BOM" ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : Encoding.GetEncoding(name);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static List<string> Summary(FileReading reading) =>
        [
            .. reading
                .Series.ToSeries()
                .SelectMany(s =>
                    s.Observations.Select(o =>
                        $"{s.Indicator} {s.Area} {s.Source} {o.Period.Key} {o.Value.Value:G29} {o.Value.Symbol} "
                        + $"{o.Numerator:G29} {o.Denominator:G29} {o.Lower:G29} {o.Upper:G29} {o.RevisionStatus} "
                        + $"{o.Note} {o.Row}"
                    )
                ),
            .. reading.Neighbours.Select(n =>
                $"{n.Key} {string.Join(", ", n.Value.Select(v => $"{v.Area.Code} {v.Closeness}"))}"
            ),
        ];
}
