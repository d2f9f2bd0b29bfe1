using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file whose name says that it is about some schools or some terms alone, although its columns are
/// those of the whole.</summary>
internal static partial class NarrowerName
{
    private static readonly string[] Schools =
    [
        "pru",
        "prus",
        "pupil referral",
        "alternative provision",
        "special school",
        "special schools",
        "independent school",
        "independent schools",
    ];

    private static readonly string[] Terms =
    [
        "autumn",
        "spring",
        "two term",
        "2 term",
        "2term",
        "two terms",
        "2 terms",
    ];

    /// <summary>The finding; null where the name says nothing, or, of terms, where the figures are of terms
    /// too.</summary>
    public static Finding? Find(string name, IReadOnlyList<Series> series)
    {
        var words = $" {NotWords().Replace(name.ToLowerInvariant(), " ")} ";
        bool Says(string phrase) => words.Contains($" {phrase} ", StringComparison.Ordinal);
        var said = Schools.FirstOrDefault(Says);
        if (said is null && series.SelectMany(s => s.Observations).Any(o => o.Period.Kind == PeriodKind.AcademicYear))
            said = Terms.FirstOrDefault(Says);
        return said is null || series.Count == 0
            ? null
            : Check.OtherScope.Found(
                $"The file's name says \u201c{said}\u201d, but its figures would be counted as overall totals."
            );
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotWords();
}
