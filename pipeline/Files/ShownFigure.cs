using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Recognises figures as a spreadsheet or a person shows them: "1,145,520", "45.2%", "+0.3pp", "(12)" and
/// "4.1 - 4.3". Ages such as "16-17" and places such as "2nd" are words.</summary>
internal static partial class ShownFigure
{
    private const int Longest = 40;

    /// <summary>Whether a cell is one.</summary>
    /// <param name="cell">The cell in UTF-8, folded.</param>
    public static bool Is(ReadOnlySpan<byte> cell) =>
        cell.Length is > 1 and <= Longest && Form().IsMatch(Encoding.UTF8.GetString(cell));

    /// <summary>Whether a cell stands in the place of a figure: "&lt;5", "TBC", "#DIV/0!". In a column that divides it
    /// is a part.</summary>
    public static bool IsInstead(ReadOnlySpan<byte> cell) =>
        cell.Length is > 1 and <= Longest && Instead().IsMatch(Encoding.UTF8.GetString(cell));

    private const string Number = @"([0-9]{1,3}([, ][0-9]{3})+|[0-9]+)(\.[0-9]+)?";
    private const string Limit = @"[+-]?[0-9]+\.[0-9]+ ?%?";

    [GeneratedRegex(
        $@"^[(£~+-]*\s?{Number}\s?(%|ppt?s?|[kmn]|bn|[*†‡^#]|\([a-z]\)|\[[a-z0-9]{{1,3}}\])*\)?$|"
            + $@"^[(\[]?{Limit} ?(-|to|,) ?{Limit}[)\]]?$|^[↑↓→←▲▼►◄●]+ ?({Number}\s?(%|pp)?)?$|"
            + $@"^c(a|\.)? ?{Number}$|^[0-9]+:[0-9]+$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        @"^[<>≤≥] ?[0-9.,]+ ?%?$|^#[A-Z0-9/!?]+$|^(tbc|tba|nan|pending|error|suppressed|redacted|"
            + @"to be (confirmed|published)|not (available|applicable|published|collected))$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Instead();
}
