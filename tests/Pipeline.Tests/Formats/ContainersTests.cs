using System.Text;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Archives of a data file with what belongs to it, and files that are known by their content and not
/// read.</summary>
public sealed class ContainersTests
{
    private const string Meta =
        "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n"
        + "sess_overall_percent,Indicator,Overall absence rate,,%,1,,\n";

    private static readonly byte[] Data = Encoding.UTF8.GetBytes(
        $"{EesRows.Header}\n{EesRows.England}\n{EesRows.Notts}\n"
    );

    [Theory]
    [InlineData("absence.csv", "absence.meta.csv")]
    [InlineData("data/absence.csv", "data/ABSENCE.META.CSV")]
    public async Task A_zip_of_data_and_its_companion_is_both(string data, string meta)
    {
        var reading = await ReadAsync((data, Data), (meta, Encoding.UTF8.GetBytes(Meta)));

        reading.Rows.Accepted.ShouldBe(2);
        reading.Companion.ShouldNotBeNull();
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Guidance_in_a_zip_is_left_out_and_named()
    {
        var reading = await ReadAsync(
            ("data/absence.csv", Data),
            ("data-guidance/data-guidance.txt", "What the columns mean"u8.ToArray()),
            ("readme.PDF", "%PDF-1.7"u8.ToArray())
        );

        reading.Rows.Accepted.ShouldBe(2);
        var found = reading.Findings.ToList().ShouldHaveSingleItem();
        (found.Code, found.Message).ShouldBe(
            ("ARCHIVE_LEFT_OUT", "Beside the data the archive has data-guidance.txt, readme.PDF, which was not read.")
        );
    }

    [Fact]
    public async Task A_text_of_figures_beside_a_document_is_the_data() =>
        (await ReadAsync(("absence.txt", Data), ("readme.pdf", "%PDF-1.7"u8.ToArray()))).Rows.Accepted.ShouldBe(2);

    [Fact]
    public async Task Personal_data_anywhere_in_a_zip_refuses_it()
    {
        var note = "The NHS number 943 476 5919 is in error."u8.ToArray();
        var meta = Encoding.UTF8.GetBytes(Meta.Replace("Overall absence rate", "NHS number 943 476 5919"));

        (await ReadAsync(("absence.csv", Data), ("note.txt", note))).Codes().ShouldBe(["PERSONAL_DATA"]);
        (await ReadAsync(("absence.csv", Data), ("absence.meta.csv", meta))).Codes().ShouldBe(["PERSONAL_DATA"]);
    }

    [Fact]
    public async Task An_export_may_be_named_by_its_measure_inside_the_zip()
    {
        var export = "LA Number,LA and Regions,2022/23\n891,Nottinghamshire,7.4\n"u8.ToArray();
        var reading = await ReadAsync(("TotAbs.csv", export));

        reading.Of("overall-absence", "E10000024").ShouldHaveSingleItem().Value.Value.ShouldBe(7.4m);
    }

    [Fact]
    public async Task A_zip_without_one_data_file_is_refused()
    {
        (await ReadAsync(("a.csv", Data), ("b.csv", Data))).Codes().ShouldBe(["ARCHIVE_OF_MANY"]);
        (await ReadAsync(("a.pdf", Data), ("b.pdf", Data))).Codes().ShouldBe(["ARCHIVE_OF_MANY"]);
        // Whose companion it is, nobody can say.
        (await ReadAsync(("a.csv", Data), ("b.csv", Data), ("c.meta.csv", Encoding.UTF8.GetBytes(Meta))))
            .Codes()
            .ShouldBe(["ARCHIVE_OF_MANY"]);
    }

    [Fact]
    public async Task One_data_file_and_one_companion_are_a_pair_whatever_their_names()
    {
        var reading = await ReadAsync(("a.csv", Data), ("b.meta.csv", Encoding.UTF8.GetBytes(Meta)));

        reading.Refused.ShouldBeFalse();
        reading.Companion.ShouldNotBeNull();
    }

    public static TheoryData<string, string> Unread =>
        new()
        {
            { "%PDF-1.7\nabc", "a PDF document" },
            { "ID;PWXL;N;E\r\nC;Y1;X1;K\"indicator\"\r\nE\r\n", "a table in the SYLK form" },
            { "<html><body><table><tr><td>indicator</td></tr></table></body></html>", "a web page with a table" },
            { "\ufeff\r\n<TABLE border=1><tr><td>indicator</td></tr></TABLE>", "a web page with a table" },
            {
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                    + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/></Workbook>",
                "a workbook in the XML form of Excel 2003"
            },
            { "{\\rtf1 abc}", "a document in Rich Text Format" },
            { "TABLE\r\n0,1\r\n\"x\"\r\n", "a table in the DIF form" },
        };

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task A_file_of_another_kind_is_refused_by_its_name(string content, string kind)
    {
        var reading = await Drop.ReadAsync(content, Feed.Local, "return.xls");

        reading.Refused.ShouldBeTrue();
        var found = reading.Findings.ToList().ShouldHaveSingleItem();
        (found.Code, found.Message.Contains(kind, StringComparison.Ordinal)).ShouldBe(("FILE_KIND_NOT_READ", true));
    }

    [Theory]
    [InlineData("xl/workbook.bin", ".xlsb")]
    [InlineData("word/document.xml", "Word")]
    [InlineData("Index/Document.iwa", "Numbers")]
    public async Task A_packed_file_of_another_kind_is_refused_by_its_name(string part, string kind)
    {
        var reading = await ReadAsync(("[Content_Types].xml", "<Types/>"u8.ToArray()), (part, [1, 2, 3]));

        reading.Codes().ShouldBe(["FILE_KIND_NOT_READ"]);
        reading.Findings.ToList()[0].Message.ShouldContain(kind);
    }

    [Theory]
    [InlineData("<html><table><tr><td>Date of birth</td><td>12/05/2011</td></tr></table></html>")]
    [InlineData("<html><table><tr><td>NHS number 943 476 5919</td></tr></table></html>")]
    [InlineData("ID;PWXL;N;E\r\nC;Y1;X1;K\"NHS number 943 476 5919\"\r\nE\r\n")]
    public async Task A_file_of_another_kind_is_searched_for_personal_data(string content) =>
        (await Drop.ReadAsync(content, Feed.Local)).Codes().ShouldBe(["PERSONAL_DATA"]);

    [Theory]
    [InlineData("<html><body><form><table><tr><td>Sign in</td></tr></table></form></body></html>", "FILE_IS_WEB_PAGE")]
    [InlineData("ID,indicator\n1,x\n", "FORMAT_UNKNOWN")]
    public async Task What_only_looks_like_another_kind_is_what_it_is(string content, string code) =>
        (await Drop.ReadAsync(content, Feed.Local)).Codes().ShouldBe([code]);

    private static Task<FileReading> ReadAsync(params (string, byte[])[] files) =>
        Drop.ReadAsync(Zipped.Create(files), Feed.National, "download.zip");
}
