using System.Globalization;
using ChildrensTrust.Pipeline.Reports.Charts;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>Writes the series of a chart, with their names and figures in the chart itself.</summary>
internal static class SeriesParts
{
    private const int LineWidth = 19050;
    private const int OwnLineWidth = 28575;

    /// <summary>A series of bars.</summary>
    public static C.BarChartSeries Bar(OfficeChart chart, ChartSeries series, uint index)
    {
        var bars = new C.BarChartSeries(
            new C.Index { Val = index },
            new C.Order { Val = index },
            Name(series),
            new C.ChartShapeProperties(ChartLook.Fill(ChartLook.ColourOf(series.Look))),
            new C.InvertIfNegative { Val = false }
        );
        if (series.Interval is var (below, above))
            bars.Append(Interval(series, below, above));
        bars.Append(
            new C.CategoryAxisData(Texts(chart.Categories)),
            new C.Values(Numbers(series.Values, chart.Format(chart.Decimals)))
        );
        return bars;
    }

    /// <summary>A line.</summary>
    public static C.LineChartSeries Line(OfficeChart chart, ChartSeries series, uint index)
    {
        var (colour, isOwn) = (ChartLook.ColourOf(series.Look), series.Look == SeriesLook.Own);
        A.PresetLineDashValues? dash = series.Look switch
        {
            SeriesLook.England => A.PresetLineDashValues.Dash,
            SeriesLook.Similar => A.PresetLineDashValues.SystemDot,
            _ => null,
        };
        var line = new C.LineChartSeries(
            new C.Index { Val = index },
            new C.Order { Val = index },
            Name(series),
            new C.ChartShapeProperties(ChartLook.Stroke(colour, isOwn ? OwnLineWidth : LineWidth, dash)),
            new C.Marker(
                new C.Symbol
                {
                    Val = series.Look switch
                    {
                        SeriesLook.Own => C.MarkerStyleValues.Circle,
                        SeriesLook.England => C.MarkerStyleValues.Diamond,
                        _ => C.MarkerStyleValues.Triangle,
                    },
                },
                new C.Size { Val = 5 },
                new C.ChartShapeProperties(ChartLook.Fill(colour), new A.Outline(new A.NoFill()))
            )
        );
        if (series.Labelled is { } labelled)
            line.Append(
                new C.DataLabels([
                    new C.DataLabel([
                        new C.Index { Val = (uint)labelled },
                        new C.NumberingFormat { FormatCode = chart.Format(chart.Decimals), SourceLinked = false },
                        new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
                        ChartLook.Text(ChartLook.Small, isBold: true),
                        new C.DataLabelPosition
                        {
                            Val = series.IsLabelBelow
                                ? C.DataLabelPositionValues.Bottom
                                : C.DataLabelPositionValues.Top,
                        },
                        .. Shown(figure: true),
                    ]),
                    .. Shown(figure: false),
                ])
            );
        line.Append(
            new C.CategoryAxisData(Texts(chart.Categories)),
            new C.Values(Numbers(series.Values, chart.Format(chart.Decimals))),
            new C.Smooth { Val = false }
        );
        return line;
    }

    private static C.SeriesText Name(ChartSeries series) => new(new C.NumericValue(XmlText.Clean(series.Name)));

    private static IEnumerable<OpenXmlElement> Shown(bool figure) =>
        [
            new C.ShowLegendKey { Val = false },
            new C.ShowValue { Val = figure },
            new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = false },
            new C.ShowPercent { Val = false },
            new C.ShowBubbleSize { Val = false },
        ];

    private static C.ErrorBars Interval(ChartSeries series, decimal below, decimal above)
    {
        decimal?[] Only(decimal reach) => [.. series.Values.Select(v => v is null ? (decimal?)null : reach)];
        return new(
            new C.ErrorBarType { Val = C.ErrorBarValues.Both },
            new C.ErrorBarValueType { Val = C.ErrorValues.Custom },
            new C.NoEndCap { Val = false },
            new C.Plus(Numbers(Only(above), "General")),
            new C.Minus(Numbers(Only(below), "General")),
            new C.ChartShapeProperties(ChartLook.Stroke(ChartLook.Ink, 12700))
        );
    }

    private static C.StringLiteral Texts(IReadOnlyList<string> texts) =>
        new([
            new C.PointCount { Val = (uint)texts.Count },
            .. texts.Select((t, i) => new C.StringPoint(new C.NumericValue(XmlText.Clean(t))) { Index = (uint)i }),
        ]);

    // A point that is not there is drawn as a gap.
    private static C.NumberLiteral Numbers(IReadOnlyList<decimal?> values, string format) =>
        new([
            new C.FormatCode(format),
            new C.PointCount { Val = (uint)values.Count },
            .. values
                .Index()
                .Where(v => v.Item is not null)
                .Select(v => new C.NumericPoint(
                    new C.NumericValue(v.Item!.Value.ToString(CultureInfo.InvariantCulture))
                )
                {
                    Index = (uint)v.Index,
                }),
        ]);
}
