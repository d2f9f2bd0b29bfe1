using System.Text.Json;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>The page as its readers use it: in a browser, on a phone, by keyboard, without scripts, on paper.</summary>
public sealed partial class ReportPageTests(UsedPage used) : IClassFixture<UsedPage>
{
    [Fact]
    public async Task The_page_is_accessible_on_a_desk_and_on_a_phone_with_scripts_and_without() =>
        await Browser.CheckAsync(new BrowserPage("report", new(used.File)));

    [Fact]
    public async Task A_reader_skips_sorts_and_filters_by_keyboard_under_a_strict_policy()
    {
        Browser.Needs();
        var document = await used.DocumentAsync();
        var seen = document.RootElement;
        var atFirst = Names(seen.GetProperty("atFirst"));

        seen.GetProperty("errors").EnumerateArray().Select(e => e.GetString()).ShouldBeEmpty();
        seen.GetProperty("firstTab").GetProperty("class").GetString().ShouldBe("skip");
        seen.GetProperty("afterSkip").GetProperty("id").GetString().ShouldBe("main");
        seen.GetProperty("button").GetProperty("text").GetString().ShouldBe("Compared with England");
        seen.GetProperty("outline").GetString().ShouldBe("solid");

        var ascending = seen.GetProperty("ascending");
        ascending.GetProperty("sort").GetString().ShouldBe("ascending");
        ascending.GetProperty("headings").GetInt32().ShouldBe(0);
        ascending.GetProperty("count").GetString()!.ShouldContain("sorted by Compared with England, ascending");
        Orders(ascending.GetProperty("rows")).ShouldBeInOrder(SortDirection.Ascending);
        ascending.GetProperty("rows")[0].GetProperty("national").GetString().ShouldBe("does not meet");
        seen.GetProperty("descending").GetProperty("sort").GetString().ShouldBe("descending");
        Orders(seen.GetProperty("descending").GetProperty("rows")).ShouldBeInOrder(SortDirection.Descending);
        Names(seen.GetProperty("descending").GetProperty("rows")).Order().ShouldBe(atFirst.Order());
        Names(seen.GetProperty("afterReset")).ShouldBe(atFirst);

        var byVerdict = seen.GetProperty("byVerdict");
        Shown(byVerdict).ShouldAllBe(r => r.GetProperty("national").GetString() == "does not meet");
        Shown(byVerdict).Count.ShouldBe(5);
        byVerdict.GetProperty("count").GetString().ShouldBe($"Showing 5 of {atFirst.Count} figures, by priority.");
        Shown(seen.GetProperty("byPriority")).ShouldAllBe(r => r.GetProperty("priority").GetString() == "Priority 1");
        seen.GetProperty("byPriority").GetProperty("headings").GetInt32().ShouldBe(1);
        Shown(seen.GetProperty("byText"))
            .ShouldAllBe(r =>
                r.GetProperty("name").GetString()!.Contains("child protection", StringComparison.OrdinalIgnoreCase)
            );
        Shown(seen.GetProperty("byText")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Without_scripts_every_row_is_there_and_nothing_that_does_not_work()
    {
        Browser.Needs();
        var document = await used.DocumentAsync();
        var without = document.RootElement.GetProperty("withoutScript");

        without.GetProperty("form").GetBoolean().ShouldBeFalse();
        without.GetProperty("buttons").GetInt32().ShouldBe(0);
        without.GetProperty("rows").EnumerateArray().Select(r => r.GetBoolean()).ShouldAllBe(shown => shown);
    }

    [Fact]
    public async Task On_paper_every_indicator_is_there_and_the_header_repeats()
    {
        Browser.Needs("pdftotext");
        var document = await used.DocumentAsync();
        var text = await Browser.ProgramAsync("pdftotext", used.Folder, "", "-layout", UsedPage.Pdf, "-");
        var pages = text.Split('\f');
        var whole = Spaces().Replace(text, " ");

        foreach (var row in UsedPage.Snapshot().Rows)
            whole.ShouldContain(row.Name);
        // Two pages of summary and table at most, two for what changed, then half a page an indicator.
        pages
            .Count(p => p.Trim().Length > 0)
            .ShouldBeLessThanOrEqualTo(4 + ((ReportLine.WithFigures(UsedPage.Snapshot()).Count + 1) / 2));
        pages[0].ShouldContain("What needs attention");
        pages[0].ShouldContain("Page 1 of");
        pages[0].ShouldNotContain("All indicators at a glance");
        pages
            .Where(p => p.Contains("All indicators at a glance", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain("Similar");
    }

    [Fact]
    public async Task The_first_screen_answers_what_readers_ask()
    {
        Browser.Needs();
        var document = await used.DocumentAsync();
        var screen = document
            .RootElement.GetProperty("firstScreen")
            .EnumerateObject()
            .Where(p => p.Value.GetDouble() <= 900)
            .Select(p => p.Name)
            .ToList();

        string[] answers =
        [
            "Nottinghamshire is better than England on",
            "worse and getting worse",
            "What needs attention",
            "What is going well",
            "Compared with England and with ten similar councils: Cumbria",
            "is the first report",
            "could not be tested",
        ];
        foreach (var answer in answers)
            screen.ShouldContain(part => part.Contains(answer, StringComparison.Ordinal), answer);
        document.RootElement.GetProperty("height").GetInt32().ShouldBeLessThan(12_000);
    }

    [Fact]
    public async Task The_charts_are_whole_and_large_enough_on_a_desk_and_on_a_phone()
    {
        Browser.Needs();
        var seen = (await used.DocumentAsync()).RootElement;

        seen.GetProperty("chartFaults").EnumerateArray().Select(f => f.GetString()).ShouldBeEmpty();
        seen.GetProperty("phoneChartFaults").EnumerateArray().Select(f => f.GetString()).ShouldBeEmpty();
        seen.GetProperty("phoneHeight").GetInt32().ShouldBeLessThan(14_000);
    }

    private static List<string> Names(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(r => r.GetProperty("name").GetString()!)];

    private static List<int> Orders(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(r => r.GetProperty("order").GetInt32())];

    private static List<JsonElement> Shown(JsonElement state) =>
        [.. state.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("shown").GetBoolean())];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
