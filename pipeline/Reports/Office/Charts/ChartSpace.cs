using ChildrensTrust.Pipeline.Reports.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>Writes a chart as the part of an Office file that holds it.</summary>
internal static class ChartSpace
{
    private const int CategoryAxis = 1;
    private const int ValueAxis = 2;

    /// <summary>The part that holds a chart.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="id">The name of the relation to it.</param>
    public static OfficePart Part(OfficeChart chart, string path, string id) =>
        new(PartKind.Chart, path, id, to => Write(new(to), chart));

    // In the order that the schema of a chart wants.
    private static void Write(ChartXml to, OfficeChart chart)
    {
        to.OpenSpace()
            .Value("date1904", false)
            .Value("lang", "en-GB")
            .Value("roundedCorners", false)
            .Open("chart")
            .Raw(ChartLook.Title(chart))
            .Value("autoTitleDeleted", false)
            .Open("plotArea")
            .Open("layout")
            .Close();
        if (chart.IsLines)
            Lines(to, chart);
        else
            Bars(to, chart);
        Categories(to, chart);
        Values(to, chart);
        to.Close();
        // The names of the bars say whose they are.
        if (chart.IsLines)
            to.Open("legend").Value("legendPos", "b").Value("overlay", false).Close();
        to.Value("plotVisOnly", true)
            .Value("dispBlanksAs", "gap")
            .Close()
            .Shape(ChartLook.Fill("FFFFFF") + ChartLook.NoStroke)
            .Raw(ChartLook.Text(ChartLook.Small))
            .Close();
    }

    private static void Bars(ChartXml to, OfficeChart chart)
    {
        to.Open("barChart").Value("barDir", "bar").Value("grouping", "clustered").Value("varyColors", false);
        foreach (var (i, series) in chart.Series.Index())
            SeriesParts.Bar(to, chart, series, i);
        // Each category has a bar of one series only, which takes the whole lane.
        to.Value("gapWidth", 40).Value("overlap", 100);
        Axes(to).Close();
    }

    private static void Lines(ChartXml to, OfficeChart chart)
    {
        to.Open("lineChart").Value("grouping", "standard").Value("varyColors", false);
        foreach (var (i, series) in chart.Series.Index())
            SeriesParts.Line(to, chart, series, i);
        to.Value("marker", true);
        Axes(to).Close();
    }

    private static ChartXml Axes(ChartXml to) => to.Value("axId", CategoryAxis).Value("axId", ValueAxis);

    // Of bars it is the line that they begin at; their names stand beside the chart.
    private static void Categories(ChartXml to, OfficeChart chart)
    {
        to.Open("catAx")
            .Value("axId", CategoryAxis)
            .Open("scaling")
            // A chart of bars is drawn from below; the first is to stand on top.
            .Value("orientation", chart.IsLines ? "minMax" : "maxMin")
            .Close()
            .Value("delete", false)
            .Value("axPos", chart.IsLines ? "b" : "l")
            .Format("General");
        Ticks(to)
            .Shape(
                chart.IsLines || chart.From is null
                    ? ChartLook.Stroke(ChartLook.Rule, 9525)
                    : ChartLook.Stroke(ChartLook.ColourOf(SeriesLook.England), 19050)
            );
        if (chart.IsLines)
            to.Value("crossAx", ValueAxis).Value("crosses", "min");
        else
            // Every bar keeps its name.
            to.Raw(ChartLook.Text(ChartLook.Smallest))
                .Value("crossAx", ValueAxis)
                .Value("crossesAt", (double)(chart.From ?? 0))
                .Value("tickLblSkip", 1);
        to.Value("noMultiLvlLbl", true).Close();
    }

    private static void Values(ChartXml to, OfficeChart chart)
    {
        to.Open("valAx")
            .Value("axId", ValueAxis)
            .Open("scaling")
            .Value("orientation", "minMax")
            .Value("max", (double)chart.Scale.To)
            .Value("min", (double)chart.Scale.From)
            .Close()
            // Each bar has its figure beside its name.
            .Value("delete", !chart.IsLines)
            .Value("axPos", chart.IsLines ? "l" : "b");
        if (chart.IsLines)
            to.Open("majorGridlines").Shape(ChartLook.Stroke(ChartLook.Rule, 6350)).Close();
        Ticks(to.Format(chart.Format(chart.Scale.Decimals)))
            .Shape(ChartLook.NoStroke)
            .Value("crossAx", CategoryAxis)
            .Value("crosses", "autoZero")
            .Value("crossBetween", "between")
            .Value("majorUnit", (double)chart.Scale.Step)
            .Close();
    }

    private static ChartXml Ticks(ChartXml to) =>
        to.Value("majorTickMark", "none").Value("minorTickMark", "none").Value("tickLblPos", "low");
}
