namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The cells that several sheets give of a line.</summary>
internal static class LineCells
{
    /// <summary>What stands where a line has no figure: one for several areas cannot have any.</summary>
    public static string Missing(ReportLine line) => line.IsWhole ? Marker.NotApplicable : Marker.NotAvailable;

    public static Cell Unit(ReportLine line) => Unit(line.Row.Unit);

    public static Cell Unit(string unit) => unit == "pp" ? "percentage points" : unit;

    public static Cell Local(ReportLine line) => Cell.Figure(line.Place.Local?.Value, line.Decimals, Why(line));

    public static Cell Period(ReportLine line) => Cell.Words(line.Place.Local?.Period, Why(line));

    public static Cell Status(ReportLine line) =>
        line.Place.Local is { } local
            ? Marker.Status(local.Status, IsRevised(line, "local"))
            : new Cell.Blank(Why(line));

    /// <summary>How final another figure of the line is.</summary>
    public static Cell Status(ReportLine line, decimal? value, string? status) =>
        value is null ? new Cell.Blank(Missing(line)) : Marker.Status(status, false);

    /// <summary>Whose figures are provisional.</summary>
    public static Cell Provisional(ReportLine line) =>
        line.Provisional.Select(p => p.Whose).ToList() is { Count: > 0 } whose
            ? $"{Marker.Provisional} {string.Join("; ", whose)}"
            : new Cell.Blank("none");

    public static Cell England(ReportLine line) =>
        Cell.Figure(line.Place.National?.Value, line.Decimals, Missing(line));

    /// <summary>Whether an earlier edition gave another figure than the one that counts.</summary>
    public static bool IsRevised(ReportLine line, string figure) => line.Place.Revisions.Any(r => r.Figure == figure);

    private static string Why(ReportLine line) =>
        line.IsWhole ? Marker.NotApplicable : Marker.For(line.Place.LocalMissing);
}
