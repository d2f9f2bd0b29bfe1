namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>What a part of an Office file is, in the words of the standard.</summary>
/// <param name="ContentType">The kind of its content.</param>
/// <param name="Relation">What it is to the part that it belongs to.</param>
internal sealed record PartKind(string ContentType, string Relation)
{
    public static readonly PartKind Properties = new(
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    );

    public static readonly PartKind Workbook = Of("spreadsheetml.sheet.main", "officeDocument");
    public static readonly PartKind WorkbookStyles = Of("spreadsheetml.styles", "styles");
    public static readonly PartKind Worksheet = Of("spreadsheetml.worksheet", "worksheet");
    public static readonly PartKind Table = Of("spreadsheetml.table", "table");
    public static readonly PartKind Drawing = Of("drawing", "drawing");
    public static readonly PartKind Chart = Of("drawingml.chart", "chart");
    public static readonly PartKind Document = Of("wordprocessingml.document.main", "officeDocument");
    public static readonly PartKind DocumentStyles = Of("wordprocessingml.styles", "styles");
    public static readonly PartKind Numbering = Of("wordprocessingml.numbering", "numbering");
    public static readonly PartKind Footer = Of("wordprocessingml.footer", "footer");
    public static readonly PartKind Settings = Of("wordprocessingml.settings", "settings");

    private static PartKind Of(string content, string relation) =>
        new(
            $"application/vnd.openxmlformats-officedocument.{content}+xml",
            $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation}"
        );
}
