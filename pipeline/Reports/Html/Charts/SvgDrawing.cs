using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Reports.Html;

namespace ChildrensTrust.Pipeline.Reports.Html.Charts;

/// <summary>Writes the content of a drawing: shapes by class, figures with decimal points in any culture, every text
/// encoded.</summary>
internal sealed class SvgDrawing
{
    /// <summary>
    /// The width of every chart that has texts: what a phone of 375 pixels has room for. A chart is never shown smaller
    /// than it is drawn there, so its texts of 12 units are 12 pixels at least; elsewhere it is shown larger.
    /// </summary>
    public const int Width = 340;

    private readonly StringBuilder _svg = new();

    /// <summary>The looks of its classes, for the style of a page that shows one; the colours are the page's
    /// own.</summary>
    public static string Style { get; } = PageTemplate.Text("chart.css");

    /// <summary>A straight line.</summary>
    public SvgDrawing Line(string kind, double x1, double y1, double x2, double y2) =>
        Add($"<line class=\"{kind}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    /// <summary>A rectangle.</summary>
    public SvgDrawing Box(string kind, double x, double y, double width, double height) =>
        Add($"<rect class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\"/>");

    /// <summary>A dot.</summary>
    public SvgDrawing Dot(string kind, double x, double y, double radius) =>
        Add($"<circle class=\"{kind}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"/>");

    /// <summary>A triangle that stands on a line and points up.</summary>
    public SvgDrawing Triangle(string kind, double x, double bottom) =>
        Add($"<path class=\"{kind}\" d=\"M{x - 5:0.#} {bottom:0.#}h10l-5 -5z\"/>");

    /// <summary>The mark of the area, a diamond.</summary>
    public SvgDrawing Local(double x, double y) =>
        Add($"<path class=\"local\" d=\"M{x:0.#} {y - 7:0.#}l7 7l-7 7l-7 -7z\"/>");

    /// <summary>The mark of England, a cross.</summary>
    public SvgDrawing England(double x, double y) =>
        Add($"<path class=\"england\" d=\"M{x - 5:0.#} {y - 5:0.#}l10 10m0 -10l-10 10\"/>");

    /// <summary>The mark of the neighbours' average, a square.</summary>
    public SvgDrawing Average(double x, double y) =>
        Add($"<path class=\"average\" d=\"M{x - 5:0.#} {y - 5:0.#}h10v10h-10z\"/>");

    /// <summary>A line through points.</summary>
    public SvgDrawing Through(string kind, IReadOnlyList<(double X, double Y)> points) =>
        Add($"<path class=\"line {kind}\" d=\"M{string.Join("L", points.Select(Point))}\"/>");

    private static string Point((double X, double Y) p) =>
        string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#} {p.Y:0.#}");

    /// <summary>A text; "start", "middle" or "end" of it stands at the place.</summary>
    /// <param name="kind">Its class; null for none.</param>
    public SvgDrawing Text(double x, double y, string text, string anchor = "start", string? kind = null)
    {
        Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\"");
        if (kind is not null)
            Add($" class=\"{kind}\"");
        return Add($">{PageTemplate.Encode(text)}</text>");
    }

    /// <inheritdoc/>
    public override string ToString() => _svg.ToString();

    private SvgDrawing Add(FormattableString shape)
    {
        _svg.Append(shape.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
