using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Reports.Office;
using ChildrensTrust.Pipeline.Screening;
using DocumentFormat.OpenXml;
using Xl = DocumentFormat.OpenXml.Spreadsheet;

namespace ChildrensTrust.Pipeline.Reports.Workbook;

/// <summary>Writes cells. A text is always a text: no cell holds a formula, and one that looks like it keeps its quote prefix, so that it is not calculated when someone edits it.</summary>
internal static partial class CellWriter
{
    // Excel calls a file with a longer one damaged.
    private const int MostCharacters = 32_767;
    private const string Cut = " … (cut: too long for a cell)";

    /// <summary>The cell of a table or a line.</summary>
    /// <param name="reference">Where it stands, such as B7.</param>
    /// <param name="cell">What it holds.</param>
    /// <param name="style">The look of a text that is no formula.</param>
    public static Xl.Cell Of(string reference, Cell cell, uint style = CellStyle.Text) => cell switch
    {
        Cell.Number n => new() { CellReference = reference, StyleIndex = CellStyle.Number(n.Decimals, n.IsChange), CellValue = new(n.Value.ToString(CultureInfo.InvariantCulture)) },
        Cell.Day d => new() { CellReference = reference, StyleIndex = CellStyle.Day, CellValue = new(d.Value.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)) },
        Cell.Sign s => Text(reference, s.Value, CellStyle.Sign),
        Cell.Link l => Text(reference, l.Value, CellStyle.Link),
        Cell.Text t => Text(reference, t.Value, FormulaText.IsFormula(t.Value) ? CellStyle.FormulaText : style),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    /// <summary>The text that a cell shows, where it may need several lines; otherwise nothing.</summary>
    /// <param name="cell">The cell.</param>
    public static string Shown(Cell cell) => cell switch
    {
        Cell.Text t => Held(t.Value),
        Cell.Link l => Held(l.Value),
        _ => "",
    };

    /// <summary>A text as a cell holds it.</summary>
    /// <param name="text">The text.</param>
    public static string Held(string text)
    {
        // Excel reads _x0041_ as the letter A.
        var held = text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(XmlText.Of(text), "_x005F_") : XmlText.Of(text);
        return held.Length <= MostCharacters ? held : held[..(MostCharacters - Cut.Length)] + Cut;
    }

    private static Xl.Cell Text(string reference, string text, uint style) => new()
    {
        CellReference = reference,
        StyleIndex = style,
        DataType = Xl.CellValues.InlineString,
        InlineString = new(new Xl.Text(Held(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();
}
