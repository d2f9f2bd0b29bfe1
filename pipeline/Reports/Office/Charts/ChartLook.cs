using System.Security;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The colours, lines and letters of charts, which are those of the page, as XML.</summary>
internal static class ChartLook
{
    /// <summary>The size of most letters, in hundredths of a point.</summary>
    public const int Small = 900;

    /// <summary>The size of the names of bars, of which there are many, and of how to read a chart.</summary>
    public const int Smallest = 800;

    /// <summary>The colour of axes and of the lines behind a chart.</summary>
    public const string Rule = "BFC1C3";

    /// <summary>The colour of letters.</summary>
    public const string Ink = "0B0C0C";

    /// <summary>An area that is not filled.</summary>
    public const string NoFill = "<a:noFill />";

    /// <summary>No line.</summary>
    public const string NoStroke = "<a:ln><a:noFill /></a:ln>";

    private const int TitleSize = 900;
    private const string BeforeText = "<a:bodyPr /><a:lstStyle />";

    /// <summary>The colour of a series.</summary>
    public static string ColourOf(SeriesLook look) =>
        look switch
        {
            SeriesLook.Own => "1D70B8",
            SeriesLook.England => "B10E1E",
            _ => "7B8288",
        };

    /// <summary>A filled area.</summary>
    public static string Fill(string colour) => $"<a:solidFill><a:srgbClr val=\"{colour}\" /></a:solidFill>";

    /// <summary>A line.</summary>
    /// <param name="width">In EMU, of which 12700 are a point.</param>
    /// <param name="dash">The pattern of dashes; null for a solid line.</param>
    public static string Stroke(string colour, int width, string? dash = null) =>
        $"<a:ln w=\"{width}\">{Fill(colour)}{(dash is null ? "" : $"<a:prstDash val=\"{dash}\" />")}<a:round /></a:ln>";

    /// <summary>The letters of a part of a chart.</summary>
    public static string Text(int size, bool isBold = false) =>
        $"<c:txPr>{BeforeText}<a:p>{Paragraph(size, isBold)}<a:endParaRPr lang=\"en-GB\" /></a:p></c:txPr>";

    /// <summary>The title, and below it how to read the chart.</summary>
    public static string Title(OfficeChart chart) =>
        $"<c:title><c:tx><c:rich>{BeforeText}{Line(chart.Title, TitleSize, isBold: true)}"
        + $"{Line(chart.Subtitle, Smallest, isBold: false)}</c:rich></c:tx><c:overlay val=\"0\" /></c:title>";

    private static string Line(string words, int size, bool isBold) =>
        $"<a:p>{Paragraph(size, isBold)}<a:r><a:rPr lang=\"en-GB\" {Letters(size, isBold)}</a:rPr>"
        + $"<a:t>{SecurityElement.Escape(XmlText.Clean(words))}</a:t></a:r></a:p>";

    private static string Paragraph(int size, bool isBold) =>
        $"<a:pPr><a:defRPr {Letters(size, isBold)}</a:defRPr></a:pPr>";

    private static string Letters(int size, bool isBold) =>
        $"sz=\"{size}\" b=\"{(isBold ? 1 : 0)}\">{Fill(Ink)}<a:latin typeface=\"Arial\" /><a:cs typeface=\"Arial\" />";
}
