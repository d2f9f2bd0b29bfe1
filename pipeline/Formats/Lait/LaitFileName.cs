using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>Finds the measure that a file of the Local Authority Interactive Tool is named after.</summary>
internal static class LaitFileName
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The parts of the longest short name that the file's name holds as words of its own, whatever the case,
    /// spaces and punctuation; null for none.</summary>
    public static List<LaitMeasure>? Measure(string file, IReadOnlyDictionary<string, List<LaitMeasure>> measures) =>
        measures
            .Where(m => Holds(file, m.Key))
            .OrderByDescending(m => m.Key.Count(char.IsLetterOrDigit))
            .Select(m => m.Value)
            .FirstOrDefault();

    // TotAbs is not held by TotAbsPrimary, which is another measure.
    private static bool Holds(string file, string name)
    {
        var letters = string.Join("[^A-Za-z0-9]*", name.Where(char.IsAsciiLetterOrDigit));
        return Regex.IsMatch(
            file,
            $"(?<![A-Za-z0-9]){letters}(?![A-Za-z0-9])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            Patience
        );
    }
}
