using System.Text;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Formats.Fingertips;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;

namespace ChildrensTrust.Pipeline.Tests.Formats;

public sealed class FeedReaderTests
{
    private const string Header = EesRows.Header;
    private const string Notts = EesRows.Notts;

    [Fact]
    public Task An_empty_file_is_refused() => IsRefusedAsync("", "FILE_EMPTY");

    [Theory]
    [InlineData(Header)]
    [InlineData(Header + "\n")]
    [InlineData(FingertipsRows.Header + "\n")]
    [InlineData(LaitRows.Header + "\r\n")]
    public async Task A_file_with_a_header_only_is_refused(string text)
    {
        var reading = await Drop.ReadAsync(text, Feed.Neighbours);

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldContain("NO_ROWS");
        reading.Rows.Read.ShouldBe(0);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>")]
    [InlineData("\uFEFF\r\n  <html lang=\"en\"><title>404</title>")]
    public Task A_web_page_is_refused_as_one(string text) => IsRefusedAsync(text, "FILE_IS_WEB_PAGE");

    [Fact]
    public Task A_workbook_is_refused_whatever_its_name() =>
        IsRefusedAsync([(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0], "FILE_NOT_TEXT");

    [Fact]
    public Task An_old_workbook_is_refused_whatever_its_name() =>
        IsRefusedAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "FILE_NOT_TEXT");

    [Fact]
    public Task A_file_with_NUL_bytes_is_refused() =>
        IsRefusedAsync(Encoding.UTF8.GetBytes($"{Header}\n{Notts}\0\n"), "FILE_NOT_TEXT");

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("one word")]
    public Task An_unknown_header_is_refused(string text) => IsRefusedAsync(text, "FORMAT_UNKNOWN");

    [Fact]
    public async Task Title_rows_above_the_header_are_passed_over_and_rows_keep_their_numbers()
    {
        var reading = await Drop.ReadAsync($"Table 1: absence\n\n{Header}\n{Notts}\n");

        reading.Rows.Accepted.ShouldBe(1);
        reading.Series.ToSeries().ShouldHaveSingleItem().Observations[0].Row.ShouldBe(4);
    }

    [Theory]
    [InlineData("Zaphod,Beeblebrox", "2 columns")]
    [InlineData("area_code,value,,Zaphod", "Area Code, Value, and 1 column")]
    [InlineData("Indicator-ID,Time Period,a,b", "also needs Area Code, Value.")]
    public async Task An_unknown_header_is_told_by_the_names_that_a_format_has(string header, string says)
    {
        var reading = await Drop.ReadAsync($"{header}\n1,2\n");

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("FORMAT_UNKNOWN"),
                f => f.Message.ShouldContain(says),
                f => f.Message.ShouldNotContain("Zaphod")
            );
    }

    [Fact]
    public async Task A_column_that_stands_twice_refuses_the_file()
    {
        var reading = await Drop.ReadAsync($"{Header},sess_overall_percent\n{Notts},5.9\n");

        reading.Refused.ShouldBeTrue();
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("HEADER_REPEATED"),
                f => f.Message.ShouldContain("sess_overall_percent")
            );
    }

    [Fact]
    public async Task Columns_without_a_name_may_stand_more_than_once()
    {
        var reading = await Drop.ReadAsync($"{Header},,\n{Notts},,\n");

        reading.Rows.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task An_open_quotation_mark_refuses_the_file_and_reading_stops()
    {
        var reading = await Drop.ReadAsync(
            $"{Header}\n{Notts}\n{Notts.Replace("Nottinghamshire", "\"Nottinghamshire")}\n{Notts}\n"
        );

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe(["QUOTE_FAULT", "QUOTE_FAULT"]);
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("Notting\"ham\"shire")]
    [InlineData("\"Nottingham\"shire")]
    public async Task A_quotation_mark_inside_a_cell_refuses_the_file(string name)
    {
        var reading = await Drop.ReadAsync($"{Header}\n{Notts.Replace("Nottinghamshire", name)}\n");

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe(["QUOTE_FAULT", "QUOTE_FAULT"]);
    }

    [Fact]
    public async Task An_open_quotation_mark_in_the_last_row_refuses_the_file()
    {
        var reading = await Drop.ReadAsync($"{Header}\n{Notts.Replace("Total", "\"Total")}");

        reading.Refused.ShouldBeTrue();
        reading.Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_in_UTF_16_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        var reading = await Drop.ReadAsync([
            .. encoding.GetPreamble(),
            .. encoding.GetBytes($"{Header}\r\n{Notts}\r\n"),
        ]);

        (reading.Rows.Accepted, reading.Codes().Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_name_in_an_older_encoding_does_not_stop_the_file()
    {
        var reading = await Drop.ReadAsync(
            Encoding.Latin1.GetBytes($"{Header}\n{Notts.Replace("Nottinghamshire", "Nottinghamsh\u00EFre")}\n")
        );

        reading.Rows.Accepted.ShouldBe(1);
    }

    [Theory]
    [InlineData(Feed.Local, "not in landing/local.")]
    [InlineData(Feed.KeyActions, "not in landing/key-actions.")]
    public async Task A_file_in_another_feeds_folder_is_read_and_said(Feed feed, string folder)
    {
        var reading = await Drop.ReadAsync($"{Header}\n{Notts}\n", feed);

        reading.Rows.Accepted.ShouldBe(1);
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("FEED_UNEXPECTED"),
                f => f.Message.ShouldContain("landing/national"),
                f => f.Message.ShouldEndWith(folder)
            );
    }

    [Theory]
    [InlineData("national", Feed.National)]
    [InlineData("neighbours", Feed.Neighbours)]
    [InlineData("breastfeeding", Feed.Breastfeeding)]
    [InlineData("obesity", Feed.Obesity)]
    [InlineData("local", Feed.Local)]
    [InlineData("key-actions", Feed.KeyActions)]
    public void Each_feed_has_its_folder(string folder, Feed feed)
    {
        FeedFolders.TryParse(folder, out var found).ShouldBeTrue();
        (found, feed.Folder()).ShouldBe((feed, folder));
    }

    [Theory]
    [InlineData("National")]
    [InlineData("other")]
    [InlineData(null)]
    public void Another_folder_is_no_feeds(string? folder) => FeedFolders.TryParse(folder, out _).ShouldBeFalse();

    private static Task IsRefusedAsync(string text, string code) => IsRefusedAsync(Encoding.UTF8.GetBytes(text), code);

    private static async Task IsRefusedAsync(byte[] bytes, string code)
    {
        var reading = await Drop.ReadAsync(bytes);

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe([code]);
        reading.Series.ToSeries().ShouldBeEmpty();
    }
}
