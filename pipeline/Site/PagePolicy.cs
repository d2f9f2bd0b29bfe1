using ChildrensTrust.Pipeline.Reports;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What a browser may do with a page: show it. Nothing is fetched, nothing is sent, and no script runs but the
/// report's own, which sorts and filters its table.</summary>
public static class PagePolicy
{
    /// <summary>What is in the page itself, for where it is served as a plain file.</summary>
    public const string ForMeta =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The header Content-Security-Policy.</summary>
    public static string Header { get; } = $"{ForMeta}; script-src {HtmlReport.ScriptHash}; frame-ancestors 'none'";

    /// <summary>The header Cache-Control of a page.</summary>
    public static string CacheControl(Page page) =>
        page.IsLasting ? "private, max-age=31536000, immutable" : "private, no-cache";
}
