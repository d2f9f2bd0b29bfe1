using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file whose name, title or notes say that it is about some schools, some children or some terms
/// alone, although its columns are those of the whole.</summary>
internal static partial class NarrowerName
{
    /// <summary>Words for one part of all.</summary>
    /// <param name="Together">Where all of one of these are named, the whole is meant.</param>
    /// <param name="Columns">How words in the names of columns begin by which a file says itself which rows are of the
    /// whole.</param>
    /// <param name="About">What an indicator is about that the words do not narrow.</param>
    private sealed record Part(string[] Words, string[][] Together, string[] Columns, string[] About);

    private static readonly string[][] OfSchools =
    [
        ["primary", "secondary"],
        ["all schools"],
        ["all state funded schools"],
        ["all school types"],
        ["mainstream", "special"],
    ];

    private static readonly Part Schools = new(
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
            "independent school",
            "independent schools",
            "primary schools",
            "secondary schools",
            "academies",
        ],
        OfSchools,
        [],
        []
    );

    // Elsewhere "primary school" says how old the children are.
    private static readonly Part OneKindOfSchool = new(["primary school", "secondary school"], OfSchools, [], []);

    private static readonly Part[] Children =
    [
        new(
            ["boy", "boys", "girl", "girls", "male", "males", "female", "females"],
            [
                ["boys", "girls"],
                ["male", "female"],
                ["males", "females"],
            ],
            [],
            []
        ),
        new(
            ["free school meal", "free school meals", "fsm", "fsm6"],
            [
                ["fsm", "non"],
                ["free school meals", "not"],
                ["free school meal", "not"],
            ],
            ["fsm", "meal"],
            []
        ),
        new(["disadvantaged", "pupil premium"], [], ["disadv", "premium"], []),
        new(
            ["most deprived", "least deprived", "decile", "quintile"],
            [
                ["most deprived", "least deprived"],
            ],
            ["depriv", "imd", "decile", "quintile"],
            []
        ),
        new(
            ["severe obesity", "severely obese", "morbid obesity", "morbidly obese"],
            [
                ["overweight", "severe obesity"],
                ["overweight", "severely obese"],
            ],
            [],
            []
        ),
        new(
            ["sen", "send", "sen support", "ehcp", "ehc plan", "ehc plans", "pupils with special educational needs"],
            [],
            ["sen", "ehc", "need"],
            ["special educational needs", "education health and care", "ehc"]
        ),
        new(
            [
                "looked after",
                "cla",
                "children in care",
                "children in need",
                "cin",
                "unaccompanied",
                "asylum seeking",
                "uasc",
            ],
            [],
            ["cla", "cin", "looked"],
            ["looked after", "children in need"]
        ),
        new(
            [
                "white british",
                "ethnic minority",
                "minority ethnic",
                "black",
                "asian",
                "gypsy",
                "pakistani",
                "bangladeshi",
                "mixed ethnic",
            ],
            [],
            ["ethnic"],
            []
        ),
        new(
            ["urban", "rural"],
            [
                ["urban", "rural"],
            ],
            ["urban", "rural"],
            []
        ),
        new(["english as an additional language", "eal"], [], ["language", "eal"], []),
        new(["young carer", "young carers", "summer born", "lone parent", "first time mothers"], [], [], []),
        new(
            ["teenage mothers", "young mothers", "mothers under 20", "mothers aged under 20", "teenage parents"],
            [],
            [],
            ["teenage"]
        ),
        new(
            [
                "breastfeeding initiation",
                "10 to 14 days",
                "10 14 days",
                "2 weeks",
                "6 months",
                "at birth",
                "at discharge",
            ],
            [
                ["6 8 weeks"],
                ["6 to 8 weeks"],
                ["six to eight weeks"],
            ],
            [],
            ["birth"]
        ),
        new(["preterm", "premature", "family nurse partnership", "fnp", "sure start"], [], [], []),
        new(["disabled children", "children with a disability"], [], ["disab"], ["disab"]),
        new(["persistent absence", "persistent absentees", "severe absence"], [], [], ["persistent"]),
        new(
            [
                "rank",
                "ranks",
                "ranking",
                "national rank",
                "target",
                "targets",
                "trajectory",
                "trajectories",
                "change from previous year",
                "change from last year",
                "annual change",
                "inequality gap",
            ],
            [],
            [],
            []
        ),
        new(
            [
                "percentage point change",
                "percentage point difference",
                "upper confidence limits",
                "lower confidence limits",
                "forecast",
                "forecasts",
                "projected",
                "projection",
                "projections",
                "modelled estimate",
                "modelled estimates",
            ],
            [],
            [],
            []
        ),
    ];

    private static readonly Part Terms = new(
        [
            "autumn term",
            "spring term",
            "spring terms",
            "summer term",
            "two term",
            "2 term",
            "2term",
            "two terms",
            "2 terms",
            "half term",
            "half terms",
            "year to date",
            "ytd",
        ],
        [
            ["autumn", "spring", "summer"],
        ],
        [],
        []
    );

    // Elsewhere these are when a file was published, or a census was taken.
    private static readonly string[] TermsOfAbsence = ["autumn", "spring"];

    /// <summary>The finding; null where nothing is said, or, of terms, where the figures are of terms too.</summary>
    public static Finding? Find(FileReading reading, IReadOnlyList<Series> series)
    {
        if (series.Count == 0)
            return null;
        var catalogue = reading.Reference.Catalogue;
        var indicators = series.Select(s => s.Indicator).Distinct().Select(catalogue.Find).OfType<Indicator>().ToList();
        var parts = Possible(reading, indicators, isOfTerms: series.SelectMany(s => s.Observations).All(IsOfTerm));
        return Said($"{reading.File}/{reading.InnerFile}", [.. parts, .. OfNames(reading, indicators)]) is { } inName
                ? Found("The file's name", inName)
            : reading.Titles.Select(t => Said(t, parts)).FirstOrDefault(w => w is not null) is { } inTitle
                ? Found("A title in the file", inTitle)
            : reading.Notes.Where(n => Only().IsMatch(n)).Select(n => Said(n, parts)).FirstOrDefault(w => w is not null)
                is { } inNote
                ? Found("A note in the file", inNote)
            : null;
    }

    private static bool IsOfTerm(Observation figure) => figure.Period.Kind != PeriodKind.AcademicYear;

    private static bool AreOfAbsence(List<Indicator> indicators) => indicators.TrueForAll(i => i.PartWords.Count > 0);

    private static List<Part> Possible(FileReading reading, List<Indicator> indicators, bool isOfTerms)
    {
        var about = indicators.SelectMany(i => About(i, reading.Reference.Catalogue)).ToList();
        bool IsAbout(string phrase) => about.Exists(a => Says(a, phrase));
        var columns = string.Concat(reading.Header.Select(Words));
        bool HasColumn(Part part) => part.Columns.Any(c => columns.Contains($" {c}", StringComparison.Ordinal));
        return
        [
            Schools,
            .. Children
                .Where(p => !p.About.Any(IsAbout) && !HasColumn(p))
                .Select(p => p with { Words = [.. p.Words.Where(w => !IsAbout(w))] }),
            .. AreOfAbsence(indicators) ? new[] { OneKindOfSchool } : [],
            .. isOfTerms ? [] : new[] { Terms },
            .. !isOfTerms && AreOfAbsence(indicators) ? new[] { Terms with { Words = TermsOfAbsence } } : [],
        ];
    }

    // A file with a column of parts says itself which rows are of the whole.
    private static IEnumerable<Part> OfNames(FileReading reading, List<Indicator> indicators) =>
        AreOfAbsence(indicators) && !indicators.Exists(i => i.PartColumns.Any(c => reading.Header.Contains(c)))
            ? [new([.. indicators[0].PartWords], OfSchools, [], [])]
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

    private static string? Said(string text, IReadOnlyList<Part> parts)
    {
        // "Special educational needs" is about pupils in every school; "special" alone would be a type of school.
        var words = Needs().Replace(Words(Beside().Replace(text.ToLowerInvariant(), " ")), " ");
        return parts
            .Where(part => !part.Together.Any(all => all.All(p => Says(words, p))))
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
            + @"\bsevere(ly)? obes\w* included\b|"
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
