using System.Text;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Formats;

namespace ChildrensTrust.Pipeline.Tests.Files;

public sealed class TextEncodingTests
{
    private const string Header = "indicator,area_code,period,year_type,value,numerator,denominator,status,note";

    /// <summary>The texts that Excel types itself: an apostrophe, dashes, quotation marks.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Saved =>
        from note in new[]
        {
            "Head\u2019s count \u2013 early figure",
            "The schools\u2019 own figure",
            "Terms 2023\u201324",
            "Known as \u201CSchool B\u201D since then",
            "Caf\u00E9 closed; \u00A320 spent \u2014 see below",
        }
        from encoding in new[] { "utf-8", "windows-1252", "macintosh", "utf-16", "utf-16BE" }
        select new TheoryDataRow<string, string>(note, encoding);

    [Theory]
    [MemberData(nameof(Saved))]
    public async Task A_note_is_read_as_it_was_typed_whatever_saved_it(string note, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = $"{Header}\noverall-absence,E10000024,2022/23,academic,7.9,,,provisional,{note}\n";

        var reading = await Drop.ReadAsync(Encoding.GetEncoding(encoding).GetBytes(text), Feed.Local);

        reading.Series.ToSeries().Single().Observations.Single().Note.ShouldBe(note);
    }

    [Fact]
    public async Task Zeros_here_and_there_are_no_text()
    {
        var text = Encoding.ASCII.GetBytes($"{Header}\n");
        text[3] = text[8] = 0;

        (await Drop.ReadAsync(text, Feed.Local)).Codes().ShouldBe(["FILE_NOT_TEXT"]);
    }
}
