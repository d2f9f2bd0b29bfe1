using System.Text;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Lait;

namespace ChildrensTrust.Pipeline.Tests.Tables;

/// <summary>The first 64 KiB decide how a text is encoded; a row further down may disagree.</summary>
public sealed class EncodingTests
{
    private const string Notts = LaitRows.Notts + "\n";

    [Theory]
    [InlineData(0, 3000, 0)]
    [InlineData(500, 3000, 0)]
    [InlineData(3000, 0, 1)]
    [InlineData(3000, 3000, 1)]
    public async Task A_row_that_is_not_of_the_encoding_that_the_file_began_in_is_rejected(
        int before,
        int behind,
        int rejected
    )
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(LaitRows.Header + "\n" + Repeated(before)),
            .. Encoding.Latin1.GetBytes(Notts.Replace("Overall absence", "Overall absencé", StringComparison.Ordinal)),
            .. Encoding.UTF8.GetBytes(Repeated(behind)),
        ];

        var reading = await Drop.ReadAsync(file);

        (reading.Refused, reading.Rows.Rejected).ShouldBe((false, rejected));
        reading.Findings.ToList().Count(f => f.Code == "ROW_ENCODING" && f.Row == before + 2).ShouldBe(rejected);
    }

    [Fact]
    public async Task Rows_with_letters_of_several_bytes_are_read()
    {
        var named = Notts.Replace("Overall absence", "Overall absencé", StringComparison.Ordinal);
        var reading = await Drop.ReadAsync($"{LaitRows.Header}\n{Repeated(3000)}{named}");
        reading.Rows.Rejected.ShouldBe(0);
    }

    private static string Repeated(int times) => string.Concat(Enumerable.Repeat(Notts, times));
}
