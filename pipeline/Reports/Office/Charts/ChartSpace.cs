using ChildrensTrust.Pipeline.Reports.Charts;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>Writes a chart as the part of an Office file that holds it.</summary>
internal static class ChartSpace
{
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;

    /// <summary>The part's content.</summary>
    public static C.ChartSpace Of(OfficeChart chart)
    {
        var plot = new C.PlotArea(new C.Layout(), chart.IsLines ? Lines(chart) : Bars(chart));
        plot.Append(Categories(chart), Values(chart));
        var content = new C.Chart(
            ChartLook.Title(chart),
            new C.AutoTitleDeleted { Val = false },
            plot,
            new C.PlotVisibleOnly { Val = true },
            new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }
        );
        // The names of the bars say whose they are.
        if (chart.IsLines)
            content.InsertAfter(
                new C.Legend(
                    new C.LegendPosition { Val = C.LegendPositionValues.Bottom },
                    new C.Overlay { Val = false }
                ),
                plot
            );
        return new(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = "en-GB" },
            new C.RoundedCorners { Val = false },
            content,
            new C.ShapeProperties(
                new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }),
                new A.Outline(new A.NoFill())
            ),
            ChartLook.Text(ChartLook.Small)
        );
    }

    private static C.BarChart Bars(OfficeChart chart) =>
        new([
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false },
            .. chart.Series.Select((s, i) => SeriesParts.Bar(chart, s, (uint)i)),
            new C.GapWidth { Val = 40 },
            // Each category has a bar of one series only, which takes the whole lane.
            new C.Overlap { Val = 100 },
            new C.AxisId { Val = CategoryAxis },
            new C.AxisId { Val = ValueAxis },
        ]);

    private static C.LineChart Lines(OfficeChart chart) =>
        new([
            new C.Grouping { Val = C.GroupingValues.Standard },
            new C.VaryColors { Val = false },
            .. chart.Series.Select((s, i) => SeriesParts.Line(chart, s, (uint)i)),
            new C.ShowMarker { Val = true },
            new C.AxisId { Val = CategoryAxis },
            new C.AxisId { Val = ValueAxis },
        ]);

    // Of bars it is the line that they begin at; their names stand beside the chart.
    private static C.CategoryAxis Categories(OfficeChart chart)
    {
        var axis = new C.CategoryAxis(
            new C.AxisId { Val = CategoryAxis },
            // A chart of bars is drawn from below; the first is to stand on top.
            new C.Scaling(
                new C.Orientation { Val = chart.IsLines ? C.OrientationValues.MinMax : C.OrientationValues.MaxMin }
            ),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = chart.IsLines ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
            new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            new C.ChartShapeProperties(
                chart.IsLines || chart.From is null
                    ? ChartLook.Stroke(ChartLook.Rule, 9525)
                    : ChartLook.Stroke(ChartLook.ColourOf(SeriesLook.England), 19050)
            ),
            new C.CrossingAxis { Val = ValueAxis },
            chart.IsLines
                ? new C.Crosses { Val = C.CrossesValues.Minimum }
                : new C.CrossesAt { Val = (double)(chart.From ?? 0) }
        );
        // Every bar keeps its name.
        if (!chart.IsLines)
        {
            axis.InsertBefore(ChartLook.Text(ChartLook.Smallest), axis.GetFirstChild<C.CrossingAxis>());
            axis.Append(new C.TickLabelSkip { Val = 1 });
        }
        axis.Append(new C.NoMultiLevelLabels { Val = true });
        return axis;
    }

    private static C.ValueAxis Values(OfficeChart chart)
    {
        var axis = new C.ValueAxis(
            new C.AxisId { Val = ValueAxis },
            new C.Scaling(
                new C.Orientation { Val = C.OrientationValues.MinMax },
                new C.MaxAxisValue { Val = (double)chart.Scale.To },
                new C.MinAxisValue { Val = (double)chart.Scale.From }
            ),
            // Each bar has its figure beside its name.
            new C.Delete { Val = !chart.IsLines },
            new C.AxisPosition { Val = chart.IsLines ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom }
        );
        if (chart.IsLines)
            axis.Append(new C.MajorGridlines(new C.ChartShapeProperties(ChartLook.Stroke(ChartLook.Rule, 6350))));
        axis.Append(
            new C.NumberingFormat { FormatCode = chart.Format(chart.Scale.Decimals), SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            new C.CrossingAxis { Val = CategoryAxis },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = C.CrossBetweenValues.Between },
            new C.MajorUnit { Val = (double)chart.Scale.Step }
        );
        return axis;
    }
}
