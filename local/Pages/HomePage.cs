using System.Text;
using System.Text.Encodings.Web;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Feeds;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Screening;
using ChildrensTrust.Pipeline.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Local.Pages;

/// <summary>The page at the root: snapshots with their files, and releases with their counts and findings.</summary>
internal static class HomePage
{
    private const string Top = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Children's Trust comparison pipeline</title>
        <style>
        body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #0b0c0c; background: #fff; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
        caption { text-align: left; font-weight: bold; font-size: 1.25rem; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #b1b4b6; }
        td.number, th.number { text-align: right; }
        a { color: #1d4f8c; } a:focus-visible, summary:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; background: #fd0; }
        </style>
        </head>
        <body>
        <main>
        <h1>Children's Trust comparison pipeline</h1>

        """;

    private const string Bottom = """
        </main>
        </body>
        </html>

        """;

    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var html = new StringBuilder(Top);
        await SnapshotsAsync(html, services.GetRequiredService<PipelineStorage>(), cancellationToken);
        await ReleasesAsync(html, services.GetRequiredService<ReleaseLedger>(), cancellationToken);
        return html.Append(Bottom).ToString();
    }

    private static async Task SnapshotsAsync(StringBuilder html, PipelineStorage storage, CancellationToken cancellationToken)
    {
        var folders = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (var blob in storage.Snapshots.GetBlobsAsync(new GetBlobsOptions(), cancellationToken))
        {
            var folder = blob.Name[..(blob.Name.LastIndexOf('/') + 1)];
            if (!folders.TryGetValue(folder, out var files))
                folders[folder] = files = [];
            files.Add(blob.Name[folder.Length..]);
        }

        html.AppendLine("<table><caption>Snapshots</caption><thead><tr><th scope=\"col\">Area, day and version</th><th scope=\"col\">Files</th></tr></thead><tbody>");
        foreach (var (folder, files) in folders.Reverse())
        {
            var links = files.Select(file => $"<a href=\"/snapshots/{Text(string.Join('/', (folder + file).Split('/').Select(Uri.EscapeDataString)))}\">{Text(file)}</a>");
            html.AppendLine($"<tr><th scope=\"row\">{Text(folder.TrimEnd('/').Replace("/", ", ", StringComparison.Ordinal))}</th><td>{string.Join(" ", links)}</td></tr>");
        }

        html.AppendLine(folders.Count == 0 ? "</tbody></table><p>No snapshot has been produced yet.</p>" : "</tbody></table>");
    }

    private static async Task ReleasesAsync(StringBuilder html, ReleaseLedger ledger, CancellationToken cancellationToken)
    {
        html.AppendLine("<table><caption>Releases</caption><thead><tr><th scope=\"col\">File</th><th scope=\"col\">Feed</th><th scope=\"col\">Published</th><th scope=\"col\">Status</th><th scope=\"col\" class=\"number\">Rows read</th><th scope=\"col\" class=\"number\">Accepted</th><th scope=\"col\" class=\"number\">Rejected</th><th scope=\"col\" class=\"number\">Observations</th><th scope=\"col\">Findings</th></tr></thead><tbody>");
        var any = false;
        await foreach (var release in ledger.AllAsync(cancellationToken))
        {
            any = true;
            var findings = release.FindingCount == 0 ? [] : await ledger.FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken);
            html.AppendLine($"<tr><th scope=\"row\">{Text(release.File)}</th><td>{release.Feed.Folder()}</td><td>{release.Published:yyyy-MM-dd}</td><td>{release.Status}</td><td class=\"number\">{release.Rows.Read}</td><td class=\"number\">{release.Rows.Accepted}</td><td class=\"number\">{release.Rows.Rejected}</td><td class=\"number\">{release.Observations}</td><td>{Findings(findings)}</td></tr>");
        }

        html.AppendLine(any ? "</tbody></table>" : "</tbody></table><p>Nothing has been ingested yet.</p>");
    }

    private static string Findings(List<Finding> findings)
    {
        if (findings.Count == 0)
            return "none";

        var items = findings.Select(finding => $"<li>{finding.Severity}: {Text(finding.Message)} {Text(finding.Guidance)}</li>");
        return $"<details><summary>{findings.Count}</summary><ul>{string.Concat(items)}</ul></details>";
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
