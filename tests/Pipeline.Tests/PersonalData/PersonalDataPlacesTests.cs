using System.IO.Compression;
using System.Text;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats.Fingertips;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>All that can be shown or kept is looked at, wherever it is in a file. Every number is made up.</summary>
public sealed class PersonalDataPlacesTests
{
    private const string Nhs = "9434765919";

    private static readonly string Sound = $"{EesRows.Header}\n{EesRows.Notts}\n";

    [Theory]
    [InlineData("943 476 5919", "NHS numbers")]
    [InlineData("Ermintrude Moss 9434765919", "NHS numbers")]
    [InlineData("zq@example.org", "e-mail addresses")]
    [InlineData("NG2\u00A07QP", "postcodes")]
    [InlineData("H801200001001", "pupil or learner numbers")]
    [InlineData("AB 12 34 56 C", "National Insurance numbers")]
    [InlineData("07700 900123", "telephone numbers")]
    [InlineData("Zebedee Quill 12/03/2009", "dates of birth")]
    [InlineData("QUILL 12 March 2009", null)]
    [InlineData("Zebedee born 12/03/2009", "dates of birth")]
    [InlineData("Overall Absence 12/03/2020", null)]
    [InlineData("Week Ending 12/03/2020", null)]
    [InlineData("Nottinghamshire County 31/03/2012", null)]
    [InlineData("12/03/2020", null)]
    [InlineData("d\u200Bo\u200Bb", "dates of birth")]
    [InlineData("\uFF24\uFF2F\uFF22", "dates of birth")]
    [InlineData("NHS\u00A0Number", "NHS numbers")]
    public async Task A_heading_is_looked_at_in_files_of_every_format_and_of_none(string heading, string? kind)
    {
        foreach (
            var (header, row, feed) in new[]
            {
                (EesRows.Header, EesRows.Notts, Feed.National),
                (FingertipsRows.Header, FingertipsRows.Notts, Feed.Obesity),
                (LaitRows.Header, LaitRows.Notts, Feed.Neighbours),
                (
                    "indicator,area_code,period,year_type,value",
                    "neet-years-12-to-14,E10000024,2012/13 Q2,,2.9",
                    Feed.Local
                ),
                ("priority,reference,action,lead,status", "1,1.1,Do it,Director,Completed", Feed.KeyActions),
                ("col_name,col_type,label", "a,Filter,b", Feed.National),
                ("nobody,knows,this", "1,2,3", Feed.National),
            }
        )
        {
            var reading = await Drop.ReadAsync($"{header},{heading}\n{row},1\n", feed);
            if (kind is null)
                reading.HoldsPersonalData.ShouldBeFalse();
            else
                IsRefused(reading, $"{kind} in 1 column");
        }
    }

    [Theory]
    [InlineData("Forename", "Zebedee", "Ermintrude", "names of people in a row")]
    [InlineData("Date of birth", "12/03/2009", "2008-04-02", "dates of birth in a row")]
    [InlineData("NHS number", Nhs, "4010232137", "NHS numbers in a row")]
    [InlineData("UPN", "H801200001001", "x", "pupil or learner numbers in a row")]
    public async Task A_table_on_its_side_is_told_by_the_names_of_its_rows(
        string name,
        string one,
        string other,
        string found
    )
    {
        var others = string.Concat(Enumerable.Range(0, 30).Select(i => $"measure {i},{i},{i}\n"));
        IsRefused(await Drop.ReadAsync($"field,first,second\n{others}{name},{one},{other}\n"), found);
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("reference")]
    [InlineData("action")]
    [InlineData("lead")]
    [InlineData("status")]
    [InlineData("note")]
    public async Task Each_column_of_key_actions_is_looked_at(string column)
    {
        string[] columns = ["priority", "reference", "action", "lead", "status", "note"],
            cells = ["1", "1.1", "Do it", "Director", "Completed", "None"];
        foreach (
            var (held, kind) in new[]
            {
                ("NG2 7QP", "postcodes"),
                ("<zq@example.org>", "e-mail addresses"),
                ("943\u2009476\u20095919", "NHS numbers"),
            }
        )
        {
            var row = string.Join(',', columns.Zip(cells, (name, cell) => name == column ? held : cell));
            IsRefused(
                await Drop.ReadAsync($"{string.Join(',', columns)}\n{row}\n", Feed.KeyActions),
                $"{kind} in 1 column"
            );
        }
    }

    [Theory]
    [InlineData("col_name,col_type,label\n9434765919,Filter,x\n")]
    [InlineData("col_name,col_type,label\nx,Filter,Zebedee Quill born 12/03/2009\n")]
    [InlineData("col_name,col_type,label,filter_hint\nx,Filter,y,Ask zq@example.org\n")]
    public async Task One_cell_of_a_companion_is_enough(string text) =>
        (await Drop.ReadAsync(text, name: "a.meta.csv")).HoldsPersonalData.ShouldBeTrue();

    [Theory]
    [InlineData("a,b,b\n1,2,3\n")]
    [InlineData("time_period,time_identifier,geographic_level,country_code,country_name,x,x\n1,2,3,4,5,6,7\n")]
    [InlineData("time_period,time_identifier,geographic_level,country_code,country_name\n1,\"2\"3,4,5,6\n")]
    public async Task What_is_refused_for_another_reason_is_looked_at_to_its_end(string faulty)
    {
        var rows = string.Concat(Enumerable.Repeat("1,2,3,4,5\n", 20_000));
        var reading = await Drop.ReadAsync(
            $"{faulty}{rows}{string.Concat(Enumerable.Repeat("Zebedee Quill NHS 9434765919,2,3,4,5\n", 10))}"
        );
        reading.Findings.ToList().ShouldHaveSingleItem().Code.ShouldBe("PERSONAL_DATA");
        (await Drop.ReadAsync($"{faulty}{rows}")).Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Zebedee Quill 9434765919")]
    [InlineData("Quill_NG2_7QP")]
    public async Task The_name_of_a_sheet(string name)
    {
        IsRefused(await BookAsync(new XlsxBook().Sheet(name, XlsxBook.Typed(Sound, "time_period"))), null);
        IsRefused(
            await BookAsync(new XlsxBook().Sheet("Data", XlsxBook.Typed(Sound, "time_period")).Sheet(name, ["x"])),
            null
        );
    }

    [Theory]
    [InlineData(
        "docProps/core.xml",
        "<cp:coreProperties><dc:title>Zebedee Quill 9434765919</dc:title></cp:coreProperties>",
        true
    )]
    [InlineData(
        "docProps/core.xml",
        "<cp:coreProperties><dc:creator>team@example.org</dc:creator></cp:coreProperties>",
        false
    )]
    [InlineData("docProps/app.xml", "<Properties><Company>AB 12 34 56 C</Company></Properties>", true)]
    [InlineData(
        "docProps/custom.xml",
        "<Properties><property name=\"Child\"><vt:lpwstr>born 12/03/2009</vt:lpwstr></property></Properties>",
        true
    )]
    [InlineData("docProps/custom.xml", "<Properties><property name=\"H801200001001\"/></Properties>", true)]
    [InlineData(
        "xl/comments1.xml",
        "<comments><comment><text><r><t>NG2 </t></r><r><rPr><b/></rPr><t>7QP</t></r></text></comment></comments>",
        true
    )]
    [InlineData("xl/comments1.xml", "<comments><comment><text><t>See note 2</t></text></comment></comments>", false)]
    [InlineData(
        "xl/threadedComments/threadedComment1.xml",
        "<ThreadedComments><threadedComment><text>07700 900123</text></threadedComment></ThreadedComments>",
        true
    )]
    [InlineData(
        "xl/persons/person.xml",
        "<personList><person displayName=\"Officer\" userId=\"officer@example.org\"/></personList>",
        false
    )]
    [InlineData(
        "xl/tables/table1.xml",
        "<table><tableColumns><tableColumn name=\"Quill 9434765919\"/></tableColumns></table>",
        true
    )]
    [InlineData(
        "xl/drawings/drawing1.xml",
        "<xdr:wsDr><a:p><a:r><a:t>NHS 943</a:t></a:r><a:r><a:t> 476 5919</a:t></a:r></a:p></xdr:wsDr>",
        true
    )]
    [InlineData("xl/charts/chart1.xml", "<c:chart><c:pt><c:v>943-476-5919</c:v></c:pt></c:chart>", true)]
    [InlineData(
        "xl/externalLinks/externalLink1.xml",
        "<externalLink><cell><v>943&#160;476&#160;5919</v></cell></externalLink>",
        true
    )]
    [InlineData("xl/embeddings/old.bin", "....Zebedee NHS 9434765919....", true)]
    [InlineData("customXml/item1.xml", "<child>Date of birth: 12 March 2009</child>", true)]
    [InlineData(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<pivotCacheDefinition><cacheFields><cacheField name=\"Date of birth\"/></cacheFields></pivotCacheDefinition>",
        true
    )]
    [InlineData(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<pivotCacheDefinition><cacheFields><cacheField name=\"zz\"><sharedItems><n "
            + "v=\"9434765919\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
        true
    )]
    [InlineData(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<pivotCacheDefinition><cacheFields><cacheField name=\"zz\"><sharedItems><d "
            + "v=\"2009-03-12T00:00:00\"/><d v=\"2009-04-12T00:00:00\"/><d "
            + "v=\"2009-05-12T00:00:00\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
        true
    )]
    [InlineData(
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "<pivotCacheDefinition><cacheFields><cacheField name=\"Year\"><sharedItems><n "
            + "v=\"2012\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
        false
    )]
    [InlineData(
        "xl/pivotCache/pivotCacheRecords1.xml",
        "<pivotCacheRecords><r><x v=\"0\"/><s v=\"NG2 7QP\"/></r><r><x v=\"1\"/><s v=\"NG2 "
            + "8QP\"/></r></pivotCacheRecords>",
        true
    )]
    [InlineData(
        "xl/pivotCache/pivotCacheRecords1.xml",
        "<pivotCacheRecords><r><x v=\"0\"/><n v=\"12.5\"/></r></pivotCacheRecords>",
        false
    )]
    [InlineData("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><s v=\"943 476 5919\"/></r><cut", true)]
    [InlineData("xl/media/NG2 7QP.txt", "x", true)]
    [InlineData(
        "xl/worksheets/sheet9.xml",
        "<worksheet><sheetData/><headerFooter><oddFooter>943 476 5919</oddFooter></headerFooter></worksheet>",
        true
    )]
    [InlineData(
        "xl/worksheets/sheet9.xml",
        "<worksheet><headerFooter><oddFooter>943 476 5919</oddFooter></headerFooter><sheetData/></worksheet>",
        true
    )]
    [InlineData(
        "xl/worksheets/sheet9.xml",
        "<worksheet><sheetData><row><c><v>943 476 5919</v></c></row></sheetData></worksheet>",
        false
    )]
    [InlineData("xl/worksheets/sheet9.xml", "<comments><t>943 476 5919</t></comments>", true)]
    [InlineData(
        "xl/worksheets/sheet9.xml",
        "<x:worksheet><x:sheetData></x:sheetData><x:headerFooter><x:oddFooter>943 476 "
            + "5919</x:oddFooter></x:headerFooter></x:worksheet>",
        true
    )]
    public Task What_a_workbook_keeps_beside_its_cells(string part, string content, bool isRefused) =>
        IsRefusedAsync(part, Encoding.UTF8.GetBytes(content), isRefused);

    [Fact]
    public Task The_footer_of_a_sheet_in_another_encoding() =>
        IsRefusedAsync(
            "xl/worksheets/sheet9.xml",
            [
                .. Encoding.Unicode.Preamble,
                .. Encoding.Unicode.GetBytes(
                    "<worksheet><sheetData/><headerFooter><oddFooter>943 476 5919</oddFooter></headerFooter></worksheet>"
                ),
            ],
            true
        );

    [Theory]
    [InlineData("943 476 5919", "", true)]
    [InlineData("", "943 476 5919", true)]
    [InlineData("", "", false)]
    public Task The_header_and_the_footer_of_a_sheet_of_many_rows(string header, string footer, bool isRefused)
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c><v>943 476 5919</v></c></row>", 10_000));
        return IsRefusedAsync(
            "xl/worksheets/sheet9.xml",
            Encoding.UTF8.GetBytes(
                $"<worksheet><headerFooter><oddHeader>{header}</oddHeader></headerFooter><sheetData>{rows}</sheetData>"
                    + $"<headerFooter><oddFooter>{footer}</oddFooter></headerFooter></worksheet>"
            ),
            isRefused
        );
    }

    private static async Task IsRefusedAsync(string part, byte[] content, bool isRefused)
    {
        var book = new XlsxBook().Sheet("Data", XlsxBook.Typed(Sound, "time_period"));
        book.Others.Add((part, content));
        var reading = await BookAsync(book);
        reading.HoldsPersonalData.ShouldBe(isRefused);
        reading.Refused.ShouldBe(isRefused);
    }

    [Theory]
    [InlineData(
        "<row r=\"9\"/></sheetData><headerFooter><oddHeader>&amp;LZebedee NHS 9434765919</oddHeader></headerFooter>"
    )]
    [InlineData("</sheetData><hyperlinks><hyperlink ref=\"A1\" tooltip=\"943 476 5919\"/></hyperlinks>")]
    public async Task What_a_sheet_has_behind_its_cells(string behind)
    {
        var book = new XlsxBook { Epilogue = behind }.Sheet("Data", XlsxBook.Typed(Sound, "time_period"));
        (await BookAsync(book)).HoldsPersonalData.ShouldBeTrue();
    }

    [Fact]
    public async Task Sheets_behind_one_that_refuses_the_workbook()
    {
        IReadOnlyList<object?>[] people =
        [
            ["thing", "code"],
            .. Enumerable.Repeat<IReadOnlyList<object?>>(["x", "NG2 7QP"], 5),
        ];
        var book = new XlsxBook().Sheet("Data", XlsxBook.Typed("a,b,b\n1,2,3\n")).Sheet("More", people);
        IsRefused(await BookAsync(book), "postcodes in 1 column");
    }

    [Fact]
    public async Task The_names_and_the_files_of_an_archive()
    {
        var sound = Encoding.UTF8.GetBytes(Sound);
        IsRefused(await Drop.ReadAsync(Zipped.Create(($"Quill {Nhs}.csv", sound)), name: "a.zip"), null);
        IsRefused(await Drop.ReadAsync(Zipped.Create(("Quill NG2 7QP/a.csv", sound)), name: "a.zip"), null);
        IsRefused(
            await Drop.ReadAsync(
                Zipped.Create(("a.csv", sound), ("b.csv", Encoding.UTF8.GetBytes("thing,dob\n1,2\n"))),
                name: "a.zip"
            ),
            null
        );
        (await Drop.ReadAsync(Zipped.Create(("a.csv", sound), ("b.csv", sound)), name: "a.zip"))
            .Codes()
            .ShouldBe(["ARCHIVE_OF_MANY"]);

        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.Comment = $"Zebedee Quill {Nhs}";
            using var entry = zip.CreateEntry("a.csv").Open();
            entry.Write(sound);
        }
        IsRefused(await Drop.ReadAsync(content.ToArray(), name: "a.zip"), null);
    }

    [Theory]
    [InlineData("Zebedee Quill 03-04-2012.csv", true)]
    [InlineData("obesity/Zebedee_Quill_2012-04-03.xlsx", true)]
    [InlineData("2012-04-03 Zebedee Quill (1).csv", true)]
    [InlineData("ZebedeeQuill 03042012.csv", true)]
    [InlineData("Overall Absence 2025-10-16.csv", false)]
    [InlineData("key-actions/Key Actions 03-04-2025.csv", false)]
    [InlineData("Statistical Neighbours 2025-05-01.xlsx", false)]
    [InlineData("LAIT Under18concep 2026-01-12.csv", false)]
    [InlineData("Milton Keynes 03-04-2025.csv", false)]
    [InlineData("absence in nottinghamshire 03-04-2025.csv", false)]
    public void A_person_with_a_day_in_the_name_of_a_file_is_found(string name, bool isFound) =>
        (ShownName.Find(name) is not null).ShouldBe(isFound);

    [Theory]
    [InlineData("Name\nJane Quill\nPeter Moss\nAisha Khan\n", true)]
    [InlineData("Jane Quill\nPeter Moss\nAisha Khan\n", true)]
    [InlineData("Pupil,Year,School\n\"Quill, Jane\",5,Hill\n\"Moss, Peter\",6,Hill\n\"Khan, Aisha\",6,Hill\n", true)]
    [InlineData("Place\nMilton Keynes\nChester West\nSt Helens\nKingston\n", false)]
    [InlineData("School\nHill Primary\nJane Quill School\nPark Infant\nPeter Moss Academy\nLea\nDale\nWye\n", false)]
    [InlineData(
        "priority,reference,action,lead,state\n1,1,Do,Jane Quill,x\n1,2,Do,Peter Moss,x\n1,3,Do,Aisha Khan,x\n",
        false
    )]
    public async Task A_list_of_people_that_no_reader_knows_is_personal_data(string text, bool isFound) =>
        (await Drop.ReadAsync(text)).HoldsPersonalData.ShouldBe(isFound);

    [Theory]
    [InlineData("national/absence_2012-10-18.csv", "national/absence_2012-10-18.csv")]
    [InlineData("national/Quill 9434765919.csv", "national/name-withheld.csv")]
    [InlineData("national/Quill_943-476-5919.meta.csv", "national/name-withheld.meta.csv")]
    [InlineData("national/Quill 9434765919/absence.csv", "national/name-withheld/absence.csv")]
    [InlineData("national/zq@example.org.csv", "national/name-withheld.csv")]
    [InlineData("Quill dob 12.03.2009.xlsx", "name-withheld.xlsx")]
    public void The_name_of_a_file_is_shown_without_it(string blob, string shown) => ShownName.Of(blob).ShouldBe(shown);

    private static Task<FileReading> BookAsync(XlsxBook book) => Drop.ReadAsync(book.ToBytes(), name: "file.xlsx");

    private static void IsRefused(FileReading reading, string? places)
    {
        reading.Refused.ShouldBeTrue();
        var finding = reading.Findings.ToList().ShouldHaveSingleItem();
        finding.Code.ShouldBe(Check.PersonalData.Code);
        if (places is not null)
            finding.Message.ShouldEndWith($": {places}.");
    }
}
