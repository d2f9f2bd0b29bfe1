using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Fingertips;

/// <summary>
/// Office for Health Improvement and Disparities, Fingertips: one row an indicator, area, sex, age, breakdown and
/// period, with count, denominator and intervals. Only the headline counts: no category, and the sex that the catalogue
/// asks for.
/// </summary>
internal sealed partial class FingertipsReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => "fingertips";

    /// <inheritdoc />
    public SourceFormat? Source => new(Format);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Obesity, Feed.Breastfeeding, Feed.National, Feed.Neighbours];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["Indicator ID", "Area Code", "Time period", "Value"];

    private static readonly string[] Needed = ["Sex", "Age", "Category Type"];

    private static readonly string[] Published =
    [
        "Indicator ID",
        "Indicator Name",
        "Parent Code",
        "Parent Name",
        "Area Code",
        "Area Name",
        "Area Type",
        "Sex",
        "Age",
        "Category Type",
        "Category",
        "Time period",
        "Value",
        "Lower CI 95.0 limit",
        "Upper CI 95.0 limit",
        "Lower CI 99.8 limit",
        "Upper CI 99.8 limit",
        "Count",
        "Denominator",
        "Value note",
        "Recent Trend",
        "Compared to England value or percentiles",
        "Compared to percentiles",
        "Time period Sortable",
        "New data",
        "Compared to goal",
        "Time period range",
    ];

    private sealed record Columns(
        int Indicator,
        int Area,
        int Sex,
        int Age,
        int CategoryType,
        int Category,
        int Time,
        int Value,
        int Lower,
        int Upper,
        int Lower998,
        int Upper998,
        int Count,
        int Denominator,
        int Note
    )
    {
        public static Columns Of(Header h) =>
            new(
                h.IndexOf("Indicator ID"),
                h.IndexOf("Area Code"),
                h.IndexOf("Sex"),
                h.IndexOf("Age"),
                h.IndexOf("Category Type"),
                h.IndexOf("Category"),
                h.IndexOf("Time period"),
                h.IndexOf("Value"),
                h.IndexOf("Lower CI 95.0 limit"),
                h.IndexOf("Upper CI 95.0 limit"),
                h.IndexOf("Lower CI 99.8 limit"),
                h.IndexOf("Upper CI 99.8 limit"),
                h.IndexOf("Count"),
                h.IndexOf("Denominator"),
                h.IndexOf("Value note")
            );
    }

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var columns = Columns.Of(rows.Header);
        if (Needed.Where(name => !rows.Header.Has(name)).ToList() is { Count: > 0 } lacking)
        {
            reading.Refuse(
                Check.ColumnMissing.Found(
                    $"Without the column{(lacking.Count == 1 ? "" : "s")} {FeedReader.Listed(lacking)}, headline rows "
                        + "cannot be told apart from breakdowns."
                )
            );
            return;
        }
        var carried = reading
            .Reference.Catalogue.Carried(Format)
            .GroupBy(c => c.Source.Value)
            .ToDictionary(g => g.Key, g => g.First());
        var extra = new ExtraBreakdowns(
            rows,
            reading,
            Published.Concat(
                rows.Header.Names.Where(n => n.StartsWith("Compared to", StringComparison.OrdinalIgnoreCase))
            )
        );
        var names = new FingertipsNames(carried);
        var (name, range) = (rows.Header.IndexOf("Indicator Name"), rows.Header.IndexOf("Time period range"));
        var areas = new CodedArea(
            rows,
            reading,
            columns.Area,
            rows.Header.IndexOf("Area Name"),
            rows.Header.IndexOf("Area Type")
        );
        var known = false;
        while (await rows.NextAsync(cancellationToken))
        {
            if (!carried.TryGetValue(Id(rows.Text(columns.Indicator)), out var entry))
            {
                reading.Rows.Skip("no indicator of the catalogue");
                continue;
            }
            known = true;
            reading.Carried.Add(entry.Indicator);
            if (names.Contradict(entry.Source.Value, rows.Text(name)))
                reading.Reject(
                    Check.CodesDisagree.Found(
                        "The id and the name belong to different indicators.",
                        rows.Row,
                        rows.NameOf(name)
                    )
                );
            else if (
                CellKinds.IsBreakdown(rows.Cell(columns.CategoryType))
                || CellKinds.IsBreakdown(rows.Cell(columns.Category))
            )
                reading.Rows.Skip("breakdown by category");
            else if (
                PooledYears().IsMatch(rows.Text(range))
                && Period(rows, columns, entry.Source) is { Period.Kind: not PeriodKind.Years }
            )
                reading.Rows.Skip("several years together");
            else if (!IsOfSex(rows, columns.Sex, entry.Source) || IsOfOtherAge(rows, columns.Age, entry.Source))
                reading.Rows.Skip("breakdown by sex or age");
            else if (extra.Part() is { } part)
                reading.Rows.Skip(part);
            else if (areas.Find(() => Period(rows, columns, entry.Source)?.Period) is { } area)
                ReadRow(rows, reading, columns, entry, area);
        }
        if (!known && reading.Rows.Read > 0)
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "No indicator id of the file is in the catalogue. It is a download from Fingertips: a source with "
                        + "the format fingertips and the indicator’s id as its value would have to be added."
                )
            );
    }

    private static void ReadRow(
        CsvRows rows,
        FileReading reading,
        Columns columns,
        (Indicator Indicator, SeriesSource Source, int Rank) entry,
        Area area
    )
    {
        var (indicator, source, rank) = entry;
        if (Period(rows, columns, source) is not var (period, status))
        {
            reading.Reject(
                UnreadPeriod.Found(
                    rows.Text(columns.Time),
                    "The time period is not one that this file uses.",
                    rows.Row,
                    rows.NameOf(columns.Time)
                )
            );
            return;
        }
        var row = new RowBuilder(rows, reading);
        var id = new SeriesId(indicator.Id, area.Code);
        var note = rows.Shown(columns.Note);
        var beside = new ObservationDetails
        {
            Lower = Limit(row, columns.Lower),
            Upper = Limit(row, columns.Upper),
            Lower998 = Limit(row, columns.Lower998),
            Upper998 = Limit(row, columns.Upper998),
            RevisionStatus = status,
            Note = note.Length == 0 ? null : note,
        };
        var figure = new FigureCell(id, period, ObservationPart.Value)
        {
            Source = source.Name,
            Rank = rank,
            Column = rows.NameOf(columns.Value),
            Unit = indicator.Unit,
        };
        if (rows.Cell(columns.Value).IsEmpty && note.Length > 0)
            row.Add(figure with { Measure = Measure.None(MissingReason.Withheld), Beside = beside });
        else
            row.Add(figure with { Beside = beside }, columns.Value);
        foreach (
            var (role, at) in new[]
            {
                (ObservationPart.Numerator, columns.Count),
                (ObservationPart.Denominator, columns.Denominator),
            }
        )
        {
            if (at >= 0)
                row.Add(figure with { Role = role }, at);
        }
        row.Commit();
    }

    private static (Period Period, RevisionStatus? Status)? Period(
        CsvRows rows,
        Columns columns,
        SeriesSource source
    ) =>
        PeriodLabel.TryParse(rows.Text(columns.Time), YearType.Find(source.Years), out var period, out var status)
            ? (period, status)
            : null;

    // A spreadsheet or a database may keep 90319 as 90319.0.
    private static string Id(string text) => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;

    private static bool IsOfOtherAge(CsvRows rows, int column, SeriesSource source) =>
        column >= 0 && source.Age is { } age && FingertipsAge.Differ(rows.Text(column), age);

    private static bool IsOfSex(CsvRows rows, int column, SeriesSource source) =>
        column < 0
        || !source.Where.TryGetValue("Sex", out var accepted)
        || accepted.Any(a => rows.Is(column, a))
        || (accepted.Any(IsEveryone) && IsEveryone(rows.Text(column)));

    private static bool IsEveryone(string word) =>
        word.Equals("All", StringComparison.OrdinalIgnoreCase)
        || word.Equals("Total", StringComparison.OrdinalIgnoreCase)
        || Everyone.OfSexes().IsMatch(word);

    // -1 stands for an interval that is not there.
    private static decimal? Limit(RowBuilder row, int column) =>
        row.Limit(column) is { } value && value != -1 ? value : null;

    [GeneratedRegex(
        @"\b([2-9]|[1-9][0-9])[ -]?y|\b(2[4-9]|[3-9][0-9])[ -]?m",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex PooledYears();
}
