using System.Text.Json;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>The report of the samples as a page, used once in a browser when the first test asks what was seen.</summary>
public sealed class UsedPage : IDisposable
{
    /// <summary>The page as it was printed, in <see cref="Folder"/>.</summary>
    public const string Pdf = "report.pdf";

    private readonly Lazy<Task<JsonDocument>> _seen;

    public UsedPage()
    {
        File = Path.Combine(Folder, "report.html");
        System.IO.File.WriteAllText(File, HtmlReport.Write(Snapshot()).ToString());
        _seen = new(UseAsync);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("childrens-trust-page-").FullName;

    public string File { get; }

    /// <summary>What browser/report.mjs saw.</summary>
    public Task<JsonDocument> DocumentAsync() => _seen.Value;

    /// <summary>What the page shows.</summary>
    internal static Snapshot Snapshot() =>
        SnapshotJson.Read(
            BinaryData.FromBytes(
                System.IO.File.ReadAllBytes(
                    Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "Golden", "snapshot.golden.json")
                )
            )
        );

    public void Dispose()
    {
        if (_seen.IsValueCreated && _seen.Value.IsCompletedSuccessfully)
            _seen.Value.Result.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Task<JsonDocument> UseAsync() =>
        Browser.RunAsync(
            "report.mjs",
            new Dictionary<string, string>
            {
                ["file"] = File,
                ["policy"] =
                    $"default-src 'none'; script-src {HtmlReport.ScriptHash}; style-src {HtmlReport.StyleHash}",
                ["pdf"] = Path.Combine(Folder, Pdf),
            }
        );
}
