using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Tells figures as a spreadsheet or a person shows them: "1,145,520", "45.2%", "+0.3pp", "12th", "(12)" and
/// "4.1 - 4.3". Ages such as "16-17" are words.</summary>
internal static partial class ShownFigure
{
    private const int Longest = 40;

    /// <summary>Whether a cell is one.</summary>
    /// <param name="cell">The cell in UTF-8, folded.</param>
    public static bool Is(ReadOnlySpan<byte> cell) =>
        cell.Length is > 1 and <= Longest
        && cell.ContainsAnyInRange((byte)'0', (byte)'9')
        && Form().IsMatch(Encoding.UTF8.GetString(cell));

    private const string Number = @"([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?";
    private const string Limit = @"[+-]?[0-9]+\.[0-9]+ ?%?";

    [GeneratedRegex(
        $@"^[(£~+-]*\s?{Number}\s?(%|pp|st|nd|rd|th|[=*†‡^#]|\[[a-z0-9]{{1,3}}\])*\)?$|"
            + $@"^[(\[]?{Limit} ?(-|to|,) ?{Limit}[)\]]?$|^[↑↓→←▲▼►◄]+ ?{Number}\s?(%|pp)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Form();
}
