using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Pipeline.Tests.Site;

/// <summary>What must be so of every page of the site, whichever it is.</summary>
public sealed class EveryPageTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 | times: 6 }}";

    private static readonly string[] Scopes = ["col", "row", "rowgroup"];

    public static TheoryData<int> Pages => [.. Enumerable.Range(0, PageSamples.All().Count)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_has_one_heading_a_title_a_language_and_a_way_past_the_header(int page)
    {
        var document = Html(page);

        document.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldNotBeEmpty();
        document.Title.ShouldBe($"{document.QuerySelector("h1")!.TextContent} – Children’s Trust comparison");
        document.DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
        document.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#" + document.QuerySelector("main")!.Id);
        document.QuerySelector("meta[name=viewport]").ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Headings_do_not_skip_a_level(int page)
    {
        var levels = Html(page).QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();

        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_table_has_a_caption_and_each_of_its_headings_a_scope_and_each_row_as_many_cells(int page)
    {
        foreach (var table in Html(page).QuerySelectorAll<IHtmlTableElement>("table"))
        {
            table.Caption!.TextContent.ShouldNotBeEmpty();
            table.QuerySelectorAll("th").ShouldAllBe(th => Scopes.Contains(th.GetAttribute("scope")));
            table.Rows.Select(row => row.Cells.Sum(c => c.ColumnSpan)).Distinct().ShouldHaveSingleItem(table.OuterHtml);
            table.QuerySelectorAll("td").ShouldAllBe(td => td.TextContent.Length > 0);
            var region = table.ParentElement!;
            (region.GetAttribute("tabindex"), region.GetAttribute("role")).ShouldBe(("0", "region"));
            region.GetAttribute("aria-label")!.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_text_from_outside_brings_markup_or_a_template_into_it(int page)
    {
        var model = PageSamples.All(Hostile)[page];
        var document = Parse(PageWriter.Write(model, "a/b.html", "../", asJson: false));

        document.QuerySelectorAll("script").ShouldAllBe(s => s.TextContent == PagePolicy.Script);
        document.QuerySelectorAll("img").ShouldBeEmpty();
        document.All.ShouldAllBe(e => e.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.Ordinal)));
        if (model is not NotFoundModel)
            document.Body!.TextContent.ShouldContain(Hostile);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_loads_nothing_and_every_link_is_relative_to_the_root(int page)
    {
        var document = Html(page);

        document.QuerySelectorAll("[src], iframe, object, form").ShouldBeEmpty();
        foreach (
            var href in document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h[0] != '#')
        )
        {
            href.ShouldStartWith("../");
            PagePath.Read(href[3..]).ShouldNotBeNull(href);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_JSON_twin_has_every_figure_and_every_date_that_it_shows(int page)
    {
        var model = PageSamples.All()[page];
        var json = PageWriter.Write(model, "a/b.json", "../", asJson: true).Body.ToString();
        using var document = JsonDocument.Parse(json);
        var texts = new HashSet<string>(Texts(document.RootElement));

        foreach (
            var figure in Html(page)
                .QuerySelectorAll("td.n")
                .Select(td => td.FirstChild!.TextContent)
                .Where(t => t != "no figure" && t != "the file")
        )
            texts.ShouldContain(figure, json);
    }

    private static IHtmlDocument Html(int page) =>
        Parse(PageWriter.Write(PageSamples.All()[page], "a/b.html", "../", asJson: false));

    private static IHtmlDocument Parse(Page page) => new HtmlParser().ParseDocument(page.Body.ToString());

    // Counts are shown with a comma between thousands.
    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Number =>
            [
                element.GetDecimal().ToString("#,##0.####", System.Globalization.CultureInfo.InvariantCulture),
            ],
            _ => [],
        };
}
