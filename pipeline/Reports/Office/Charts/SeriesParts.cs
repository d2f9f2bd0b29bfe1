using System.Globalization;
using ChildrensTrust.Pipeline.Reports.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>Writes the series of a chart, with their names and figures in the chart itself.</summary>
internal static class SeriesParts
{
    private const int LineWidth = 19050;
    private const int OwnLineWidth = 28575;

    /// <summary>Writes a series of bars.</summary>
    public static void Bar(ChartXml to, OfficeChart chart, ChartSeries series, int index)
    {
        Begin(to, series, index)
            .Shape(ChartLook.Fill(ChartLook.ColourOf(series.Look)))
            .Value("invertIfNegative", false);
        if (series.Interval is var (below, above))
            Interval(to, series, below, above);
        Points(to, chart, series);
        to.Close();
    }

    /// <summary>Writes a line.</summary>
    public static void Line(ChartXml to, OfficeChart chart, ChartSeries series, int index)
    {
        var colour = ChartLook.ColourOf(series.Look);
        var (width, dash, symbol) = series.Look switch
        {
            SeriesLook.Own => (OwnLineWidth, null, "circle"),
            SeriesLook.England => (LineWidth, "dash", "diamond"),
            _ => (LineWidth, "sysDot", "triangle"),
        };
        Begin(to, series, index)
            .Shape(ChartLook.Stroke(colour, width, dash))
            .Open("marker")
            .Value("symbol", symbol)
            .Value("size", 5)
            .Shape(ChartLook.Fill(colour) + ChartLook.NoStroke)
            .Close();
        if (series.Labelled is { } labelled)
            Label(to, chart, series, labelled);
        Points(to, chart, series);
        to.Value("smooth", false).Close();
    }

    private static ChartXml Begin(ChartXml to, ChartSeries series, int index) =>
        to.Open("ser").Value("idx", index).Value("order", index).Open("tx").Text("v", series.Name).Close();

    // The figure of one point alone.
    private static void Label(ChartXml to, OfficeChart chart, ChartSeries series, int at)
    {
        to.Open("dLbls")
            .Open("dLbl")
            .Value("idx", at)
            .Format(chart.Format(chart.Decimals))
            .Shape(ChartLook.NoFill + ChartLook.NoStroke)
            .Raw(ChartLook.Text(ChartLook.Small, isBold: true))
            .Value("dLblPos", series.IsLabelBelow ? "b" : "t");
        Shown(to, figure: true).Close();
        Shown(to, figure: false).Close();
    }

    private static ChartXml Shown(ChartXml to, bool figure) =>
        to.Value("showLegendKey", false)
            .Value("showVal", figure)
            .Value("showCatName", false)
            .Value("showSerName", false)
            .Value("showPercent", false)
            .Value("showBubbleSize", false);

    private static void Interval(ChartXml to, ChartSeries series, decimal below, decimal above)
    {
        decimal?[] Only(decimal reach) => [.. series.Values.Select(v => v is null ? (decimal?)null : reach)];
        to.Open("errBars").Value("errBarType", "both").Value("errValType", "cust").Value("noEndCap", false);
        Numbers(to.Open("plus"), Only(above), "General").Close();
        Numbers(to.Open("minus"), Only(below), "General").Close();
        to.Shape(ChartLook.Stroke(ChartLook.Ink, 12700)).Close();
    }

    private static void Points(ChartXml to, OfficeChart chart, ChartSeries series)
    {
        Texts(to.Open("cat"), chart.Categories).Close();
        Numbers(to.Open("val"), series.Values, chart.Format(chart.Decimals)).Close();
    }

    private static ChartXml Texts(ChartXml to, IReadOnlyList<string> texts)
    {
        to.Open("strLit").Value("ptCount", texts.Count);
        foreach (var (i, text) in texts.Index())
            to.Point(i, text);
        return to.Close();
    }

    // A point that is not there is drawn as a gap.
    private static ChartXml Numbers(ChartXml to, IReadOnlyList<decimal?> values, string format)
    {
        to.Open("numLit").Text("formatCode", format).Value("ptCount", values.Count);
        foreach (var (i, value) in values.Index())
        {
            if (value is { } number)
                to.Point(i, number.ToString(CultureInfo.InvariantCulture));
        }
        return to.Close();
    }
}
