namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>One performance indicator: what it is called, which way is good, and where each feed carries it.</summary>
public sealed record Indicator
{
    /// <summary>The id used in keys and files: lower case words joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The name in tables and headings.</summary>
    public required string Name { get; init; }

    /// <summary>The wording inside the narrative's sentences.</summary>
    public required string Narrative { get; init; }

    /// <summary>Why it is in the catalogue.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Which cadences it belongs to, by their tags; the Trust's where none is given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [Cadence.Trust];

    /// <summary>The profiles that report it, by their ids; every one where none is given.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The id of its priority; null where the council has not given it one.</summary>
    public string? Priority { get; init; }

    /// <summary>The unit of its figures.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Decimal places for display only; comparisons use the published figure.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which way is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Which way is better in a profile that says something else, by the profile's id.</summary>
    public IReadOnlyDictionary<string, Polarity> Polarities { get; init; } = new Dictionary<string, Polarity>();

    /// <summary>How often a figure is published.</summary>
    public required Frequency Frequency { get; init; }

    /// <summary>How many days after the end of a period its publisher usually has brought the figure; null where that
    /// is not known.</summary>
    public int? ExpectedAfterDays { get; init; }

    /// <summary>A change of up to so much, in the indicator's unit, is "no change"; 0 where only an equal figure
    /// is.</summary>
    public decimal ChangeTolerance { get; init; }

    /// <summary>
    /// What the counts behind a figure count, where those are not independent of each other: "sessions" of a pupil's
    /// year. No interval is made of them. By default sessions where a source's denominator is one of them, otherwise
    /// null.
    /// </summary>
    public string? DependentCounts
    {
        get =>
            field
            ?? (
                Sources.Any(s => s.Denominator?.StartsWith("sess_", StringComparison.Ordinal) == true)
                    ? "sessions"
                    : null
            );
        init;
    }

    /// <summary>The first as-at date for which it is reported; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last as-at date for which it is reported; null for still.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The ids of the indicators that it replaces.</summary>
    public IReadOnlyList<string> Succeeds { get; init; } = [];

    /// <summary>The indicator that is counted in its place, because both measure much the same; null where it counts
    /// for itself.</summary>
    public CountsWith? CountsWith { get; init; }

    /// <summary>What a reader must know of it.</summary>
    public string? Note { get; init; }

    /// <summary>What a reader must know of it and nobody knew at first, each with the day from which it was
    /// known.</summary>
    public IReadOnlyList<LaterNote> LaterNotes { get; init; } = [];

    /// <summary>Where the series breaks, and where its publisher asks for caution.</summary>
    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>The areas that make up an area for this indicator, by area code; used where a release carries those and
    /// not the area itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AreaPart>> Parts { get; init; } =
        new Dictionary<string, IReadOnlyList<AreaPart>>();

    /// <summary>What a year of its figures is, by the names of year types; none where the files say it.</summary>
    internal IEnumerable<string> YearTypes => Sources.Select(s => s.Years).OfType<string>().Distinct();

    /// <summary>The columns that divide it into parts, where a file may have no row of all.</summary>
    internal IEnumerable<string> PartColumns => Sources.SelectMany(s => s.SumOver.Keys);

    /// <summary>What a file of one part of all is called by, such as "primary" and "special".</summary>
    internal IReadOnlyList<string> PartWords =>
        [
            .. Sources
                .SelectMany(s => s.SumOver.Values)
                .SelectMany(words => words)
                .Select(word => word.Split(' ')[^1].ToLowerInvariant())
                .Distinct(),
        ];

    /// <summary>Where feeds carry it, the preferred first.</summary>
    public IReadOnlyList<SeriesSource> Sources { get; init; } = [];

    /// <summary>Whether the figure is the difference of two, which may be below zero.</summary>
    public bool IsDifference => Unit.IsDifference || Sources.Any(s => s.Minus is not null);

    /// <summary>Whether the indicator is reported in a snapshot of that date.</summary>
    /// <param name="asAt">The snapshot's as-at date.</param>
    public bool IsReportedAt(DateOnly asAt) => (From is null || From <= asAt) && (Until is null || asAt <= Until);

    /// <summary>What a reader must know of it, as far as it was known on a day; null for nothing.</summary>
    /// <param name="known">The day, such as a snapshot's compile date.</param>
    public string? NoteAt(DateOnly known) =>
        string.Join(' ', LaterNotes.Where(n => n.From <= known).Select(n => n.Note).Prepend(Note).OfType<string>())
            is { Length: > 0 } note
            ? note
            : null;

    /// <summary>The break that lies between two periods, the later of which starts on or after it; null where there is
    /// none. No figure is compared across it.</summary>
    /// <param name="earlier">The first day of the earlier period.</param>
    /// <param name="later">The first day of the later period.</param>
    public Break? BreakBetween(DateOnly earlier, DateOnly later) =>
        Breaks.LastOrDefault(b => !b.Caution && b.IsBetween(earlier, later));

    /// <summary>The date between two periods over which figures are compared with caution; null where there is
    /// none.</summary>
    /// <param name="earlier">The first day of the earlier period.</param>
    /// <param name="later">The first day of the later period.</param>
    public Break? CautionBetween(DateOnly earlier, DateOnly later) =>
        Breaks.LastOrDefault(b => b.Caution && b.IsBetween(earlier, later));
}

/// <summary>A break in a series, or a date over which its publisher asks for caution.</summary>
/// <param name="From">The first day of the new definition.</param>
/// <param name="Source">Who says so, and where.</param>
/// <param name="Caution">Whether figures may be compared across it, with a word of caution.</param>
public sealed record Break(DateOnly From, string Note, string? Source = null, bool Caution = false)
{
    internal bool IsBetween(DateOnly earlier, DateOnly later) => earlier < From && From <= later;
}

/// <summary>That a summary counts another indicator, where that one can be compared, and not this one too.</summary>
/// <param name="Indicator">The id of the one that is counted.</param>
/// <param name="From">The first as-at date of which this is so; null for always.</param>
public sealed record CountsWith(string Indicator, DateOnly? From = null);

/// <summary>A note on an indicator that was not known from the first.</summary>
/// <param name="From">The day from which it was known: reports compiled before do not have it.</param>
public sealed record LaterNote(DateOnly From, string Note);

/// <summary>One of several areas over which an indicator is measured.</summary>
/// <param name="Name">The name in the report, such as "Bassetlaw NHS".</param>
public sealed record AreaPart(string Code, string Name);
