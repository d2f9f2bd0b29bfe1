using System.Text;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats.Fingertips;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>A file about individuals is refused, and nothing of it is repeated. Every number here is made up.</summary>
public sealed class PersonalDataTests
{
    private const string Local = "indicator,area_code,period,year_type,value";

    [Theory]
    [InlineData("forename", "names of people")]
    [InlineData("Surname", "names of people")]
    [InlineData("first_name", "names of people")]
    [InlineData("LastName", "names of people")]
    [InlineData("child's full name", "names of people")]
    [InlineData("DOB", "dates of birth")]
    [InlineData("date_of_birth", "dates of birth")]
    [InlineData("DateOfBirth", "dates of birth")]
    [InlineData("NHSNumber", "NHS numbers")]
    [InlineData("nhs no", "NHS numbers")]
    [InlineData("upn", "pupil or learner numbers")]
    [InlineData("Former UPN", "pupil or learner numbers")]
    [InlineData("home-postcode", "postcodes")]
    [InlineData("post code", "postcodes")]
    [InlineData("Address 1", "addresses")]
    [InlineData("child_id", "numbers of individuals")]
    [InlineData("ChildID", "numbers of individuals")]
    [InlineData("E-mail", "e-mail addresses")]
    [InlineData("email_address", "e-mail addresses")]
    public async Task A_column_named_so_refuses_the_file(string name, string kind)
    {
        var reading = await Drop.ReadAsync($"case,{name},value\n1,2,3\n");

        IsRefused(reading, $"The file seems to hold data about individuals: {kind} in 1 column.");
    }

    [Theory]
    [InlineData("la_name")]
    [InlineData("school_name")]
    [InlineData("AreaName")]
    [InlineData("Parent Name")]
    [InlineData("Indicator Name")]
    [InlineData("country_name")]
    [InlineData("forenames_known_percent_of_all_forms_which_were_sent_in_by_schools")]
    [InlineData("dobson")]
    [InlineData("pupils")]
    [InlineData("addressed")]
    [InlineData("pupil_number")]
    public async Task A_column_named_so_does_not(string name) =>
        (await Drop.ReadAsync($"case,{name},value\n1,2,3\n")).Codes().ShouldNotContain("PERSONAL_DATA");

    [Theory]
    [InlineData("943 476 5919", "NHS numbers")]
    [InlineData("9434765919", "NHS numbers")]
    [InlineData("943-476-5919", "NHS numbers")]
    [InlineData("H801200001001", "pupil or learner numbers")]
    [InlineData("NG2 7QP", "postcodes")]
    [InlineData("ng27qp", "postcodes")]
    [InlineData("EC1A 1BB", "postcodes")]
    [InlineData("jane.doe@example.org", "e-mail addresses")]
    public async Task Cells_that_look_so_refuse_the_file_whatever_the_column_is_called(string cell, string kind)
    {
        var reading = await Drop.ReadAsync($"thing,code\n1,{cell}\n2,{cell}\n3,{cell}\n");

        IsRefused(reading, $"The file seems to hold data about individuals: {kind} in 1 column.");
    }

    [Theory]
    [InlineData("943 476 5918")]
    [InlineData("9434765918")]
    [InlineData("A801200001001")]
    [InlineData("E10000024")]
    [InlineData("NG2")]
    [InlineData("5N8")]
    [InlineData("someone at example.org")]
    [InlineData("2012/13 Q2")]
    public async Task Cells_that_look_so_do_not(string cell) =>
        (await Drop.ReadAsync($"thing,code\n1,{cell}\n2,{cell}\n3,{cell}\n")).Codes().ShouldNotContain("PERSONAL_DATA");

    [Fact]
    public async Task A_few_of_many_large_counts_that_pass_the_check_digit_do_not()
    {
        var rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"a,{4_000_000_000 + (i * 1_234_567L)}\n"));

        (await Drop.ReadAsync($"thing,amount\n{rows}")).Codes().ShouldNotContain("PERSONAL_DATA");
    }

    [Fact]
    public async Task The_address_of_the_publisher_on_a_cover_sheet_does_not() =>
        (
            await Drop.ReadAsync(
                "Statistics,\nContact,\nE-mail,team@example.org\nWhere,LS2 7UE\nMade in,2012\nCopyright,Crown\n"
            )
        )
            .Codes()
            .ShouldNotContain("PERSONAL_DATA");

    [Theory]
    [InlineData("Method of contact,2010/11,2011/12\nTelephone,120,130\nE-mail,40,60\nMobile phone,x,1.5\n")]
    [InlineData("Contacts by method\nHow,Year,Quarter\nTelephone,yes,no\nPost,no,no\n")]
    [InlineData("Contacts by method\nTelephone,120,130\nE-mail,40,60\n")]
    public async Task Such_a_word_as_the_label_of_a_row_does_not(string table) =>
        (await Drop.ReadAsync(table)).Codes().ShouldBe(["FORMAT_UNKNOWN"]);

    [Theory]
    [InlineData("Telephone,2010/11,2011/12\na,120,130\n")]
    [InlineData("A list of contacts\nTelephone,Town,Team\na,b,c\n")]
    [InlineData("A list of contacts\nTown,Team,Telephone\na,b,c\n")]
    [InlineData("Method,Made,By\na,b,c\nTown,Team,Telephone\na,b,c\n")]
    public async Task Such_a_word_as_a_heading_does(string table) =>
        IsRefused(
            await Drop.ReadAsync(table),
            "The file seems to hold data about individuals: telephone numbers in 1 column."
        );

    [Fact]
    public async Task Personal_data_far_down_a_long_file_refuses_it()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{(i < 3000 ? "" : "NG2 7QP")}\n"));

        IsRefused(
            await Drop.ReadAsync($"thing,code\n{rows}"),
            "The file seems to hold data about individuals: postcodes in 1 column."
        );
    }

    [Theory]
    [InlineData(Local, "neet-years-12-to-14,E10000024,2012/13 Q2,,2.9", Feed.Local)]
    [InlineData(EesRows.Header, EesRows.Notts, Feed.National)]
    [InlineData(FingertipsRows.Header, FingertipsRows.Notts, Feed.Obesity)]
    [InlineData(LaitRows.Header, LaitRows.Notts, Feed.Neighbours)]
    [InlineData("priority,reference,action,lead,status", "1,1.1,Do it,Director,Completed", Feed.KeyActions)]
    [InlineData("nobody,knows,this", "1,2,3", Feed.National)]
    public async Task A_column_of_it_refuses_a_file_of_any_format_and_nothing_else_is_said(
        string header,
        string row,
        Feed feed
    )
    {
        IsRefused(
            await Drop.ReadAsync($"{header},date_of_birth\n{row},1/2/2003\n", feed),
            "The file seems to hold data about individuals: dates of birth in 1 column."
        );
        IsRefused(
            await Drop.ReadAsync($"{header},note\n{row},NG2 7QP\n", feed),
            "The file seems to hold data about individuals: postcodes in 1 column."
        );
    }

    [Fact]
    public async Task A_list_of_people_without_a_header_is_refused_and_its_first_row_is_not_repeated() =>
        IsRefused(
            await Drop.ReadAsync("Ann,Example,NG2 7QP\nBob,Example,NG2 7QP\nCid,Example,NG2 7QP\n"),
            "The file seems to hold data about individuals: postcodes in 1 column."
        );

    [Theory]
    [InlineData("MARKER,MARKER2,01/02/2003\n")]
    [InlineData("MARKER,MARKER2,Flat 3 MARKER House,fell down the MARKER\na,b,c,d\n")]
    [InlineData("MARKER and MARKER2\n\nthing,amount\n1,2\n")]
    [InlineData("MARKER;MARKER2\n")]
    [InlineData("time_period,geographic_level,MARKER\n1,2,3\n")]
    [InlineData("time_period,time_identifier,geographic_level,country_code,MARKER\n1,2,3,4,5\n")]
    [InlineData("thing,MARKER,MARKER\n1,2,3\n")]
    public async Task A_row_that_is_no_known_header_is_not_repeated(string text)
    {
        foreach (var feed in Enum.GetValues<Feed>())
        {
            var reading = await Drop.ReadAsync(text, feed);

            reading.Refused.ShouldBeTrue();
            reading.Findings.ToList().ShouldAllBe(f => !$"{f}".Contains("MARKER"));
        }
    }

    [Theory]
    [InlineData("Zaphod, NHS 943 476 5919, is well", "NHS numbers")]
    [InlineData("NHS number 9434765919.", "NHS numbers")]
    [InlineData("case H801200001001 was closed", "pupil or learner numbers")]
    [InlineData("of NG1 5DT since May", "postcodes")]
    [InlineData("of ng15dt since May", "postcodes")]
    [InlineData("write to jane.doe@example.org about it", "e-mail addresses")]
    [InlineData("ring 0115 496 0000 first", "telephone numbers")]
    [InlineData("ring (0115) 496 0000 first", "telephone numbers")]
    [InlineData("mobile 07700 900123", "telephone numbers")]
    [InlineData("on +44 (0)20 7946 0000", "telephone numbers")]
    [InlineData("dob 01/02/2008", "dates of birth")]
    [InlineData("D.O.B.: 1.2.08", "dates of birth")]
    [InlineData("a child born on 1 February 2008 was seen", "dates of birth")]
    [InlineData("date of birth 2008-02-01", "dates of birth")]
    public async Task A_text_of_the_council_that_holds_it_refuses_the_file(string text, string kind)
    {
        IsRefused(
            await Drop.ReadAsync(
                $"{Local},note\nneet-years-12-to-14,E10000024,2012/13 Q2,,2.9,\"{text}\"\n",
                Feed.Local
            ),
            $"The file seems to hold data about individuals: {kind} in 1 column."
        );
        IsRefused(
            await Drop.ReadAsync(
                $"priority,reference,action,lead,status\n1,1.1,\"{text}\",Director,Completed\n",
                Feed.KeyActions
            ),
            $"The file seems to hold data about individuals: {kind} in 1 column."
        );
    }

    [Theory]
    [InlineData("943 476 5918 is not one")]
    [InlineData("Rose by 0.9434765919 from 4,434,765,919")]
    [InlineData("Children born 1 September 2008 to 31 August 2009")]
    [InlineData("Born in 2008; from 01-04-2012 31-03-2013")]
    [InlineData("Q1 2nd estimate, N1 1st, Y6 3rd")]
    [InlineData("Areas NG1 and NG2, E10000024, 2012/13 Q2, section 47")]
    [InlineData("Led by Zaphod Beeblebrox, see https://example.org/a1b-2cd")]
    [InlineData("1650 of 2000 in 0 to 19 services; 0.115 4960000")]
    public async Task A_text_of_the_council_that_holds_none_does_not(string text)
    {
        (await Drop.ReadAsync($"{Local},note\nneet-years-12-to-14,E10000024,2012/13 Q2,,2.9,\"{text}\"\n", Feed.Local))
            .Codes()
            .ShouldBeEmpty();
        (
            await Drop.ReadAsync(
                $"priority,reference,action,lead,status\n1,1.1,\"{text}\",Director,Completed\n",
                Feed.KeyActions
            )
        )
            .Codes()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_publishers_footnote_with_its_office_does_not_and_one_with_an_NHS_number_does()
    {
        var text =
            $"{FingertipsRows.Header}\n{FingertipsRows.Notts.Replace(",,,Better", ",Ring 0115 496 0000 or write to team@example.org at LS2 7UE,,Better")}\n";

        (await Drop.ReadAsync(text, Feed.Obesity)).Codes().ShouldBeEmpty();
        IsRefused(
            await Drop.ReadAsync(text.Replace("Ring", "Child 943 476 5919"), Feed.Obesity),
            "The file seems to hold data about individuals: NHS numbers in 1 column."
        );
    }

    [Fact]
    public async Task Several_kinds_are_counted_by_columns() =>
        IsRefused(
            await Drop.ReadAsync("forename,surname,dob\nA,B,C\n"),
            "The file seems to hold data about individuals: dates of birth in 1 column, names of people in 2 columns."
        );

    [Fact]
    public async Task A_sheet_of_it_behind_a_sound_one_refuses_the_workbook()
    {
        var book = new XlsxBook()
            .Sheet("Data", XlsxBook.Typed($"{EesRows.Header}\n{EesRows.Notts}\n", "time_period"))
            .Sheet("Notes", ["name of child", "forename", "dob"], ["1", "Ann", "x"]);

        IsRefused(
            await Drop.ReadAsync(book.ToBytes(), name: "file.xlsx"),
            "The file seems to hold data about individuals: dates of birth in 1 column, names of people in 1 column."
        );
    }

    [Fact]
    public async Task In_UTF_16_it_is_refused_too() =>
        IsRefused(
            await Drop.ReadAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a\tsurname\n1\t2\n")]),
            "The file seems to hold data about individuals: names of people in 1 column."
        );

    [Fact]
    public void The_guidance_says_how_to_have_the_file_removed() =>
        Check.PersonalData.Guidance.ShouldSatisfyAllConditions(
            g => g.ShouldContain("data protection officer"),
            g => g.ShouldContain("docs/operations.md")
        );

    [Fact]
    public async Task No_publishers_file_trips_it()
    {
        var folder = SharedFeeds.Path("");
        foreach (
            var path in Directory
                .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(p =>
                    p.EndsWith(".csv", StringComparison.Ordinal) || p.EndsWith(".xlsx", StringComparison.Ordinal)
                )
        )
        {
            var reading = await Drop.ReadAsync(
                await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken),
                name: Path.GetFileName(path)
            );
            reading.Codes().ShouldNotContain("PERSONAL_DATA", path);
        }
    }

    private static void IsRefused(FileReading reading, string message)
    {
        reading.Refused.ShouldBeTrue();
        reading.Findings.ToList().ShouldHaveSingleItem().ShouldBe(Check.PersonalData.Found(message));
    }
}
