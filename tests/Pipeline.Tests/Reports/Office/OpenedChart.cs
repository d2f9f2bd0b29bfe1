using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

/// <summary>A chart of an Office file as a program that knows nothing of ours reads it.</summary>
internal sealed class OpenedChart(ChartPart part)
{
    public C.ChartSpace Space => part.ChartSpace;

    public bool IsLines => Space.Descendants<C.LineChart>().Any();

    /// <summary>The first line of the title.</summary>
    public string Title => Titles[0];

    public IReadOnlyList<string> Titles =>
        [.. Space.Descendants<C.Title>().First().Descendants<A.Paragraph>().Select(p => p.InnerText)];

    public IReadOnlyList<string> Categories =>
        [.. Space.Descendants<C.CategoryAxisData>().First().Descendants<C.StringPoint>().Select(p => p.InnerText)];

    /// <summary>The figures of each series by its name; null where nothing is drawn.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<decimal?>> Series =>
        Space
            .Descendants<OpenXmlCompositeElement>()
            .Where(e => e is C.BarChartSeries or C.LineChartSeries)
            .ToDictionary(
                s => s.GetFirstChild<C.SeriesText>()!.InnerText,
                s => Points(s.GetFirstChild<C.Values>()!.NumberLiteral!)
            );

    /// <summary>The value at which bars begin.</summary>
    public double? BarsFrom => Space.Descendants<C.CategoryAxis>().Single().GetFirstChild<C.CrossesAt>()?.Val?.Value;

    public static IReadOnlyList<decimal?> Points(C.NumberLiteral literal)
    {
        var at = literal
            .Elements<C.NumericPoint>()
            .ToDictionary(p => p.Index!.Value, p => decimal.Parse(p.InnerText, CultureInfo.InvariantCulture));
        return
        [
            .. Enumerable
                .Range(0, (int)literal.PointCount!.Val!.Value)
                .Select(i => at.TryGetValue((uint)i, out var v) ? v : (decimal?)null),
        ];
    }
}
