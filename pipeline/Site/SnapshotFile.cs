using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What the address of a snapshot's file names.</summary>
/// <param name="AsAt">The as-at date, as 2012-09-30.</param>
internal sealed partial record SnapshotFile(string Area, string Cadence, string AsAt, int Version, string Name)
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/plain; charset=utf-8",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
    };

    /// <summary>The media type of a file that is shown, by the end of its name.</summary>
    public static string ContentTypeOf(string name) => Types[Path.GetExtension(name)];

    /// <summary>Whether a file of that name is shown: the kinds that the pipeline writes, and nothing else that someone
    /// put there.</summary>
    public static bool IsOpen(string name) =>
        Types.ContainsKey(Path.GetExtension(name)) && PagePath.Read(name) is not null && !name.Contains('/');

    /// <summary>Reads an address; null where it names no file of a snapshot.</summary>
    public static SnapshotFile? Read(PagePath path) =>
        Form().Match(path.Text) is { Success: true } found && IsOpen(found.Groups["name"].Value)
            ? new(
                found.Groups["area"].Value,
                found.Groups["cadence"] is { Success: true } cadence ? cadence.Value : Catalogue.Cadence.Trust,
                found.Groups["asAt"].Value,
                int.Parse(found.Groups["version"].Value, CultureInfo.InvariantCulture),
                found.Groups["name"].Value
            )
            : null;

    [GeneratedRegex(
        @"\Asnapshots/(?<area>[A-Z0-9]+)(/(?<cadence>[a-z][a-z0-9-]*))?/(?<asAt>[0-9]{4}-[0-9]{2}-[0-9]{2})/v(?<version>[1-9][0-9]{0,3})/(?<name>[^/]+)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex Form();
}
