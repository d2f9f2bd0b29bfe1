using System.Globalization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>One snapshot in a list of them: the version that counts.</summary>
/// <param name="Version">The version that counts: the latest compile date of those made by the usual choice.</param>
/// <param name="Scheduled">Whether any version is what the schedule owed.</param>
/// <param name="WithComparison">Indicators that can be compared with England.</param>
/// <param name="DoesNotMeet">Those that do not meet England.</param>
internal sealed record SnapshotLine(
    DateOnly AsAt,
    string Page,
    string Report,
    string Cadence,
    string Audience,
    DateOnly Compiled,
    int Version,
    bool Scheduled,
    int WithComparison,
    int Exceeds,
    int DoesNotMeet
)
{
    /// <summary>The list: one line for each date and cadence, the newest date first.</summary>
    /// <param name="headers">The headers of one area, in any order.</param>
    /// <param name="catalogue">It says who reads the snapshots of a cadence.</param>
    public static IReadOnlyList<SnapshotLine> List(IEnumerable<SnapshotHeader> headers, IndicatorCatalogue catalogue) =>
        [
            .. from header in headers
            group header by (header.Area, header.Cadence, header.AsAt) into versions
            orderby versions.Key.AsAt descending, versions.Key.Cadence
            let newest = versions.PreferredFirst().First()
            select new SnapshotLine(
                newest.AsAt,
                PageOf(newest),
                $"snapshots/{newest.Folder}report.html",
                newest.Cadence,
                AudienceOf(newest.Cadence, catalogue),
                newest.Compiled,
                newest.Version,
                versions.Any(h => h.Scheduled),
                newest.WithComparison,
                newest.Exceeds,
                newest.DoesNotMeet
            ),
        ];

    /// <summary>Who reads the snapshots of a cadence; its id, where the catalogue has it no longer.</summary>
    public static string AudienceOf(string cadence, IndicatorCatalogue catalogue) =>
        catalogue.FindCadence(cadence)?.Audience ?? cadence;

    /// <summary>A link to the page of a snapshot that names one version.</summary>
    public static PageLink LinkTo(SnapshotHeader header) =>
        new($"{header.AreaName}, as at {PlaceText.Date(header.AsAt)}, version {header.Version}", PageOf(header));

    /// <summary>The page of a snapshot, whatever its version: it is in the folder of the versions.</summary>
    public static string PageOf(SnapshotHeader header)
    {
        var version = $"v{header.Version.ToString(CultureInfo.InvariantCulture)}/";
        return $"snapshots/{header.Folder[..^version.Length]}{PagePath.Index}";
    }
}
