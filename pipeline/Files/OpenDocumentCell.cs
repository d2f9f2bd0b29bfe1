using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>A cell of an OpenDocument spreadsheet as the text that a CSV of the same table would have.</summary>
internal static partial class OpenDocumentCell
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Extension = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    /// <summary>The text; empty for a blank cell.</summary>
    /// <param name="xml">At the beginning of the cell; left at its end.</param>
    public static string Read(XmlReader xml, OpenDocumentStyles styles, SheetRemarks remarks)
    {
        string? Given(string name) => xml.GetAttribute(name, Office);
        var (type, value, hasFormula) = (Given("value-type"), Given("value"), xml.Attribute("formula") is not null);
        var (date, truth, words) = (Given("date-value"), Given("boolean-value"), Given("string-value"));
        var isError = xml.GetAttribute("value-type", Extension) == "error";
        var text = Text(xml, styles);
        if (isError || (hasFormula && Error().IsMatch(text.Whole)))
            return remarks.Error(text.Whole);
        if (
            hasFormula
            && (type is null || (type is "float" or "percentage" or "currency" && string.IsNullOrEmpty(value)))
        )
            return remarks.Uncalculated();
        return type switch
        {
            "float" or "currency" => Number(value, NumberMeaning.Number) ?? remarks.WithoutMark(text),
            "percentage" => Number(value, NumberMeaning.Percentage) ?? remarks.WithoutMark(text),
            "date" => Day(date) ?? remarks.WithoutMark(text),
            "boolean" when truth is "true" or "false" => truth == "true" ? "TRUE" : "FALSE",
            _ => text.Whole.Length > 0 ? remarks.WithoutMark(text) : words ?? "",
        };
    }

    private static string? Number(string? value, NumberMeaning meaning) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? NumberFormat.Text(number, meaning, since1904: false)
            : null;

    private static string? Day(string? value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var day)
            ? NumberFormat.Text(day)
            : null;

    // The paragraphs of a cell. Comments and drawings are in the cell too, and are no part of its text.
    private static RunText Text(XmlReader xml, OpenDocumentStyles styles)
    {
        var (whole, plain, raised) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var isUnclear = false;
        var (paragraph, raisedAt) = (int.MaxValue, new Stack<(int Depth, RunStyle Style)>());
        foreach (var _ in xml.Inside())
        {
            while (raisedAt.Count > 0 && xml.Depth <= raisedAt.Peek().Depth)
                raisedAt.Pop();
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == paragraph)
                paragraph = int.MaxValue;
            else if (xml.NodeType != XmlNodeType.Element)
            {
                if (xml.Depth > paragraph && xml.NodeType != XmlNodeType.EndElement)
                    Add(Spaces().Replace(xml.Value, " "));
            }
            else if (paragraph == int.MaxValue && xml.LocalName is "p" or "h")
            {
                if (whole.Length > 0)
                    Add("\n");
                paragraph = xml.IsEmptyElement ? int.MaxValue : xml.Depth;
            }
            else if (paragraph == int.MaxValue || xml.LocalName is "annotation" or "note" or "ruby-text")
                xml.Pass();
            else if (
                xml.LocalName == "span"
                && !xml.IsEmptyElement
                && styles.StyleOf(xml.Attribute("style-name")) is { } style
            )
                raisedAt.Push((xml.Depth, style));
            else if (xml.LocalName == "s")
                Add(
                    new(
                        ' ',
                        int.TryParse(xml.Attribute("c"), CultureInfo.InvariantCulture, out var c)
                            ? Math.Clamp(c, 1, 1000)
                            : 1
                    )
                );
            else if (xml.LocalName is "tab" or "line-break")
                Add(xml.LocalName == "tab" ? "\t" : "\n");
        }
        return RunText.Of(whole.ToString(), plain.ToString(), raised.ToString(), isUnclear);

        void Add(string text)
        {
            var style = raisedAt.Count > 0 ? raisedAt.Peek().Style : RunStyle.Plain;
            whole.Append(text);
            isUnclear |= style == RunStyle.Unclear && text.Any(char.IsAsciiDigit);
            (style == RunStyle.Raised ? raised : plain).Append(text);
        }
    }

    [GeneratedRegex(@"^(#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|Err:[0-9]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Error();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 60_000)]
    private static partial Regex Spaces();
}
