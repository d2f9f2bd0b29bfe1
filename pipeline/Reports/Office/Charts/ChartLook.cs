using ChildrensTrust.Pipeline.Reports.Charts;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The colours, lines and letters of charts: those of the page.</summary>
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

    private const int TitleSize = 900;
    private const string Font = "Arial";

    /// <summary>The colour of a series.</summary>
    public static string ColourOf(SeriesLook look) =>
        look switch
        {
            SeriesLook.Own => "1D70B8",
            SeriesLook.England => "B10E1E",
            _ => "7B8288",
        };

    /// <summary>A filled area.</summary>
    public static A.SolidFill Fill(string colour) => new(new A.RgbColorModelHex { Val = colour });

    /// <summary>A line.</summary>
    /// <param name="width">In EMU, of which 12700 are a point.</param>
    public static A.Outline Stroke(string colour, int width, A.PresetLineDashValues? dash = null)
    {
        var line = new A.Outline(Fill(colour)) { Width = width };
        if (dash is { } broken)
            line.Append(new A.PresetDash { Val = broken });
        line.Append(new A.Round());
        return line;
    }

    /// <summary>The letters of a part of a chart.</summary>
    public static C.TextProperties Text(int size, bool isBold = false) =>
        new(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(Letters(new A.DefaultRunProperties(), size, isBold)),
                new A.EndParagraphRunProperties { Language = "en-GB" }
            )
        );

    /// <summary>The title, and below it how to read the chart.</summary>
    public static C.Title Title(OfficeChart chart) =>
        new(
            new C.ChartText(
                new C.RichText(
                    new A.BodyProperties(),
                    new A.ListStyle(),
                    Line(chart.Title, TitleSize, isBold: true),
                    Line(chart.Subtitle, Smallest, isBold: false)
                )
            ),
            new C.Overlay { Val = false }
        );

    private static A.Paragraph Line(string words, int size, bool isBold) =>
        new(
            new A.ParagraphProperties(Letters(new A.DefaultRunProperties(), size, isBold)),
            new A.Run(
                Letters(new A.RunProperties { Language = "en-GB" }, size, isBold),
                new A.Text(XmlText.Clean(words))
            )
        );

    private static T Letters<T>(T letters, int size, bool isBold)
        where T : A.TextCharacterPropertiesType
    {
        (letters.FontSize, letters.Bold) = (size, isBold);
        letters.Append(Fill(Ink), new A.LatinFont { Typeface = Font }, new A.ComplexScriptFont { Typeface = Font });
        return letters;
    }
}
