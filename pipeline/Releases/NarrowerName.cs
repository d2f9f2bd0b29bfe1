using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file whose name, title or notes say that it is about some schools, some children or some terms
/// alone, although its columns are those of the whole.</summary>
internal static partial class NarrowerName
{
    /// <summary>The finding; null where nothing is said, or, of terms, where the figures are of terms too.</summary>
    public static Finding? Find(FileReading reading, IReadOnlyList<Series> series)
    {
        if (series.Count == 0)
            return null;
        // A council names its own returns as it likes.
        if (reading.Format == LocalReturnReader.Name)
            return Find(reading, [NarrowerPart.OtherFigures], [NarrowerPart.OtherFigures]);
        var catalogue = reading.Reference.Catalogue;
        var indicators = series.Select(s => s.Indicator).Distinct().Select(catalogue.Find).OfType<Indicator>().ToList();
        var parts = Possible(reading, indicators, isOfTerms: series.SelectMany(s => s.Observations).All(IsOfTerm));
        return Find(reading, parts, [.. parts, .. OfNames(reading, indicators)]);
    }

    private static Finding? Find(
        FileReading reading,
        IReadOnlyList<NarrowerPart> parts,
        IReadOnlyList<NarrowerPart> ofNames
    ) =>
        Said($"{reading.File}/{reading.InnerFile}", ofNames) is { } inName ? Found("The file's name", inName)
        : reading.Titles.Select(t => Said(t, parts)).FirstOrDefault(w => w is not null) is { } inTitle
            ? Found("A title in the file", inTitle)
        : reading.Notes.Where(n => Only().IsMatch(n)).Select(n => Said(n, parts)).FirstOrDefault(w => w is not null)
            is { } inNote
            ? Found("A note in the file", inNote)
        : null;

    private static bool IsOfTerm(Observation figure) => figure.Period.Kind != PeriodKind.AcademicYear;

    private static bool AreOfAbsence(List<Indicator> indicators) => indicators.TrueForAll(i => i.PartWords.Count > 0);

    private static List<NarrowerPart> Possible(FileReading reading, List<Indicator> indicators, bool isOfTerms)
    {
        var about = indicators.SelectMany(i => About(i, reading.Reference.Catalogue)).ToList();
        bool IsAbout(string phrase) => about.Exists(a => Says(a, phrase));
        var columns = string.Concat(reading.Header.Select(Words));
        bool HasColumn(NarrowerPart part) => part.Columns.Any(c => columns.Contains($" {c}", StringComparison.Ordinal));
        return
        [
            NarrowerPart.Schools,
            .. NarrowerPart
                .Children.Prepend(NarrowerPart.OtherFigures)
                .Where(p => !p.About.Any(IsAbout) && !HasColumn(p))
                .Select(p => p with { Words = [.. p.Words.Where(w => !IsAbout(w))] }),
            .. AreOfAbsence(indicators) ? new[] { NarrowerPart.OneKindOfSchool } : [],
            .. isOfTerms ? [] : new[] { NarrowerPart.Terms },
            .. !isOfTerms && AreOfAbsence(indicators) ? new[] { NarrowerPart.TermsOfAbsence } : [],
        ];
    }

    // A file with a column of parts says itself which rows are of the whole.
    private static IEnumerable<NarrowerPart> OfNames(FileReading reading, List<Indicator> indicators) =>
        AreOfAbsence(indicators) && !indicators.Exists(i => i.PartColumns.Any(c => reading.Header.Contains(c)))
            ? [NarrowerPart.OfSchoolTypes(indicators[0].PartWords)]
            : [];

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

    private static string? Said(string text, IReadOnlyList<NarrowerPart> parts)
    {
        // "Special educational needs" is about pupils in every school; "special" alone would be a type of school.
        var words = Needs().Replace(Words(Beside().Replace(text.ToLowerInvariant().Replace('_', ' '), " ")), " ");
        return parts
            .Where(part => !part.Together.Any(all => all.Split(" + ").All(p => Says(words, p))))
            .SelectMany(part => part.Words)
            .FirstOrDefault(phrase => Says(words, phrase));
    }

    private static string Words(string text) =>
        $" {NotWords().Replace(Including().Replace(text.ToLowerInvariant(), " "), " ")} ";

    private static bool Says(string words, string phrase) => words.Contains($" {phrase} ", StringComparison.Ordinal);

    private static Finding Found(string where, string said) =>
        Check.OtherScope.Found(
            $"{where} says \u201c{said}\u201d, so the figures may not be those that the indicator measures."
        );

    // Words about what a file includes or leaves out, its source and dates, and other tables: they do not narrow the
    // file.
    [GeneratedRegex(
        @"\([^)]*\bin (table|sheet|tab)\b[^)]*\)|\bvirtual schools?[^,;.]*|"
            + @"\b(source|census|updat|publi|releas|contact)[^;.]*|"
            + @"\bsevere(ly)? obes\w* included\b|\b(against|versus|vs|no|on|and|with) (the )?targets?\b|"
            + @"\b(includ|exclud|excl\.?|without|not only|suppress|deemed)[^,;.]*|"
            + @"[^,;.]*\b(is|are)? ?(not (included|covered|available)|excluded|removed|suppressed)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Beside();

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
