using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file whose name, title or notes say that it is about some schools, some children or some terms alone,
/// although its columns are those of the whole.</summary>
internal static partial class NarrowerName
{
    private static readonly string[] Groups =
    [
        "pru",
        "prus",
        "pupil referral",
        "alternative provision",
        "special school",
        "special schools",
        "special educational school",
        "special educational schools",
        "special educational needs school",
        "special educational needs schools",
        "sen school",
        "sen schools",
        "send school",
        "send schools",
        "hospital school",
        "hospital schools",
        "boys",
        "girls",
        "male",
        "males",
        "female",
        "females",
        "independent school",
        "independent schools",
    ];

    // Some indicators are about these.
    private static readonly string[] People =
    [
        "free school meal",
        "free school meals",
        "fsm",
        "fsm6",
        "disadvantaged",
        "most deprived",
        "least deprived",
        "deprived decile",
        "deprived quintile",
        "severe obesity",
        "severely obese",
        "looked after",
        "unaccompanied",
        "asylum seeking",
        "white british",
        "ethnic minority",
        "minority ethnic",
        "english as an additional language",
        "eal",
        "sen support",
        "ehcp",
        "ehc plan",
        "ehc plans",
        "summer born",
    ];

    private static readonly string[] Terms =
    [
        "autumn term",
        "spring term",
        "summer term",
        "two term",
        "2 term",
        "2term",
        "two terms",
        "2 terms",
    ];

    // Elsewhere these are when a file was published, or a census was taken.
    private static readonly string[] TermsOfAbsence = ["autumn", "spring"];

    // Where all of one of these are named, the file is of the whole.
    private static readonly string[][] Together =
    [
        ["primary", "secondary"],
        ["autumn", "spring"],
        ["all", "schools"],
        ["boys", "girls"],
        ["male", "female"],
        ["males", "females"],
        ["fsm", "non"],
        ["free school meals", "not"],
        ["most deprived", "least deprived"],
        ["overweight", "severe obesity"],
    ];

    /// <summary>The finding; null where nothing is said, or, of terms, where the figures are of terms too.</summary>
    public static Finding? Find(FileReading reading, IReadOnlyList<Series> series)
    {
        if (series.Count == 0)
            return null;
        var catalogue = reading.Reference.Catalogue;
        var indicators = series.Select(s => s.Indicator).Distinct().Select(catalogue.Find).OfType<Indicator>().ToList();
        var isOfAbsence = indicators.TrueForAll(i => i.PartWords.Count > 0);
        var ofTerms = series.SelectMany(s => s.Observations).All(o => o.Period.Kind != PeriodKind.AcademicYear);
        var about = indicators.SelectMany(i => About(i, catalogue)).ToList();
        // A file with a column of parts says itself which rows are of the whole.
        var people = reading.Header.Any(ExtraBreakdowns.Divides)
            ? []
            : People.Where(p => !about.Exists(a => Says(a, p)));
        var parts =
            isOfAbsence && !indicators.Exists(i => i.PartColumns.Any(c => reading.Header.Contains(c)))
                ? indicators[0].PartWords
                : [];
        string[] phrases =
        [
            .. Groups,
            .. people,
            .. ofTerms ? [] : Terms,
            .. !ofTerms && isOfAbsence ? TermsOfAbsence : [],
        ];
        return Said($"{reading.File}/{reading.InnerFile}", [.. phrases, .. parts]) is { } inName
                ? Found("The file's name", inName)
            : reading
                .Titles.Where(t => !Coverage().IsMatch(t))
                .Select(t => Said(t, phrases))
                .FirstOrDefault(w => w is not null)
                is { } inTitle
                ? Found("A title in the file", inTitle)
            : reading
                .Notes.Where(n => Only().IsMatch(n))
                .Select(n => Said(n, phrases))
                .FirstOrDefault(w => w is not null)
                is { } inNote
                ? Found("A note in the file", inNote)
            : null;
    }

    // What an indicator is called, here and by those who publish it.
    private static IEnumerable<string> About(Indicator indicator, IndicatorCatalogue catalogue) =>
        indicator
            .Sources.SelectMany(s => s.Where.Values.SelectMany(w => w).Append(s.Value))
            .Concat(
                catalogue
                    .Publications.Where(p => indicator.Sources.Any(s => s.Publication == p.Id))
                    .Select(p => p.Title)
            )
            .Append(indicator.Name)
            .Append(indicator.Narrative)
            .Select(Words);

    private static string? Said(string text, IReadOnlyList<string> phrases)
    {
        // "Special educational needs" is about pupils in every school; "special" alone would be a type of school.
        var words = Needs().Replace(Words(text), " ");
        return Together.Any(all => all.All(p => Says(words, p))) ? null : phrases.FirstOrDefault(p => Says(words, p));
    }

    private static string Words(string text) =>
        $" {NotWords().Replace(Including().Replace(text.ToLowerInvariant(), " "), " ")} ";

    private static bool Says(string words, string phrase) => words.Contains($" {phrase} ", StringComparison.Ordinal);

    private static Finding Found(string where, string said) =>
        Check.OtherScope.Found($"{where} says \u201c{said}\u201d, but the figures would be used as overall totals.");

    // What a file counts, hides or comes from, and when.
    [GeneratedRegex(
        @"\b(includ|exclud|source|census|updat|publi|suppress|deemed)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Coverage();

    [GeneratedRegex(@"\bincluding [^),;]*", RegexOptions.NonBacktracking)]
    private static partial Regex Including();

    [GeneratedRegex(@"\bonly\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Only();

    [GeneratedRegex(
        @" special educational needs?( and disabilit(y|ies))?( sen| send)? (?!schools? )",
        RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Needs();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotWords();
}
