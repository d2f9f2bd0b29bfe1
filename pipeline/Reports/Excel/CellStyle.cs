using DocumentFormat.OpenXml;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>The looks of cells. They carry no meaning: nothing is said by colour alone.</summary>
internal static class CellStyle
{
    public const uint Plain = 0;
    public const uint Title = 1;
    public const uint Heading = 2;
    public const uint Text = 3;
    public const uint FormulaText = 4;
    public const uint Link = 5;
    public const uint Day = 6;
    public const uint Sign = 7;
    public const uint NumberHeading = 8;
    public const uint Subheading = 9;

    private const int MaxDecimals = 6;
    private const uint FirstNumber = 10;
    private const uint FirstFormat = 164;

    /// <summary>The look of a number.</summary>
    public static uint Number(int decimals, bool isChange) =>
        FirstNumber + (2 * (uint)Math.Clamp(decimals, 0, MaxDecimals)) + (isChange ? 1u : 0);

    /// <summary>The style sheet that holds them, in the order of the constants.</summary>
    public static Xl.Stylesheet Build()
    {
        List<string> formats = ["[$-809]d mmmm yyyy"];
        for (var decimals = 0; decimals <= MaxDecimals; decimals++)
        {
            var number = decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}";
            formats.AddRange([number, $"+{number};-{number};{number}"]);
        }
        return new(
            new Xl.NumberingFormats(
                formats.Select(
                    (code, i) => new Xl.NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code }
                )
            )
            {
                Count = (uint)formats.Count,
            },
            Fonts(),
            new Xl.Fills(
                new Xl.Fill(new Xl.PatternFill { PatternType = Xl.PatternValues.None }),
                new Xl.Fill(new Xl.PatternFill { PatternType = Xl.PatternValues.Gray125 })
            )
            {
                Count = 2,
            },
            new Xl.Borders(
                new Xl.Border(
                    new Xl.LeftBorder(),
                    new Xl.RightBorder(),
                    new Xl.TopBorder(),
                    new Xl.BottomBorder(),
                    new Xl.DiagonalBorder()
                ),
                new Xl.Border(
                    new Xl.LeftBorder(),
                    new Xl.RightBorder(),
                    new Xl.TopBorder(),
                    new Xl.BottomBorder(new Xl.Color { Auto = true }) { Style = Xl.BorderStyleValues.Medium },
                    new Xl.DiagonalBorder()
                )
            )
            {
                Count = 2,
            },
            new Xl.CellStyleFormats(
                new Xl.CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                },
                new Xl.CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 1,
                    FillId = 0,
                    BorderId = 0,
                    ApplyFont = true,
                }
            )
            {
                Count = 2,
            },
            Formats(formats.Count),
            new Xl.CellStyles(
                new Xl.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                },
                new Xl.CellStyle
                {
                    Name = "Heading 1",
                    FormatId = 1,
                    BuiltinId = 16,
                }
            )
            {
                Count = 2,
            }
        );
    }

    private static Xl.Fonts Fonts()
    {
        static Xl.Font Font(double size, params OpenXmlElement[] looks) =>
            new([
                .. looks,
                new Xl.FontSize { Val = size },
                new Xl.FontName { Val = "Arial" },
                new Xl.FontFamilyNumbering { Val = 2 },
            ]);
        return new(
            Font(12),
            Font(16, new Xl.Bold()),
            Font(12, new Xl.Bold()),
            new Xl.Font(
                new Xl.Underline(),
                new Xl.FontSize { Val = 12 },
                new Xl.Color { Rgb = "FF1A65A6" },
                new Xl.FontName { Val = "Arial" },
                new Xl.FontFamilyNumbering { Val = 2 }
            )
        )
        {
            Count = 4,
        };
    }

    private static Xl.CellFormats Formats(int numbers)
    {
        static Xl.CellFormat Of(
            uint font,
            uint number = 0,
            bool wrap = false,
            Xl.HorizontalAlignmentValues? side = null,
            bool quoted = false
        )
        {
            var isHeader = font == 2 && wrap;
            return new(
                // Indented on both sides, no text touches the number beside it. The button of a filter is at the right
                // of a heading; the heading of a section is near what it heads.
                new Xl.Alignment
                {
                    Vertical = font == 2 && !wrap ? Xl.VerticalAlignmentValues.Bottom : Xl.VerticalAlignmentValues.Top,
                    WrapText = wrap ? true : null,
                    Horizontal = side ?? Xl.HorizontalAlignmentValues.Left,
                    Indent = isHeader && side is not null ? 2u : 1u,
                }
            )
            {
                NumberFormatId = number,
                FontId = font,
                FillId = 0,
                BorderId = isHeader ? 1u : 0,
                FormatId = font == 1 ? 1u : 0,
                QuotePrefix = quoted ? true : null,
                ApplyAlignment = true,
                ApplyFont = font > 0 ? true : null,
                ApplyNumberFormat = number > 0 ? true : null,
                ApplyBorder = isHeader ? true : null,
            };
        }
        List<Xl.CellFormat> looks =
        [
            Of(0),
            Of(1, quoted: true),
            Of(2, wrap: true, quoted: true),
            Of(0, wrap: true),
            Of(0, wrap: true, quoted: true),
            Of(3),
            Of(0, FirstFormat),
            Of(0, side: Xl.HorizontalAlignmentValues.Right),
            Of(2, wrap: true, side: Xl.HorizontalAlignmentValues.Right, quoted: true),
            Of(2, quoted: true),
        ];
        for (var i = 1; i < numbers; i++)
            looks.Add(Of(0, FirstFormat + (uint)i, side: Xl.HorizontalAlignmentValues.Right));
        return new(looks) { Count = (uint)looks.Count };
    }
}
