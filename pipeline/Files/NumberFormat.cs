using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What a number in a cell of a workbook means by the format that shows it.</summary>
internal enum NumberMeaning
{
    /// <summary>The number itself.</summary>
    Number,

    /// <summary>A hundred times what is stored.</summary>
    Percentage,

    /// <summary>A day, or a time of day, counted in days.</summary>
    Date,

    /// <summary>A length of time, counted in days.</summary>
    Duration,
}

/// <summary>Reads the formats of numbers, and writes a number as the text that a CSV of the same table would
/// have.</summary>
internal static partial class NumberFormat
{
    private static readonly SearchValues<char> OfDates = SearchValues.Create("dmyhsDMYHS");

    /// <summary>What a number means by a format that Excel has without spelling it out.</summary>
    public static NumberMeaning Meaning(int builtIn) =>
        builtIn switch
        {
            9 or 10 => NumberMeaning.Percentage,
            46 => NumberMeaning.Duration,
            (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => NumberMeaning.Date,
            _ => NumberMeaning.Number,
        };

    /// <summary>What a number means by a format such as mmm-yy or 0.0%. 0.0"%" and 0.0\% only print the sign.</summary>
    public static NumberMeaning Meaning(string? format)
    {
        if (string.IsNullOrEmpty(format) || format.Equals("General", StringComparison.OrdinalIgnoreCase))
            return NumberMeaning.Number;
        var bare = Printed().Replace(format, "");
        if (Elapsed().IsMatch(bare))
            return NumberMeaning.Duration;
        bare = Bracketed().Replace(bare, "");
        if (bare.Contains('%', StringComparison.Ordinal))
            return NumberMeaning.Percentage;
        var first = bare.Split(';')[0];
        return first.AsSpan().ContainsAny(OfDates) && !first.Contains("General", StringComparison.OrdinalIgnoreCase)
            ? NumberMeaning.Date
            : NumberMeaning.Number;
    }

    /// <summary>The text of a number: with the fifteen digits that Excel itself keeps.</summary>
    public static string Text(double number, NumberMeaning meaning, bool since1904)
    {
        if (meaning == NumberMeaning.Date && Day(number, since1904) is { } day)
            return Text(day);
        if (meaning == NumberMeaning.Duration && Math.Abs(number) < 1e6)
            return TimeSpan.FromDays(number).ToString("c", CultureInfo.InvariantCulture);
        if (double.IsNaN(number) || Math.Abs(number) > 1e20)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var exact = (decimal)number;
        return (meaning == NumberMeaning.Percentage ? exact * 100 : exact).ToString(
            "G29",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>The text of a day, with its time where it has one.</summary>
    public static string Text(DateTime day) =>
        day.ToString(
            day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture
        );

    // Excel counts the 29th of February 1900, which was none: up to then its days are one later than those of
    // DateTime.
    private static DateTime? Day(double number, bool since1904)
    {
        var days =
            since1904 ? number + 1462
            : number < 60 ? number + 1
            : number;
        // To the millisecond, as a time of day is stored as a fraction that is not exact.
        return days is >= 0 and < 2_958_466
            ? new DateTime(1899, 12, 30).AddMilliseconds(Math.Round(days * 86_400_000))
            : null;
    }

    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"\[(h+|m+|s+)\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Bracketed();
}
