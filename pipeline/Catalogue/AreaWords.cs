using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The words of a name that tell areas apart: publishers write "Bristol, City of", "City of Bristol" and
/// "Bristol".</summary>
internal static partial class AreaWords
{
    private static readonly HashSet<string> Noise =
    [
        "city",
        "of",
        "county",
        "the",
        "borough",
        "royal",
        "upon",
        "council",
        "ua",
        "unitary",
        "authority",
        "metropolitan",
        "la",
        "lea",
        "cc",
        "mbc",
        "bc",
        "corporation",
        "lb",
        "region",
        "pct",
        "teaching",
        "primary",
        "care",
        "trust",
        "nhs",
    ];

    /// <summary>The words in lower case, without repeats and sorted, so that the names of one area give the same
    /// text.</summary>
    public static string Of(string name)
    {
        var letters = string.Concat(
            Footnote()
                .Replace(name, "")
                .Replace("&", " and ", StringComparison.Ordinal)
                .Replace("'", "", StringComparison.Ordinal)
                .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')
        );
        return string.Join(
            ' ',
            letters
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Noise.Contains(word))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    // "Cornwall (1)", "Cornwall [note 3]".
    [GeneratedRegex(
        @"[(\[] ?(note )?[0-9]{1,2} ?[)\]]$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Footnote();
}
