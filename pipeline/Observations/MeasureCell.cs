using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>Reads a cell as a measure: a number, with or without thousands separators and a mark behind it, or one of
/// the symbols that publishers use, in square brackets or not. Anything else is a fault.</summary>
internal static partial class MeasureCell
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <summary>
    /// The symbols of the Department for Education (present and obsolete), its Local Authority Interactive Tool, the
    /// Office for Health Improvement and Disparities and NHS Digital.
    /// </summary>
    public static readonly FrozenDictionary<string, MissingReason> Symbols = new Dictionary<string, MissingReason>
    {
        ["c"] = MissingReason.Suppressed,
        ["*"] = MissingReason.Suppressed,
        ["s"] = MissingReason.Suppressed,
        // Suppressed in the releases of the 2010s, not available in today's: the symbol alone does not say which.
        ["x"] = MissingReason.NotAvailableOrSuppressed,
        [":"] = MissingReason.NotAvailable,
        [".."] = MissingReason.NotAvailable,
        ["z"] = MissingReason.NotApplicable,
        ["."] = MissingReason.NotApplicable,
        ["u"] = MissingReason.LowReliability,
        ["k"] = MissingReason.RoundsToZero,
        ["low"] = MissingReason.RoundsToZero,
        ["~"] = MissingReason.RoundsToZero,
        ["-"] = MissingReason.NotAvailableOrSuppressed,
        ["NULL"] = MissingReason.NotGiven,
        ["NA"] = MissingReason.NotGiven,
        ["N/A"] = MissingReason.NotGiven,
        [""] = MissingReason.NotGiven,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private const int LongestSymbol = 12;
    private const int LongestFigure = 60;

    private static readonly FrozenDictionary<string, MissingReason> InBrackets = new Dictionary<string, MissingReason>
    {
        ["w"] = MissingReason.NotAvailable,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell's text in UTF-8.</param>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, out Measure measure) =>
        TryRead(cell, ',', out measure, out var mark) && !mark.IsPercent;

    /// <summary>Reads a cell, with the mark behind its figure.</summary>
    /// <param name="cell">The cell's text in UTF-8, folded.</param>
    /// <param name="separator">The character between cells. Where it is a semicolon, a comma in a number is its decimal
    /// sign or its thousands separator, and nobody can say which.</param>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, char separator, out Measure measure, out FigureMark mark)
    {
        mark = default;
        if (TryNumber(cell, out measure))
        {
            mark = mark with { IsRounded = cell.IndexOf("E+"u8) > 0 };
            return true;
        }
        if (cell.Length > LongestFigure)
            return false;
        var text = Encoding.UTF8.GetString(cell).Trim();
        if (cell.Length <= LongestSymbol && TrySymbol(text, out measure))
            return true;
        // A spreadsheet that keeps a figure as text has an apostrophe in front of it.
        text = text.TrimStart('\'');
        if (Marked().Match(text) is not { Success: true } match)
            return false;
        var figure = match.Groups["figure"].Value;
        var hasCommas = figure.Contains(',');
        if (hasCommas)
        {
            if (separator == ';')
                return false;
            figure = figure.Replace(",", "", StringComparison.Ordinal);
        }
        if (!TryNumber(Encoding.UTF8.GetBytes(figure), out measure))
            return false;
        mark =
            match.Groups["letter"].Value is { Length: > 0 } letter ? FigureMark.Known[letter]
            : match.Groups["note"].Value is { Length: > 0 } note ? FigureMark.Footnote(note)
            : default;
        mark = mark with
        {
            IsPercent = match.Groups["percent"].Success,
            HasCommas = hasCommas && !figure.Contains('.'),
        };
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> cell, out Measure measure)
    {
        measure = default;
        if (
            !decimal.TryParse(cell, Plain, CultureInfo.InvariantCulture, out var value) || (value == 0 && !IsZero(cell))
        )
            return false;
        measure = Measure.From(value);
        return true;
    }

    // "[c]" is "c" in the shorthand of the Analysis Function; "[w]" is only ever written so.
    private static bool TrySymbol(string text, out Measure measure)
    {
        measure = default;
        var word = text is ['[', .., ']'] ? text[1..^1].Trim() : text;
        var isKnown =
            Symbols.TryGetValue(word, out var reason)
            || (word.Length < text.Length && InBrackets.TryGetValue(word, out reason));
        if (!isKnown || (word.Length == 0 && text.Length > 0))
            return false;
        measure = Measure.None(reason, text.Length == 0 ? null : text);
        return true;
    }

    // A figure, with or without thousands separators; a percent sign; a letter of the shorthand or a footnote.
    [GeneratedRegex(
        @"^(?<figure>[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?)(?<percent> ?%)?"
            + @"( ?\[(?<letter>[preub])\]|(?<=[0-9])(?<letter>[pre])| ?\[note (?<note>[0-9]{1,3})\])?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Marked();

    // 1e-400 is too small to be kept and would become a zero that nobody published.
    private static bool IsZero(ReadOnlySpan<byte> cell)
    {
        var exponent = cell.IndexOfAny((byte)'e', (byte)'E');
        return !cell[..(exponent < 0 ? cell.Length : exponent)].ContainsAnyInRange((byte)'1', (byte)'9');
    }

    /// <summary>
    /// Removes the noise that a binary floating point number leaves in a decimal text (18.600000000000001): a figure
    /// with more than twelve significant digits is rounded to twelve and loses its trailing zeros; any other stays as
    /// it is.
    /// </summary>
    public static decimal WithoutBinaryNoise(decimal value)
    {
        const int digits = 12;
        var magnitude = Math.Abs(value);
        var whole = decimal.Truncate(magnitude);
        var before = whole == 0 ? 0 : (int)Math.Floor(Math.Log10((double)whole)) + 1;
        // Zeros behind the point and before the first digit do not count: 0.00123 has three significant digits.
        for (var lead = magnitude; whole == 0 && lead != 0 && lead < 0.1m; lead *= 10)
            before--;
        var places = Math.Clamp(digits - before, 0, 28);
        return value.Scale <= places
            ? value
            : decimal.Round(value, places, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
    }
}
