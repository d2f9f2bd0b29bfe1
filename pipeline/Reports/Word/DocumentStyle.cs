using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>The styles of the document: Word's own names, so that headings make the navigation, numbers count and an
/// officer can go on writing in them.</summary>
internal static class DocumentStyle
{
    public const string Body = "Normal";
    public const string Front = "Front";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Notice = "Notice";
    public const string Heading1 = "Heading1";
    public const string Headline = "Headline";
    public const string Heading2 = "Heading2";
    public const string Numbered = "ListNumber";
    public const string Bullet = "ListBullet";
    public const string SubBullet = "ListBullet2";
    public const string FrontBullet = "FrontBullet";
    public const string FrontSubBullet = "FrontBullet2";
    public const string Recommendation = "Recommendation";
    public const string Caption = "Caption";
    public const string Chart = "Chart";
    public const string Gap = "Gap";
    public const string Small = "Small";
    public const string CountNumber = "CountNumber";
    public const string TableText = "TableText";
    public const string TableHeading = "TableHeading";
    public const string Table = "ReportTable";
    public const string Footer = "Footer";

    private const string Font = "Arial";

    // Sizes are in half points, spaces in twentieths of a point.
    private sealed record Look(
        string Id,
        string Name,
        int Size = 24,
        bool Bold = false,
        int Before = 0,
        int After = 120,
        int? Outline = null,
        int? List = null,
        int Level = 0,
        bool KeepNext = false,
        bool Boxed = false
    );

    private static readonly Look[] Looks =
    [
        new(Body, "Normal", Before: 80),
        new(Front, "Front", 21, After: 60),
        new(Title, "Title", 32, true, 120, 60),
        new(Subtitle, "Subtitle", 24, true, 0, 120),
        new(Notice, "Notice", 21, true, 0, 120, Boxed: true),
        new(Headline, "Headline", 28, true, 160, 60, Outline: 0, KeepNext: true),
        new(Heading1, "heading 1", 28, true, 320, 120, Outline: 0, KeepNext: true),
        new(Heading2, "heading 2", 24, true, 200, 100, Outline: 1, KeepNext: true),
        new(Numbered, "List Number", List: DocumentNumbering.Paragraphs),
        new(Bullet, "List Bullet", After: 80, List: DocumentNumbering.Bullets),
        new(SubBullet, "List Bullet 2", After: 60, List: DocumentNumbering.Bullets, Level: 1),
        new(FrontBullet, "Front Bullet", 22, After: 40, List: DocumentNumbering.FrontBullets),
        new(FrontSubBullet, "Front Bullet 2", 22, After: 20, List: DocumentNumbering.FrontBullets, Level: 1),
        new(Recommendation, "Recommendation", List: DocumentNumbering.Recommendations),
        new(Caption, "caption", 22, true, 240, 80, KeepNext: true),
        new(Chart, "Chart", 18, After: 120),
        new(Gap, "Gap", 8, After: 0),
        new(Small, "Small", 18, Before: 60, After: 60),
        new(CountNumber, "Count Number", 44, true, After: 0, KeepNext: true),
        new(TableText, "Table Text", 20, After: 0),
        new(TableHeading, "Table Heading", 20, true, After: 0),
        new(Footer, "footer", 18, After: 0),
    ];

    // Those that Word does not know.
    private static readonly string[] Ours =
    [
        Front,
        Notice,
        Headline,
        FrontBullet,
        FrontSubBullet,
        Recommendation,
        Chart,
        Gap,
        Small,
        CountNumber,
        TableText,
        TableHeading,
    ];

    /// <summary>The style sheet.</summary>
    public static W.Styles Build()
    {
        var styles = new W.Styles(
            new W.DocDefaults(
                new W.RunPropertiesDefault(
                    new W.RunPropertiesBaseStyle(
                        new W.RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                            EastAsia = Font,
                        },
                        new W.FontSize { Val = "24" },
                        new W.FontSizeComplexScript { Val = "24" },
                        new W.Languages { Val = "en-GB", EastAsia = "en-GB" }
                    )
                ),
                new W.ParagraphPropertiesDefault()
            )
        );
        styles.Append(Looks.Select(Create));
        styles.Append(TableStyle());
        return styles;
    }

    private static W.Style Create(Look look)
    {
        var paragraph = new W.StyleParagraphProperties();
        if (look.KeepNext)
            paragraph.Append(new W.KeepNext());
        if (look.List is { } list)
            paragraph.Append(
                new W.NumberingProperties(
                    new W.NumberingLevelReference { Val = look.Level },
                    new W.NumberingId { Val = list }
                )
            );
        if (look.Boxed)
            paragraph.Append(
                new W.ParagraphBorders(
                    Edge<W.TopBorder>(),
                    Edge<W.LeftBorder>(),
                    Edge<W.BottomBorder>(),
                    Edge<W.RightBorder>()
                )
            );
        paragraph.Append(new W.SpacingBetweenLines { Before = $"{look.Before}", After = $"{look.After}" });
        if (look.Outline is { } outline)
            paragraph.Append(new W.OutlineLevel { Val = outline });
        var run = new W.StyleRunProperties();
        if (look.Bold)
            run.Append(new W.Bold());
        run.Append(new W.FontSize { Val = $"{look.Size}" });
        var style = new W.Style(new W.StyleName { Val = look.Name })
        {
            Type = W.StyleValues.Paragraph,
            StyleId = look.Id,
            Default = look.Id == Body ? true : null,
            CustomStyle = Ours.Contains(look.Id) ? true : null,
        };
        if (look.Id != Body)
            style.Append(new W.BasedOn { Val = Body });
        style.Append(new W.PrimaryStyle(), paragraph, run);
        return style;
    }

    private static W.Style TableStyle() =>
        new(
            new W.StyleName { Val = "Report Table" },
            new W.PrimaryStyle(),
            new W.StyleTableProperties(
                new W.TableBorders(Edge<W.TopBorder>(), Edge<W.BottomBorder>(), Edge<W.InsideHorizontalBorder>()),
                new W.TableCellMarginDefault(
                    new W.TopMargin { Width = "40", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellLeftMargin { Width = 80, Type = W.TableWidthValues.Dxa },
                    new W.BottomMargin { Width = "40", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellRightMargin { Width = 80, Type = W.TableWidthValues.Dxa }
                )
            )
        )
        {
            Type = W.StyleValues.Table,
            StyleId = Table,
            CustomStyle = true,
        };

    private static T Edge<T>()
        where T : W.BorderType, new() =>
        new()
        {
            Val = W.BorderValues.Single,
            Size = 4,
            Space = 4,
            Color = "auto",
        };
}
