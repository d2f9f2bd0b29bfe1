using System.Text.Encodings.Web;
using System.Text.Unicode;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using Fluid;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Writes findings.csv, findings.html and rejected-rows.csv into quarantine under the release's id, for the
/// person who dropped the file.</summary>
internal static class FindingsFiles
{
    private static readonly IFluidTemplate Page = Parse();
    private static readonly TemplateOptions Options = new() { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };

    public static async Task WriteAsync(
        BlobContainerClient quarantine,
        Release release,
        FileReading reading,
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        await PutAsync("findings.csv", "text/csv; charset=utf-8", Csv(findings));
        await PutAsync("findings.html", "text/html; charset=utf-8", Html(release, reading, findings));
        if (reading is { Refused: false, RejectedRows.Count: > 0 })
            await PutAsync("rejected-rows.csv", "text/csv; charset=utf-8", reading.RejectedRows.ToText());

        Task PutAsync(string name, string type, BinaryData content) =>
            quarantine
                .GetBlobClient($"{release.Id}/{name}")
                .UploadAsync(
                    content,
                    new Azure.Storage.Blobs.Models.BlobUploadOptions { HttpHeaders = new() { ContentType = type } },
                    cancellationToken
                );
    }

    private static BinaryData Csv(IReadOnlyList<Finding> findings)
    {
        using var text = new MemoryStream();
        using (
            var csv = SafeCsv.Create(
                text,
                ["severity", "code", "row", "rows", "count", "column", "message", "guidance"]
            )
        )
        {
            foreach (var f in findings)
            {
                csv.WriteField(f.Severity.ToString());
                csv.WriteText(f.Code);
                csv.WriteField(f.Row);
                csv.WriteText(f.Rows);
                csv.WriteField(f.Count);
                csv.WriteText(f.Column);
                csv.WriteText(f.Message);
                csv.WriteText(f.Guidance);
                csv.EndRecord();
            }
        }
        return new(text.ToArray());
    }

    private static BinaryData Html(Release release, FileReading reading, IReadOnlyList<Finding> findings)
    {
        var context = new TemplateContext(
            new
            {
                release.File,
                reading.Refused,
                release.SameAs,
                Refusal = reading.Refused ? Refusal.Of(release, findings) : null,
                Feed = release.Feed.Folder(),
                release.Rows.Read,
                release.Rows.Rejected,
                HasRows = reading.RejectedRows.Count > 0,
                reading.RejectedRows.IsCut,
                Guidance = findings
                    .DistinctBy(f => f.Code)
                    .OrderByDescending(f => f.Severity)
                    .Select(f => new { f.Code, Text = f.Guidance })
                    .ToList(),
                Findings = findings
                    .Select(f => new
                    {
                        Severity = f.Severity.ToString().ToLowerInvariant(),
                        Rows = f.Where,
                        f.Column,
                        f.Message,
                        f.Code,
                    })
                    .ToList(),
                Release = release.Id,
                release.Sha256,
            },
            Options
        );
        return BinaryData.FromString(Page.Render(context, HtmlEncoder.Create(UnicodeRanges.All)));
    }

    private static IFluidTemplate Parse()
    {
        using var stream = typeof(FindingsFiles).Assembly.GetManifestResourceStream("findings.liquid")!;
        using var text = new StreamReader(stream);
        return new FluidParser().Parse(text.ReadToEnd());
    }
}
