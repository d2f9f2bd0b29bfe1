using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ons;

/// <summary>
/// Office for National Statistics, local statistics and what it publishes again of others: one row an area, indicator
/// and period, in the edition with spelt-out columns (AREACD, Value, Observation Status) and in that for the web
/// (areacd, observation, status).
/// </summary>
internal sealed partial class OnsReader : IReleaseReader
{
    private static readonly string[] Totals = ["", "Total", "All", "Persons", "All persons", "na"];
    private static readonly string[] Published =
    [
        "AREACD",
        "AREANM",
        "Geography",
        "Variable Name",
        "Indicator",
        "Mission",
        "Category",
        "Period",
        "observation",
        "Value",
        "Measure",
        "Unit",
        "lci_95",
        "uci_95",
        "Lower Confidence Interval (95%)",
        "Upper Confidence Interval (95%)",
        "status",
        "Observation Status",
        "Polarity",
        "Notes",
    ];
    private static readonly string[] Percentages = ["%", "Percent", "Percentage", "Per cent"];

    // What a figure in percent may be called.
    private static readonly string[] Shares = ["Proportion", "Prevalence", "Rate", "Share", "Value"];

    /// <inheritdoc />
    public string Format => "ons";

    /// <inheritdoc />
    public SourceFormat? Source => new(Format);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.National, Feed.Obesity, Feed.Neighbours];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["AREACD", "AREANM", "Indicator", "Period"];

    /// <inheritdoc />
    public bool Recognises(Header header) =>
        TellingColumns.All(header.Has) && (header.Has("observation") || header.Has("Value"));

    private sealed record Columns(
        int Area,
        int Geography,
        int Indicator,
        int Category,
        int Period,
        int Value,
        int Measure,
        int Unit,
        int Lower,
        int Upper,
        int Status,
        int Notes
    )
    {
        public static Columns Of(Header h)
        {
            int At(params string[] names) => names.Select(h.IndexOf).FirstOrDefault(i => i >= 0, -1);
            return new(
                At("AREACD"),
                At("Geography"),
                At("Indicator"),
                At("Category"),
                At("Period"),
                At("observation", "Value"),
                At("Measure"),
                At("Unit"),
                At("lci_95", "Lower Confidence Interval (95%)"),
                At("uci_95", "Upper Confidence Interval (95%)"),
                At("status", "Observation Status"),
                At("Notes")
            );
        }
    }

    private sealed record Entry(Indicator Indicator, SeriesSource Source, int Rank);

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var columns = Columns.Of(rows.Header);
        var carried = reading
            .Reference.Catalogue.Carried(Format)
            .ToLookup(
                c => c.Source.Value,
                c => new Entry(c.Indicator, c.Source, c.Rank),
                StringComparer.OrdinalIgnoreCase
            );
        var known = false;
        var constant = new ConstantColumns(
            rows,
            reading,
            columns.Category < 0 ? [] : [columns.Category],
            areTopics: true
        );
        var extra = new ExtraBreakdowns(rows, reading, Published);
        var areas = new CodedArea(rows, reading, columns.Area, rows.Header.IndexOf("AREANM"), columns.Geography);
        while (await rows.NextAsync(cancellationToken))
        {
            constant.Look();
            var entries = carried[rows.Text(columns.Indicator)].ToList();
            known |= entries.Count > 0;
            reading.Carried.UnionWith(entries.Select(e => e.Indicator));
            // In some files the category is the topic that all of the file is about.
            var relying = entries.FindAll(e =>
                !Matches(rows, columns.Category, e.Source)
                && !e.Source.Where.ContainsKey("Category")
                && constant.Holds(columns.Category)
            );
            entries.RemoveAll(e => !Matches(rows, columns.Category, e.Source) && !relying.Contains(e));
            if (carried[rows.Text(columns.Indicator)].FirstOrDefault() is null)
                reading.Rows.Skip("no indicator of the catalogue");
            else if (entries.Count == 0)
                reading.Rows.Skip("breakdown by category");
            else if (entries[0].Indicator.Unit == Unit.Percent && !IsPercentage(rows, columns))
                reading.Rows.Skip("another measure than the indicator's");
            else if (extra.Part() is { } part)
                reading.Rows.Skip(part);
            else if (Passed(rows, columns) is { } reason)
                reading.Rows.Skip(reason);
            else if (areas.Find(() => Period(rows, columns, entries[0])) is { } area)
            {
                var accepted = reading.Rows.Accepted;
                if (
                    ReadRow(rows, reading, columns, entries[0], area) is { } figure
                    && relying.Contains(entries[0])
                    && reading.Rows.Accepted > accepted
                )
                    constant.Rely([figure]);
            }
        }
        constant.Finish();
        if (!known && reading.Rows.Read > 0)
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "No indicator of the file is in the catalogue. It is a download from Explore local statistics: a "
                        + "source with the format ons and the indicator’s name as its value would have to be added."
                )
            );
    }

    // What it gives; null where its period cannot be read.
    private static (SeriesId, Period)? ReadRow(
        CsvRows rows,
        FileReading reading,
        Columns columns,
        Entry entry,
        Area area
    )
    {
        if (Period(rows, columns, entry) is not { } period)
        {
            reading.Reject(
                UnreadPeriod.Found(
                    rows.Text(columns.Period),
                    "The period is neither a day with a length, such as 2021-04-01/P1Y, nor a label of this series.",
                    rows.Row,
                    rows.NameOf(columns.Period)
                )
            );
            return null;
        }
        var row = new RowBuilder(rows, reading);
        var id = new SeriesId(entry.Indicator.Id, area.Code);
        var status = OnsStatus.Parse(rows.Text(columns.Status));
        var note = string.Join(' ', new[] { status.Note, rows.Shown(columns.Notes) }.Where(n => n?.Length > 0));
        var beside = new ObservationDetails
        {
            Lower = row.Limit(columns.Lower),
            Upper = row.Limit(columns.Upper),
            Note = note.Length == 0 ? null : note,
            RevisionStatus = status.Revision,
        };
        var figure = new FigureCell(id, period, ObservationPart.Value)
        {
            Source = entry.Source.Name,
            Rank = entry.Rank,
            Column = rows.NameOf(columns.Value),
            Unit = entry.Indicator.Unit,
            Beside = beside,
        };
        if (
            rows.TryMeasure(columns.Value, out var measure)
            && (measure.Missing is MissingReason.NotGiven || measure.Value is 0)
            && status.Reason is not MissingReason.NotGiven
        )
            row.Add(figure with { Measure = Measure.None(status.Reason, measure.Symbol) });
        else
            row.Add(figure, columns.Value);
        row.Commit();
        return (id, period);
    }

    private static Period? Period(CsvRows rows, Columns columns, Entry entry) =>
        OnsPeriod.TryParse(rows.Text(columns.Period), YearType.Find(entry.Source.Years), out var period)
            ? period
            : null;

    private static string? Passed(CsvRows rows, Columns columns) =>
        columns.Geography >= 0 && rows.Text(columns.Geography).Length == 0 ? "no geography given"
        : rows.Text(columns.Area).StartsWith("Cl_", StringComparison.OrdinalIgnoreCase) ? "cluster of areas"
        : null;

    private static bool IsPercentage(CsvRows rows, Columns columns) =>
        (columns.Unit < 0 && columns.Measure < 0)
        || IsPercentage(rows, columns.Unit)
            && (rows.Text(columns.Measure).Length == 0 || Shares.Any(s => rows.Is(columns.Measure, s)))
        || IsPercentage(rows, columns.Measure) && !OtherUnit().IsMatch(rows.Text(columns.Unit));

    [GeneratedRegex(
        @"\b(points?|pp|numbers?|counts?|per [0-9,]+|index|change|rank)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OtherUnit();

    private static bool IsPercentage(CsvRows rows, int column) => Percentages.Any(p => rows.Is(column, p));

    // A category that the catalogue does not ask for must be the total over all.
    private static bool Matches(CsvRows rows, int column, SeriesSource source)
    {
        var accepted = source.Where.TryGetValue("Category", out var asked) ? asked : Totals;
        return column < 0 || accepted.Any(a => rows.Text(column).Equals(a, StringComparison.OrdinalIgnoreCase));
    }
}
