using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>Reads a cell as a measure: a plain number, or one of the symbols that publishers use. Anything else is a
/// fault.</summary>
internal static class MeasureCell
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

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell's text in UTF-8.</param>
    /// <returns>Whether it is a number or a known symbol.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, out Measure measure)
    {
        if (decimal.TryParse(cell, Plain, CultureInfo.InvariantCulture, out var value) && (value != 0 || IsZero(cell)))
        {
            measure = Measure.From(value);
            return true;
        }
        measure = default;
        if (cell.Length > 12)
            return false;
        var text = Encoding.UTF8.GetString(cell).Trim();
        if (!Symbols.TryGetValue(text, out var reason))
            return false;
        measure = Measure.None(reason, text.Length == 0 ? null : text);
        return true;
    }

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
