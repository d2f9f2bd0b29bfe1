using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file whose name, title or last lines say that it is about some schools or some terms alone, although
/// its columns are those of the whole.</summary>
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
        "hospital school",
        "hospital schools",
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

    // Beside one of these, a part is one of several in the file, or is left out of it.
    private static readonly string[] Wholes =
    [
        "all schools",
        "state funded",
        "exclude",
        "excludes",
        "excluding",
        "not",
    ];

    /// <summary>The finding; null where nothing is said, or, of terms, where the figures are of terms too.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="texts">Its titles, the names of its sheets and the lines below its tables.</param>
    public static Finding? Find(
        string name,
        IEnumerable<string> texts,
        IReadOnlyList<Series> series,
        IndicatorCatalogue catalogue
    )
    {
        if (series.Count == 0)
            return null;
        var ofTerms = series.SelectMany(s => s.Observations).All(o => o.Period.Kind != PeriodKind.AcademicYear);
        var parts = series.Select(s => catalogue.Find(s.Indicator)?.PartWords ?? []).MaxBy(p => p.Count)!;
        foreach (
            var (where, text) in texts
                .Select(t => ("A title or note in the file", t))
                .Prepend(("The file's name", name))
        )
        {
            var words = $" {NotWords().Replace(text.ToLowerInvariant(), " ")} ";
            bool Says(string phrase) => words.Contains($" {phrase} ", StringComparison.Ordinal);
            if (Wholes.Any(Says) || parts.Count > 0 && parts.All(Says))
                continue;
            var said =
                Schools.FirstOrDefault(Says)
                ?? (ofTerms ? null : Terms.FirstOrDefault(Says))
                ?? (Says("educational") ? null : parts.FirstOrDefault(Says));
            if (said is not null)
                return Check.OtherScope.Found(
                    $"{where} says \u201c{said}\u201d, but its figures would be counted as overall totals."
                );
        }
        return null;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotWords();
}
