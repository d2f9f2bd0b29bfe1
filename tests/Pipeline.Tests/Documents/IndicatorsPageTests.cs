using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tests.Documents;

/// <summary>docs/indicators.md is what the catalogue says of each indicator. ACCEPT_GOLDEN=1 writes it.</summary>
public sealed class IndicatorsPageTests
{
    private static readonly IndicatorCatalogue Catalogue = Reference.Default.Catalogue;

    [Fact]
    public async Task The_page_of_indicators_says_what_the_catalogue_says()
    {
        var path = Path.Combine(Root(), "docs", "indicators.md");
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, Page(), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(
            Page(),
            "docs/indicators.md is out of date. Run this test once with ACCEPT_GOLDEN=1 and look at the difference."
        );
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Indicators

            Every indicator of the [catalogue](../pipeline/Catalogue/catalogue.json), and which file of which publication brings it. Upload the file as downloaded; one of the files of an indicator is enough. Which indicators are reported depends on the [profile](settings.md#the-catalogue). What is [wanted and missing](wanted-indicators.md) is listed apart. This page is written by a test, `IndicatorsPageTests`, out of the catalogue.

            ## Publications
            | publication | publisher | page | upload to |
            |---|---|---|---|

            """.ReplaceLineEndings("\n")
        );
        foreach (var publication in Catalogue.Publications.Where(IsUsed))
            page.Append(
                $"| {publication.Title} | {publication.Publisher} | {publication.Page} "
                    + $"| `landing/{publication.Folder}` |\n"
            );
        foreach (var indicator in Catalogue.Indicators)
            Add(page, indicator);
        return page.ToString();
    }

    private static void Add(StringBuilder page, Indicator indicator)
    {
        var lines = new[]
        {
            $"`{indicator.Id}`. {indicator.Unit.Text}, {Polarity(indicator)}, {indicator.Frequency.Word()}. "
                + (indicator.Profiles.Count == 0 ? "In every profile." : $"Profiles: {Profiles(indicator)}."),
            indicator.From is { } from ? $"Reported from {Day(from)}." : null,
            indicator.Until is { } until ? $"Reported until {Day(until)}." : null,
            indicator.ExpectedAfterDays is { } days
                ? $"Expected {days} {(days == 1 ? "day" : "days")} after the period ends."
                : null,
            indicator.NoteAt(DateOnly.MaxValue),
        };
        page.Append($"\n## {indicator.Name}\n{string.Join(' ', lines.OfType<string>())}\n\n");
        page.Append("| publication | file | what is taken from it |\n|---|---|---|\n");
        foreach (var source in indicator.Sources)
            page.Append(
                $"| {Catalogue.Publications.First(p => p.Id == source.Publication).Title} | {source.File} "
                    + $"| `{source.Name}` |\n"
            );
        if (indicator.Breaks.Count > 0)
            page.Append("\n| from | break or caution | source |\n|---|---|---|\n");
        foreach (var change in indicator.Breaks)
            page.Append(
                $"| {Day(change.From)} | {(change.Caution ? "Caution. " : "")}{change.Note} | {change.Source} |\n"
            );
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Polarity(Indicator indicator) =>
        indicator.Polarity switch
        {
            Pipeline.Catalogue.Polarity.High => "high is good",
            Pipeline.Catalogue.Polarity.Low => "low is good",
            _ => "neither high nor low is good",
        } + (indicator.Polarities.Count > 0 ? $" (neutral in {string.Join(" and ", indicator.Polarities.Keys)})" : "");

    private static string Profiles(Indicator indicator) =>
        string.Join(" and ", indicator.Profiles.Append(Profile.All).Distinct().Select(p => $"`{p}`"));

    private static bool IsUsed(Publication publication) =>
        Catalogue.Indicators.SelectMany(i => i.Sources).Any(s => s.Publication == publication.Id);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Pipeline.sln")))
            at = at.Parent!;
        return at.FullName;
    }
}
