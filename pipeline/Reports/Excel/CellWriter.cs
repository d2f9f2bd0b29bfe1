using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Reports.Office;
using XmlWriter = System.Xml.XmlWriter;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Writes cells. A text is always a text: no cell holds a formula, and one that looks like it keeps its quote
/// prefix, so that it is not calculated when someone edits it.</summary>
internal static partial class CellWriter
{
    // Excel calls a file with a longer one damaged.
    private const int MaxCharacters = 32_767;
    private const string Cut = " … (cut: too long for a cell)";

    /// <summary>Writes the cell of a table or a line.</summary>
    /// <param name="to">The sheet's rows.</param>
    /// <param name="reference">Where it stands, such as B7.</param>
    /// <param name="style">The look of a text that is no formula.</param>
    public static void Write(XmlWriter to, string reference, Cell cell, uint style = CellStyle.Text)
    {
        switch (cell)
        {
            case Cell.Number n:
                Value(
                    to,
                    reference,
                    CellStyle.Number(n.Decimals, n.IsChange),
                    n.Value.ToString(CultureInfo.InvariantCulture)
                );
                break;
            case Cell.Day d:
                Value(
                    to,
                    reference,
                    CellStyle.Day,
                    d.Value.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)
                );
                break;
            case Cell.Sign s:
                Text(to, reference, CellStyle.Sign, s.Value);
                break;
            case Cell.Link l:
                Text(to, reference, CellStyle.Link, l.Value);
                break;
            case Cell.Blank b:
                Text(to, reference, style, b.Value);
                break;
            case Cell.Heading h:
                Text(to, reference, CellStyle.Subheading, h.Value);
                break;
            case Cell.Text t:
                Text(to, reference, FormulaText.IsFormula(t.Value) ? CellStyle.FormulaText : style, t.Value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell));
        }
    }

    /// <summary>The text that a cell shows.</summary>
    public static string Shown(Cell cell) =>
        cell switch
        {
            Cell.Text t => Held(t.Value),
            Cell.Heading h => Held(h.Value),
            Cell.Blank b => b.Value,
            Cell.Link l => Held(l.Value),
            Cell.Sign s => s.Value,
            Cell.Day d => d.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            Cell.Number n => (n.IsChange && n.Value > 0 ? "+" : "")
                + n.Value.ToString($"N{n.Decimals}", CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    /// <summary>A text as a cell holds it.</summary>
    public static string Held(string text)
    {
        // Excel reads _x0041_ as the letter A.
        var held = text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(XmlText.Clean(text), "_x005F_")
            : XmlText.Clean(text);
        return held.Length <= MaxCharacters ? held : held[..(MaxCharacters - Cut.Length)] + Cut;
    }

    private static void Value(XmlWriter to, string reference, uint style, string value)
    {
        Begin(to, reference, style);
        to.WriteElementString(SheetWriter.Prefix, "v", SheetWriter.Namespace, value);
        to.WriteEndElement();
    }

    private static void Text(XmlWriter to, string reference, uint style, string text)
    {
        Begin(to, reference, style);
        to.WriteAttributeString("t", "inlineStr");
        to.WriteStartElement(SheetWriter.Prefix, "is", SheetWriter.Namespace);
        to.WriteStartElement(SheetWriter.Prefix, "t", SheetWriter.Namespace);
        to.WriteAttributeString("xml", "space", null, "preserve");
        to.WriteString(Held(text));
        to.WriteEndElement();
        to.WriteEndElement();
        to.WriteEndElement();
    }

    private static void Begin(XmlWriter to, string reference, uint style)
    {
        to.WriteStartElement(SheetWriter.Prefix, "c", SheetWriter.Namespace);
        to.WriteAttributeString("r", reference);
        to.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Escape();
}
