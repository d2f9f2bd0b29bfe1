using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Own;

/// <summary>
/// The council's own return of figures that no publisher has yet: indicator, area_code, period, year_type, value,
/// numerator, denominator, status, note. The format is ours; docs/formats/local-returns.md describes it.
/// </summary>
internal sealed partial class LocalReturnReader : IReleaseReader
{
    /// <summary>The format's name.</summary>
    internal const string Name = "local-return";

    // A target or a forecast is not a result.
    private static string? Target(string status, string sheet) =>
        Targets().IsMatch(status) ? "target or forecast by its status"
        : Targets().IsMatch(sheet) && !Results().IsMatch(sheet) ? "target or forecast by the sheet's name"
        : null;

    [GeneratedRegex(
        @"^\W*(targets?|plan(ned|s)?|goals?|aspirations?|expected|forecasts?|projections?|projected|trajector(y|ies)|"
            + @"ambitions?|benchmarks?)\b|[(:,/-] *(target|plan|forecast|projection|trajectory)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Targets();

    [GeneratedRegex(
        @"\b(actuals?|outturns?|results?|returns?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Results();

    // A year without its type would be taken for a financial one, which it need not be.
    private static readonly PeriodKind[] OfNoYearType = [PeriodKind.Quarter, PeriodKind.Month, PeriodKind.Day];
    private static readonly PeriodKind[] PartsOfYear =
    [
        PeriodKind.Quarter,
        PeriodKind.Month,
        PeriodKind.Term,
        PeriodKind.HalfYear,
        PeriodKind.Week,
    ];

    /// <inheritdoc />
    public string Format => Name;

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Local];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["indicator", "area_code", "period", "year_type", "value"];

    /// <inheritdoc />
    public bool HasOwnTexts => true;

    // 2011/12 Q2 is a quarter of a financial year, whatever the other column says.
    private static bool ContradictsQuarter(string label, YearType? years) =>
        years is not (null or { Kind: PeriodKind.FinancialYear or PeriodKind.ReportingYear })
        && PeriodLabel.TryParse(label, null, out var period, out _)
        && period.Kind == PeriodKind.Quarter;

    // Only a series of days has any, and none that Excel makes of a year.
    private static bool HasDay(Indicator indicator, DateOnly day) =>
        indicator.Sources.Any(s => YearType.Find(s.Years)?.Kind == PeriodKind.Day) && !SpreadsheetDate.IsOfYear(day);

    private static bool TryReadPeriod(
        string label,
        string years,
        Indicator indicator,
        out Period period,
        out RevisionStatus? status
    )
    {
        var type = YearType.Find(years);
        if (!PeriodLabel.TryParse(label, type, out period, out status) || ContradictsQuarter(label, type))
            return false;
        if (years.Length > 0)
            return type is not null;
        return period.Kind == PeriodKind.Day
            ? HasDay(indicator, period.End)
            : OfNoYearType.Contains(period.Kind) || PeriodLabel.NamesMonths(label);
    }

    // A period that would be one of another kind of year is not at fault: the year type is.
    private static Finding Unread(string label, string years, long row)
    {
        var fitting = YearType
            .Names.Where(name =>
                YearType.Find(name) is var type
                && PeriodLabel.TryParse(label, type, out _, out _)
                && !ContradictsQuarter(label, type)
            )
            .ToList();
        if (years.Length > 0 && YearType.Find(years) is null)
            return OfYearType(
                $"The year_type is not known. Use {string.Join(", ", YearType.Names)}, or leave it empty for a "
                    + "quarter or a day.",
                row
            );
        return fitting.Count > 0 && !SpreadsheetDate.Is(label)
            ? OfYearType(
                (years.Length == 0 ? "The period needs a year_type" : "The period does not fit its year_type")
                    + $": use {string.Join(", ", fitting)}.",
                row
            )
            : UnreadPeriod.Found(
                label,
                "The period cannot be read. Write it as 2023/24, 2024, 2023/24 Q3, 31 March 2024 or Oct 2023 "
                    + $"to Sep 2024. year_type may be {string.Join(", ", YearType.Names)}, or empty for a "
                    + "quarter, a day or a period from month to month.",
                row,
                "period"
            );
    }

    private static Finding OfYearType(string says, long row) => Check.PeriodUnreadable.Found(says, row, "year_type");

    // A part of a year may belong to any kind of year. If a year is written as months, its label says which months,
    // unless the year has a name of its own.
    private static bool IsOfOtherYears(Indicator indicator, Period period, bool isTypedOut) =>
        !PartsOfYear.Contains(period.Kind)
        && !(isTypedOut && period.Kind is PeriodKind.Day or PeriodKind.ReportingYear or PeriodKind.Years)
        && indicator.YearTypes.Select(YearType.Find).OfType<YearType>().ToList() is { Count: > 0 } types
        && !types.Exists(type => type.Begins(period));

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        int Column(string name) => rows.Header.IndexOf(name);
        var (indicatorColumn, areaColumn, periodColumn, yearColumn) = (
            Column("indicator"),
            Column("area_code"),
            Column("period"),
            Column("year_type")
        );
        var extra = new ExtraBreakdowns(rows, reading, Template.Columns(Feed.Local)!.Select(c => c.Name));
        var counted = new CountedFindings();
        while (await rows.NextAsync(cancellationToken))
        {
            var years = rows.Text(yearColumn);
            if (Template.IsExample(rows.Text(indicatorColumn)))
                reading.Rows.Skip(Template.Reason);
            else if (reading.Reference.Catalogue.Find(rows.Text(indicatorColumn)) is not { } indicator)
                reading.Reject(
                    Check.IndicatorUnknown.Found("The indicator is not in the catalogue.", rows.Row, "indicator")
                );
            else if (Target(rows.Text(Column("status")), reading.SheetName) is { } target)
            {
                reading.Carried.Add(indicator);
                reading.Rows.Skip(target);
                counted.Add(Check.FigureIsTarget, rows.Row, "the figure is a target or a forecast and was not used");
            }
            else if (extra.Part() is { } part)
            {
                reading.Carried.Add(indicator);
                reading.Rows.Skip(part);
            }
            else if (reading.Reference.Areas.FindByCode(rows.Text(areaColumn)) is not { } area)
                UnknownArea.Reject(rows, reading, areaColumn);
            else if (!TryReadPeriod(rows.Text(periodColumn), years, indicator, out var period, out var labelled))
                reading.Reject(Unread(rows.Text(periodColumn), years, rows.Row));
            else if (IsOfOtherYears(indicator, period, years.Length == 0))
                reading.Reject(
                    Check.PeriodOfOtherYear.Found(
                        $"{indicator.Name} uses year_type {string.Join(" or ", indicator.YearTypes)}, but this row has "
                            + $"{(years.Length > 0 ? "year_type " + years.ToLowerInvariant() : "other months")}.",
                        rows.Row,
                        "year_type"
                    )
                );
            else
            {
                var word = rows.Text(Column("status"));
                var status = EnumWords.Find<RevisionStatus>(word);
                var note = rows.Shown(Column("note"));
                var beside = new ObservationDetails
                {
                    RevisionStatus = status ?? labelled,
                    Note = note.Length == 0 ? null : note,
                };
                if (word.Length > 0 && status is null)
                    counted.Add(
                        Check.RevisionStatusUnknown,
                        rows.Row,
                        "the status is none of provisional, revised and final",
                        "status"
                    );
                if (rows.Text(Column("value")).Length == 0)
                    counted.Add(Check.FigureBlank, rows.Row, "the cell is blank in a column of figures", "value");
                var row = new RowBuilder(rows, reading);
                foreach (
                    var (role, name) in new[]
                    {
                        (ObservationPart.Value, "value"),
                        (ObservationPart.Numerator, "numerator"),
                        (ObservationPart.Denominator, "denominator"),
                    }
                )
                {
                    if (Column(name) is >= 0 and var column)
                        row.Add(
                            new FigureCell(new(indicator.Id, area.Code), period, role)
                            {
                                Source = $"local:{indicator.Id}",
                                Rank = Series.LocalReturnPreference,
                                Column = rows.NameOf(Column("value")),
                                Unit = indicator.Unit,
                                Beside = beside,
                            },
                            column
                        );
                }
                row.Commit();
            }
        }
        counted.Finish(reading.Findings);
    }
}
