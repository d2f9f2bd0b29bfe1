using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Screens how a file of the Explore Education Statistics format is named and separated. The name itself is
/// not repeated.</summary>
internal static class EesFileName
{
    private const string Companion = ".meta.csv";

    private static readonly Dictionary<char, string> Separators = new()
    {
        ['\t'] = "tabs",
        [';'] = "semicolons",
        ['|'] = "vertical bars",
    };

    public static void Screen(FileReading reading, bool isMeta)
    {
        var name = reading.File;
        if (name.Contains(' ', StringComparison.Ordinal))
            reading.Findings.Add(Check.FileName.Found("The file's name has a space."));
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not (' ' or '_' or '-' or '.')))
            reading.Findings.Add(Check.FileName.Found("The file's name has a special character."));
        if (
            name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(Companion, StringComparison.OrdinalIgnoreCase) != isMeta
        )
            reading.Findings.Add(
                Check.FileName.Found(
                    isMeta
                        ? "The file describes columns, and its name does not end with .meta.csv."
                        : "The file holds data, and its name ends with .meta.csv."
                )
            );
        if (reading.Separator != ',')
            reading.Findings.Add(
                Check.Separator.Found($"The cells are separated by {Separators[reading.Separator]}, not commas.")
            );
    }
}
