using System.Security.Cryptography;
using System.Text;
using ChildrensTrust.Pipeline.Reports;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What a browser may do with a page: show it. Nothing is fetched, nothing is sent, and no script runs but the
/// report's own, which sorts and filters its table, and the one that filters a long list.</summary>
public static class PagePolicy
{
    /// <summary>The script that filters a long list.</summary>
    internal static string Script { get; } = Read("page.filter.js");

    private static string ScriptHash { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    private const string Nothing =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>What is in the page itself, for where it is served as a plain file.</summary>
    public static string ForMeta { get; } = $"{Nothing}; script-src {ScriptHash}";

    /// <summary>The header Content-Security-Policy.</summary>
    public static string Header { get; } =
        $"{Nothing}; script-src {HtmlReport.ScriptHash} {ScriptHash}; frame-ancestors 'none'";

    /// <summary>The header Cache-Control of a page.</summary>
    public static string CacheControl(Page page) =>
        page.IsLasting ? "private, max-age=31536000, immutable" : "private, no-cache";

    private static string Read(string name)
    {
        using var stream = typeof(PagePolicy).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
