using System.Text;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.PersonalData;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

/// <summary>A whole column is recognised however its cells are written, and a column of figures, codes or periods is none.
/// Every number is made up.</summary>
public sealed class PersonalDataFormsTests
{
    private const string Column = "zz_col";

    [Theory]
    [InlineData("a", "@")]
    [InlineData("1", "@")]
    [InlineData("a@", "")]
    [InlineData("born ", "")]
    [InlineData("born_", "")]
    [InlineData("nhs", "")]
    [InlineData("mar", "123")]
    [InlineData("Mar:", "123")]
    [InlineData(":", "123")]
    [InlineData("4 ", "")]
    [InlineData("0 1", "")]
    [InlineData("\"", "%")]
    public void A_long_text_takes_no_longer_than_its_length(string piece, string end)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + end;

        PersonalDataInText.All(PlainText.Of(text)).ToList().ShouldBeEmpty();
        _ = PersonalDataInCell.Of(System.Text.Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("9434765919", "NHS numbers")]
    [InlineData("9434765919.0", "NHS numbers")]
    [InlineData("9434765919.00", "NHS numbers")]
    [InlineData("943\u00A0476\u00A05919", "NHS numbers")]
    [InlineData("943\u2009476\u20095919", "NHS numbers")]
    [InlineData("943\u202F476\u202F5919", "NHS numbers")]
    [InlineData("943  476  5919", "NHS numbers")]
    [InlineData("943\t476\t5919", "NHS numbers")]
    [InlineData("943.476.5919", "NHS numbers")]
    [InlineData("943/476/5919", "NHS numbers")]
    [InlineData("943 - 476 - 5919", "NHS numbers")]
    [InlineData("943\u2013476\u20135919", "NHS numbers")]
    [InlineData("943\u2011476\u20115919", "NHS numbers")]
    [InlineData("943\u2212476\u22125919", "NHS numbers")]
    [InlineData("943 4765919", "NHS numbers")]
    [InlineData("NHS9434765919", "NHS numbers")]
    [InlineData("NHS No. 943 476 5919", "NHS numbers")]
    [InlineData("nhs number: 9434765919", "NHS numbers")]
    [InlineData("id=9434765919", "NHS numbers")]
    [InlineData("Zebedee Quill 9434765919", "NHS numbers")]
    [InlineData("9434765919 (Quill)", "NHS numbers")]
    [InlineData("'9434765919", "NHS numbers")]
    [InlineData("\uFF19\uFF14\uFF13\uFF14\uFF17\uFF16\uFF15\uFF19\uFF11\uFF19", "NHS numbers")]
    [InlineData("\u0669\u0664\u0663\u0664\u0667\u0666\u0665\u0669\u0661\u0669", "NHS numbers")]
    [InlineData(
        "\U0001D7D7\U0001D7D2\U0001D7D1\U0001D7D2\U0001D7D5\U0001D7D4\U0001D7D3\U0001D7D7\U0001D7CF\U0001D7D7",
        "NHS numbers"
    )]
    [InlineData("94347\u200B65919", "NHS numbers")]
    [InlineData("9434\u00AD765\u2060919", "NHS numbers")]
    [InlineData("\u202A9434765919\u202C", "NHS numbers")]
    [InlineData("H801200001001", "pupil or learner numbers")]
    [InlineData("h801200001001", "pupil or learner numbers")]
    [InlineData("H801 2000 01001", "pupil or learner numbers")]
    [InlineData("H80120000100B", "pupil or learner numbers")]
    [InlineData("e80120000100z", "pupil or learner numbers")]
    [InlineData("H 801200001001", "pupil or learner numbers")]
    [InlineData("H801200 001001", "pupil or learner numbers")]
    [InlineData("H801200\u00A0001001", "pupil or learner numbers")]
    [InlineData("UPN: H801200001001", "pupil or learner numbers")]
    [InlineData("UPNH801200001001", "pupil or learner numbers")]
    [InlineData("\uFF28801200001001", "pupil or learner numbers")]
    [InlineData("NG2 7QP", "postcodes")]
    [InlineData("NG2\u00A07QP", "postcodes")]
    [InlineData("NG2  7QP", "postcodes")]
    [InlineData("NG2-7QP", "postcodes")]
    [InlineData("NG2.7QP", "postcodes")]
    [InlineData("NG27\u200BQP", "postcodes")]
    [InlineData("ng2 7qp", "postcodes")]
    [InlineData("Postcode: NG2 7QP", "postcodes")]
    [InlineData("(NG2 7QP)", "postcodes")]
    [InlineData("\uFF2E\uFF27\uFF12 \uFF17\uFF31\uFF30", "postcodes")]
    [InlineData("WC1A 1AA", "postcodes")]
    [InlineData("12 High Street, Nottingham NG2 7QP", "postcodes")]
    [InlineData("<zq@example.org>", "e-mail addresses")]
    [InlineData("Zebedee Quill <zq@example.org>", "e-mail addresses")]
    [InlineData("\u2039zq@example.org\u203A", "e-mail addresses")]
    [InlineData("mailto:zq@example.org", "e-mail addresses")]
    [InlineData("E-mail: zq@example.org;", "e-mail addresses")]
    [InlineData("zq\uFF20example.org", "e-mail addresses")]
    [InlineData("z.o'quill+a@mail.example.co.uk", "e-mail addresses")]
    [InlineData("07700 900123", "telephone numbers")]
    [InlineData("07700900123", "telephone numbers")]
    [InlineData("0115 496 0000", "telephone numbers")]
    [InlineData("(0115) 4960000", "telephone numbers")]
    [InlineData("0115-496-0000", "telephone numbers")]
    [InlineData("0115.496.0000", "telephone numbers")]
    [InlineData("020\u00A07946\u00A00000", "telephone numbers")]
    [InlineData("+44 7700 900123", "telephone numbers")]
    [InlineData("+44 (0)7700 900123", "telephone numbers")]
    [InlineData("00447700900123", "telephone numbers")]
    [InlineData("Tel. 0115 496 0000", "telephone numbers")]
    [InlineData("Mob: 07700 900123", "telephone numbers")]
    [InlineData("AB123456C", "National Insurance numbers")]
    [InlineData("ab123456c", "National Insurance numbers")]
    [InlineData("AB 12 34 56 C", "National Insurance numbers")]
    [InlineData("AB-12-34-56-C", "National Insurance numbers")]
    [InlineData("AB 123456 C", "National Insurance numbers")]
    [InlineData("AB\u00A012\u00A034\u00A056\u00A0C", "National Insurance numbers")]
    [InlineData("NI: AB123456C", "National Insurance numbers")]
    [InlineData("NINOAB123456C", "National Insurance numbers")]
    [InlineData("12/03/2009", "dates of birth")]
    [InlineData("12/3/09", "dates of birth")]
    [InlineData("28/02/00", "dates of birth")]
    [InlineData("1 May 2008", "dates of birth")]
    [InlineData("20090312 ", "dates of birth")]
    [InlineData(" 20090312", "dates of birth")]
    [InlineData("12.03.2009", "dates of birth")]
    [InlineData("12-03-2009", "dates of birth")]
    [InlineData("12 03 2009", "dates of birth")]
    [InlineData("03/22/2009", "dates of birth")]
    [InlineData("2009-03-12", "dates of birth")]
    [InlineData("2009/03/12", "dates of birth")]
    [InlineData("2009-03-12 00:00:00", "dates of birth")]
    [InlineData("2009-03-12T00:00:00Z", "dates of birth")]
    [InlineData("20090312", "dates of birth")]
    [InlineData("12032009", "dates of birth")]
    [InlineData("12 March 2009", "dates of birth")]
    [InlineData("12th Mar 2009", "dates of birth")]
    [InlineData("12-Mar-09", "dates of birth")]
    [InlineData("March 12, 2009", "dates of birth")]
    [InlineData("Zebedee Quill 12/03/2009", "dates of birth")]
    [InlineData("\uFF11\uFF12/\uFF10\uFF13/\uFF12\uFF10\uFF10\uFF19", "dates of birth")]
    public async Task A_column_of_it_refuses_a_file_of_a_known_format_and_of_none(string cell, string kind)
    {
        foreach (var (header, row) in new[] { (EesRows.Header, EesRows.Notts), ("nobody,knows", "1,2") })
        {
            var reading = await Drop.ReadAsync(
                $"{header},{Column}\n{string.Concat(Enumerable.Repeat($"{row},\"{cell}\"\n", 20))}"
            );
            reading.Findings.ToList().ShouldHaveSingleItem().Message.ShouldEndWith($": {kind} in 1 column.");
        }
    }

    [Theory]
    [InlineData("1955923200")]
    [InlineData("4955923200")]
    [InlineData("9,434,765,919")]
    [InlineData("943.4765919")]
    [InlineData("9434765919.05")]
    [InlineData("0.9434765919")]
    [InlineData("-9.434765919")]
    [InlineData("E10000024")]
    [InlineData("E06000061")]
    [InlineData("100031234567")]
    [InlineData("010012345678")]
    [InlineData("138512")]
    [InlineData("8914083")]
    [InlineData("891/4083")]
    [InlineData("201011")]
    [InlineData("2012/13")]
    [InlineData("2012/13 Q2")]
    [InlineData("2009-2011")]
    [InlineData("20230000")]
    [InlineData("20121345")]
    [InlineData("12345678")]
    [InlineData("31/03/2012")]
    [InlineData("28/02/1900")]
    [InlineData("12/03/1899")]
    [InlineData("12/03/2100")]
    [InlineData("E80120000100B")]
    [InlineData("2012-09-30")]
    [InlineData("Week ending 12/03/2009")]
    [InlineData("Snapshot 12 March 2009")]
    [InlineData("12/13/2009/10")]
    [InlineData("March 2009")]
    [InlineData("Q1 2nd")]
    [InlineData("Year 10, 11 and 12")]
    [InlineData("AB123456E")]
    [InlineData("GB123456A")]
    [InlineData("QQ123456C")]
    [InlineData("AB12345C")]
    [InlineData("XX1 2AB")]
    [InlineData("NG2 7Q")]
    [InlineData("KS4 5AC")]
    [InlineData("012345678")]
    [InlineData("0123456789012")]
    [InlineData("16-17")]
    [InlineData("45.3 (44.1 to 46.5)")]
    [InlineData("zq at example.org")]
    [InlineData("@example")]
    public void A_column_of_these_does_not(string cell) => ColumnOf(Column, cell).ShouldBeNull();

    [Theory]
    [InlineData("date")]
    [InlineData("Date of inspection")]
    [InlineData("time_period")]
    [InlineData("WeekEnding")]
    [InlineData("published")]
    [InlineData("last_updated")]
    [InlineData("plan_start")]
    public void A_column_of_days_that_are_named_as_others_does_not(string name) =>
        ColumnOf(name, "12/03/2009").ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("code")]
    [InlineData("birth")]
    [InlineData("date born")]
    [InlineData("day_of_birth")]
    public void A_column_of_days_under_any_other_name_does(string name) =>
        ColumnOf(name, "12/03/2009").ShouldNotBeNull();

    [Fact]
    public void A_cell_that_is_alike_at_its_ends_and_in_its_middle_hides_no_other()
    {
        var look = new PersonalDataLook();

        look.At("9999966669"u8).Counted.ShouldBeEmpty();
        look.At("9434765919"u8).Counted.ShouldNotBeEmpty();
        look.At("9999966669"u8).Counted.ShouldBeEmpty();
    }

    [Fact]
    public void A_rejected_row_with_a_number_that_can_be_nothing_else_is_enough()
    {
        var tripwire = new PersonalDataTripwire();

        tripwire.Rejected(3, " NHS 943 476 5919 "u8);

        tripwire.Finding!.Message.ShouldEndWith(": NHS numbers in 1 column.");
    }

    [Theory]
    [InlineData(true, true, "surname")]
    [InlineData(true, false, "surname:")]
    [InlineData(false, false, "surname", "", "")]
    [InlineData(false, false, "surname", "case")]
    [InlineData(false, true, "surname", "case", "value")]
    [InlineData(true, true, "surname", "a column whose name has forty letters...")]
    [InlineData(true, false, "surname", "a column whose name has forty-one letters")]
    public void A_row_of_short_names_may_be_the_header(bool first, bool found, params string[] cells)
    {
        var tripwire = new PersonalDataTripwire();

        tripwire.CheckPossibleHeader(cells, first);

        (tripwire.Finding is not null).ShouldBe(found);
    }

    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943476591", false)]
    [InlineData("94347659109", false)]
    [InlineData("1434765919", false)]
    public void An_NHS_number_has_ten_digits(string digits, bool valid) => NhsNumber.Is(digits).ShouldBe(valid);

    [Theory]
    [InlineData("H80120000100B", true)]
    [InlineData("U80120000100A", true)]
    [InlineData("W801200001001", false)]
    [InlineData("W8012000010B1", false)]
    [InlineData("H80120000100", false)]
    public void A_pupil_number_has_thirteen_characters_and_a_letter_only_at_its_ends(string number, bool valid) =>
        PupilNumber.Is(number).ShouldBe(valid);

    [Theory]
    [InlineData("016977312", false)]
    [InlineData("0169 772312", true)]
    [InlineData("0044 7700 900123", true)]
    [InlineData("00447700 9001234", false)]
    public void A_telephone_number_has_ten_to_fourteen_digits(string text, bool has) =>
        PersonalDataInText.IsTelephone(text).ShouldBe(has);

    [Theory]
    [InlineData("N1 1st", true)]
    [InlineData("N1 2nd", true)]
    [InlineData("N1 3rd", true)]
    [InlineData("N1 4th", true)]
    [InlineData("N1 2ND", false)]
    [InlineData("N1 1AA", false)]
    public void A_place_in_an_order_is_no_postcode(string text, bool ordinal) =>
        PersonalDataInText.IsOrdinal(text).ShouldBe(ordinal);

    [Theory]
    [InlineData("H801200001001", true)]
    [InlineData("A801200001001", false)]
    [InlineData("H 801 2000 010 01", true)]
    [InlineData("H 8 01 2000 010 01", false)]
    public void A_pupil_number_in_a_text_has_its_check_letter_and_at_most_four_separators(string text, bool has) =>
        PersonalDataInText.All(text).Contains(PersonalDataKind.PupilNumber).ShouldBe(has);

    [Theory]
    [InlineData("caseDOB")]
    [InlineData("UKSurname")]
    public void A_capital_begins_a_new_word_of_a_columns_name(string name) =>
        PersonalDataNames.Find(name).ShouldNotBeNull();

    private static Finding? ColumnOf(string name, string cell)
    {
        var tripwire = new PersonalDataTripwire();
        tripwire.Header(["thing", name]);
        for (var row = 0; row < 20; row++)
        {
            tripwire.NextRow();
            tripwire.Cell(1, Encoding.UTF8.GetBytes(cell));
        }
        return tripwire.Finding;
    }
}
