using System.Net;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Reports.Html;

/// <summary>Reads the page as a person does: the words of a section, without its markup.</summary>
internal static partial class PageText
{
    /// <summary>The words of a section.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="section">The section's id.</param>
    public static string Of(Snapshot snapshot, string section)
    {
        var page = HtmlReport.Write(snapshot).ToString();
        var from = page.IndexOf($"<section aria-labelledby=\"{section}\"", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, $"the page has no section {section}");
        return Words(page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)]);
    }

    /// <summary>Html as words, with one space between any two.</summary>
    /// <param name="html">The html.</param>
    public static string Words(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
