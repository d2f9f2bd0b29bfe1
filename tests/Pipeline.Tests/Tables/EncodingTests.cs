using System.Text;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;

namespace ChildrensTrust.Pipeline.Tests.Tables;

/// <summary>The first byte that is not ASCII decides how a text is encoded, however far down it is.</summary>
public sealed class EncodingTests
{
    private const string Header = "indicator,area_code,period,year_type,value,numerator,denominator,status,note";
    private const string Notts = LaitRows.Notts + "\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TheoryDataRow<int, string>> Places =>
        from before in new[] { 0, 64 * 1024 - 40, 64 * 1024, 100 * 1024, 3 * 1024 * 1024 }
        from encoding in new[] { "utf-8", "windows-1252", "macintosh" }
        select new TheoryDataRow<int, string>(before, encoding);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_word_is_read_as_it_was_typed_wherever_it_stands(int before, string encoding)
    {
        const string note = "The schools\u2019 own figure \u2013 early";
        var rows = new StringBuilder(Header).Append('\n');
        // Blank rows, so that one figure is left to look at.
        while (rows.Length < before)
            rows.Append(",,,,,,,,\n");
        rows.Append($"overall-absence,E10000024,2022/23,academic,7.9,,,provisional,{note}\n");

        var reading = await Drop.ReadAsync(
            Encoding.GetEncoding(encoding).GetBytes(rows.ToString()),
            Pipeline.Formats.Feed.Local
        );

        reading.Series.ToSeries().Single().Observations.Single().Note.ShouldBe(note);
    }

    [Fact]
    public async Task What_tells_a_Mac_may_stand_far_below_the_first_letter_with_an_accent()
    {
        const string note = "The schools\u2019 own figure";
        var text =
            $"{Header}\noverall-absence,E10000024,2021/22,academic,7.8,,,provisional,\u00A320 spent\n"
            + string.Concat(Enumerable.Repeat(",,,,,,,,\n", 30_000))
            + $"overall-absence,E10000024,2022/23,academic,7.9,,,provisional,{note}\n";

        var reading = await Drop.ReadAsync(
            Encoding.GetEncoding("macintosh").GetBytes(text),
            Pipeline.Formats.Feed.Local
        );

        reading.Series.ToSeries().Single().Observations[^1].Note.ShouldBe(note);
    }

    [Theory]
    [InlineData(0, 3000, 0)]
    [InlineData(3000, 0, 0)]
    [InlineData(3000, 3000, 0)]
    public async Task No_row_is_lost_for_a_letter_of_one_byte(int before, int behind, int rejected) =>
        (await ReadAsync("", before, behind)).Rejected.ShouldBe(rejected);

    [Fact]
    public async Task A_row_that_is_not_of_the_encoding_that_the_file_showed_is_rejected() =>
        (
            await ReadAsync(
                Notts.Replace("Overall absence", "Overall absenc\u00E9", StringComparison.Ordinal),
                3000,
                10
            )
        ).ShouldBe((1, true));

    private static async Task<(long Rejected, bool IsSaid)> ReadAsync(string first, int before, int behind)
    {
        var reading = await Drop.ReadAsync([
            .. Encoding.UTF8.GetBytes($"{LaitRows.Header}\n{first}{Repeated(before)}"),
            .. Encoding.Latin1.GetBytes(
                Notts.Replace("Overall absence", "Overall absenc\u00E9", StringComparison.Ordinal)
            ),
            .. Encoding.UTF8.GetBytes(Repeated(behind)),
        ]);
        return (reading.Rows.Rejected, reading.Codes().Contains("ROW_ENCODING"));
    }

    [Fact]
    public async Task Rows_with_letters_of_several_bytes_are_read()
    {
        var named = Notts.Replace("Overall absence", "Overall absenc\u00E9", StringComparison.Ordinal);
        var reading = await Drop.ReadAsync($"{LaitRows.Header}\n{Repeated(3000)}{named}");
        reading.Rows.Rejected.ShouldBe(0);
    }

    private static string Repeated(int times) => string.Concat(Enumerable.Repeat(Notts, times));
}
