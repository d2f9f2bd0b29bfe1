namespace ChildrensTrust.Pipeline.Formats;

/// <summary>What an officer is shown of a format: its name, the page that describes it and the columns that a file of
/// it needs.</summary>
/// <param name="Format">The format, as the ledger has it.</param>
/// <param name="Page">The page of the documentation.</param>
internal sealed record FormatGuide(string Format, string Title, string Page)
{
    private const string Derived = "lait-statistics";

    private static readonly IReadOnlyList<FormatGuide> All =
    [
        Of("ees", "an Explore Education Statistics data file", "ees"),
        Of("ees-meta", "the companion file (.meta.csv) of a data file", "ees-companion"),
        Of("fingertips", "a Fingertips download", "fingertips"),
        Of("lait", "the long table of the Local Authority Interactive Tool", "lait"),
        Of("lait-wide", "an export of one measure from the Local Authority Interactive Tool", "lait-export"),
        Of(Derived, "a table of derived figures from the Local Authority Interactive Tool", "lait-export"),
        Of("neighbour-model", "a list of statistical neighbours", "neighbours"),
        Of("local-return", "a local return of the council", "local-returns"),
        Of("key-actions", "a list of key actions", "key-actions"),
        Of("ons", "a download from Explore local statistics (ONS)", "ons"),
        Of("nhs-breastfeeding", "a quarterly NHS breastfeeding table", "nhs-breastfeeding"),
        Of("ncmp", "a table of the National Child Measurement Programme", "nhs-child-measurement"),
    ];

    /// <summary>The columns that a file of the format needs, in its own spelling.</summary>
    public IReadOnlyList<string> Columns => [.. Readers.SelectMany(r => r.NeededColumns).Distinct()];

    private IEnumerable<IReleaseReader> Readers => FeedReader.Readers.Where(r => r.Format == Format);

    /// <summary>The guide to a format; null where there is none of that name.</summary>
    public static FormatGuide? Find(string? format) => All.FirstOrDefault(g => g.Format == format);

    /// <summary>The formats whose files belong in a feed's folder; none that is known only to be refused.</summary>
    public static IReadOnlyList<FormatGuide> For(Feed feed) =>
        [.. All.Where(g => g.Format != Derived && g.Readers.Any(r => r.Feeds.Contains(feed)))];

    private static FormatGuide Of(string format, string title, string page) =>
        new(format, title, $"docs/formats/{page}.md");
}
