using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChildrensTrust.Pipeline.Reports.Html;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>
/// Writes report.html: one file that loads nothing from elsewhere. Every text of the snapshot is encoded by the
/// template engine; the style and the script, which sorts and filters the table, are always the same, so that who
/// serves the page can allow them by their hashes.
/// </summary>
internal static class HtmlReport
{
    private const int UsualSize = 1 << 17;

    private static readonly string Style = SvgDrawing.Style + PageTemplate.Text("report.css");
    private static readonly string Script = PageTemplate.Text("report.js");

    /// <summary>The source that a content security policy allows the page's script by: 'sha256-…', with its
    /// quotes.</summary>
    public static string ScriptHash { get; } = Hash(Script);

    /// <summary>The source that a content security policy allows the page's style by.</summary>
    public static string StyleHash { get; } = Hash(Style);

    /// <summary>Writes the page.</summary>
    public static BinaryData Write(Snapshot snapshot)
    {
        var file = new MemoryStream(UsualSize);
        using var page = new StreamWriter(file, bufferSize: UsualSize / 8);
        PageTemplate.Render(page, "report", Model(snapshot));
        page.Flush();
        return new(file.GetBuffer().AsMemory(0, (int)file.Length));
    }

    private static object Model(Snapshot snapshot) =>
        new
        {
            snapshot.Title,
            Area = snapshot.Area.Name,
            AsAt = PlaceText.Date(snapshot.AsAt),
            Compiled = PlaceText.Date(snapshot.Compiled),
            snapshot.Version,
            Reason = snapshot.Edition is { } edition ? PlaceText.DatesIn(edition.Reason) : null,
            snapshot.Catalogue,
            snapshot.Code,
            Notices = SnapshotNotices.For(snapshot).ToList(),
            Sections = Sections(snapshot),
            Style,
            Script,
        };

    private static List<PageSection> Sections(Snapshot snapshot) =>
        [
            .. new[]
            {
                OverviewSection.Create(snapshot),
                SummarySection.Create(snapshot),
                NeighboursSection.Create(snapshot),
                ChangesSection.Of(snapshot),
                DueSection.Create(snapshot),
                ActionsSection.Create(snapshot),
                TrendsSection.Create(snapshot),
                DetailsSection.Create(snapshot),
                LocalitiesSection.Create(snapshot),
                IndicatorsSection.Create(snapshot),
                Folded(ProvisionalSection.Create(snapshot)),
                Folded(QualitySection.Create(snapshot)),
                Folded(SourcesSection.Create(snapshot)),
            }.OfType<PageSection>(),
        ];

    private static PageSection? Folded(PageSection? section) =>
        section is null ? null : section with { IsFolded = true };

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
