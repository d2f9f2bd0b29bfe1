using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>
/// Draws one indicator as dots on a line, in SVG: each neighbour a ring, their average a bar, England a cross, the area a
/// diamond. Shapes tell them apart, not colours alone; the text beside it says the same.
/// </summary>
internal static class DotChart
{
    private const int Width = 640;
    private const int Height = 76;
    private const int Margin = 24;
    private const int Line = 34;

    /// <summary>The drawing; null where there are not two figures to compare.</summary>
    public static string? Draw(SnapshotRow row, SnapshotPlace place)
    {
        var neighbours = place.Neighbours?.Figures.Select(f => f.Value).ToList() ?? [];
        decimal?[] others = [place.National?.Value, place.Neighbours?.Value];
        if (place.Local?.Value is not { } local || (neighbours.Count == 0 && others.All(o => o is null)))
            return null;
        var all = neighbours.Concat(others.OfType<decimal>()).Append(local).ToList();
        var (low, high) = (all.Min(), all.Max());
        var span = high - low;
        double X(decimal value) => span == 0 ? Width / 2.0 : Margin + ((double)((value - low) / span) * (Width - (2 * Margin)));

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-hidden=\"true\" focusable=\"false\">");
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{Margin}\" x2=\"{Width - Margin}\" y1=\"{Line}\" y2=\"{Line}\"/>");
        foreach (var value in neighbours)
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"neighbour\" cx=\"{X(value):0.#}\" cy=\"{Line}\" r=\"6\"/>");
        if (place.Neighbours?.Value is { } average)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"average\" x1=\"{X(average):0.#}\" x2=\"{X(average):0.#}\" y1=\"{Line - 15}\" y2=\"{Line + 15}\"/>");
        if (place.National?.Value is { } england)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"england\" d=\"M{X(england) - 7:0.#} {Line - 7}l14 14m0 -14l-14 14\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"local\" d=\"M{X(local):0.#} {Line - 10}l10 10l-10 10l-10 -10z\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{Height - 6}\">{HtmlEncoder.Default.Encode(Text(low, row, place))}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Margin}\" y=\"{Height - 6}\" text-anchor=\"end\">{HtmlEncoder.Default.Encode(Text(high, row, place))}</text>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>What the drawing shows, in words.</summary>
    public static string Describe(SnapshotRow row, SnapshotPlace place, string name)
    {
        var parts = new List<string> { $"{name} {Text(place.Local!.Value!.Value, row, place)}" };
        if (place.National?.Value is { } england)
            parts.Add($"England {Text(england, row, place)}");
        if (place.Neighbours is { Value: { } average } neighbours)
            parts.Add($"neighbours’ average {Text(average, row, place)}, from {Text(neighbours.Figures.Min(f => f.Value), row, place)} to {Text(neighbours.Figures.Max(f => f.Value), row, place)}");
        return string.Join("; ", parts) + ".";
    }

    private static string Text(decimal value, SnapshotRow row, SnapshotPlace place) => FigureText.Of(value, FigureText.Decimals(row, place), row.Unit);
}
