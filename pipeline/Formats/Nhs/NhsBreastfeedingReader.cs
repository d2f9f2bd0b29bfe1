using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// Department of Health (2008/09 to 2012/13) and NHS England (2013/14 to 2015/16), breastfeeding at 6 to 8 weeks:
/// quarterly tables of counts by primary care trust, clinical commissioning group or local authority. The percentage is
/// worked out from the counts.
/// </summary>
internal sealed class NhsBreastfeedingReader : IReleaseReader
{
    private const decimal Rounding = 0.1m;

    /// <inheritdoc />
    public string Format => "nhs-breastfeeding";

    /// <inheritdoc />
    public SourceFormat? Source => new(Format);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Breastfeeding];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["Totally breastfed", "Partially breastfed"];

    /// <inheritdoc />
    public bool AllowsRaggedRows => true;

    /// <inheritdoc />
    public bool AllowsRepeatedNames => true;

    /// <inheritdoc />
    public bool Recognises(Header header) => NhsBreastfeedingColumns.Names(header.Names);

    private sealed record Entry(Indicator Indicator, SeriesSource Source, int Rank);

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var table = await NhsTable.OpenAsync(rows, reading, cancellationToken);
        var entries = reading
            .Reference.Catalogue.Carried(Format)
            .Where(c => c.Source.Value == "prevalence")
            .Select(c => new Entry(c.Indicator, c.Source, c.Rank))
            .ToList();
        var blocks = NhsBreastfeedingColumns.Find(table.Columns, table.Titles, reading);
        if (blocks.Count == 0 || entries.Count == 0)
        {
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "A table has no counts of infants due a check, totally and partially breastfed, or the "
                        + "catalogue has no indicator for them."
                )
            );
            while (await table.NextAsync(cancellationToken))
                reading.Rows.Skip("table without the counts");
            return;
        }
        reading.Carried.UnionWith(entries.Select(e => e.Indicator));
        var titled = NhsPeriods.Quarter(table.Titles);
        var areas = NhsAreas.Columns(table.Columns, blocks.Min(b => b.At.Values.Min()));
        var extra = NhsAreas.Extra(rows, reading, table.Columns.Where(NhsBreastfeedingColumns.Knows));
        while (await table.NextAsync(cancellationToken))
        {
            if (NhsRow.Area(rows, reading, areas) is not { } area)
                continue;
            if ((extra.Part() ?? table.Section.Part ?? NhsAreas.Part(rows, table.Columns)) is { } part)
                reading.Rows.Skip(part);
            else
            {
                table.Section.SayIfUnknown(reading);
                var period = NhsPeriods.QuarterOfRow(table.PeriodOfRow, table.Titles, titled);
                ReadRow(rows, reading, entries, area, [.. blocks.Select(b => (b.Period ?? period, b.At))]);
            }
        }
        NhsRow.SayIfNothing(rows, reading);
    }

    private static void ReadRow(
        CsvRows rows,
        FileReading reading,
        List<Entry> entries,
        Area area,
        List<(Period? Period, IReadOnlyDictionary<NhsBreastfeedingColumn, int> At)> blocks
    )
    {
        var row = new RowBuilder(rows, reading);
        var disagreeing = new List<Finding>();
        foreach (var (period, at) in blocks)
        {
            if (period is not { } known)
                row.Fault(
                    Check.PeriodUnreadable.Found(
                        "The columns, the titles, the sheet's name and the file's name do not show clearly which "
                            + "quarter the figures are for.",
                        rows.Row
                    )
                );
            else if (Cells(rows, row, at) is not { } cells)
                continue;
            else if (NhsBreastfeedingFigure.Calculate(cells, area.Type != AreaType.Country) is not { } figure)
                row.Fault(
                    Check.CountsDisagree.Found(
                        "The infants breastfed, those whose status is known and those due a check cannot all be right.",
                        rows.Row,
                        rows.NameOf(at[NhsBreastfeedingColumn.Due])
                    )
                );
            else
            {
                Take(row, entries, new(area, known, rows.NameOf(Traced(at))), figure);
                if (Disagrees(cells, figure))
                    disagreeing.Add(
                        Check.PercentDisagrees.Found(
                            "The published percentage does not match its counts; the counts are used.",
                            rows.Row,
                            rows.NameOf(at[NhsBreastfeedingColumn.Prevalence])
                        )
                    );
            }
        }
        var rejected = reading.Rows.Rejected;
        row.Commit();
        if (reading.Rows.Rejected == rejected)
            disagreeing.ForEach(reading.Findings.Add);
    }

    private static Dictionary<NhsBreastfeedingColumn, Measure>? Cells(
        CsvRows rows,
        RowBuilder row,
        IReadOnlyDictionary<NhsBreastfeedingColumn, int> at
    )
    {
        var cells = new Dictionary<NhsBreastfeedingColumn, Measure>();
        foreach (var (holds, column) in at)
        {
            if (!NhsCell.TryRead(rows, column, out var measure))
            {
                row.Fault(
                    Check.CellUnreadable.Found(
                        "The cell is neither a number nor a symbol for a missing figure.",
                        rows.Row,
                        rows.NameOf(column)
                    )
                );
                return null;
            }
            cells.Add(holds, measure);
        }
        return cells;
    }

    private static int Traced(IReadOnlyDictionary<NhsBreastfeedingColumn, int> at) =>
        at.TryGetValue(NhsBreastfeedingColumn.Prevalence, out var published)
            ? published
            : at[NhsBreastfeedingColumn.Totally];

    private static void Take(RowBuilder row, List<Entry> entries, NhsTarget target, NhsBreastfeedingFigure figure)
    {
        var (area, period, column) = target;
        var beside = figure.Note is null ? null : new ObservationDetails { Note = figure.Note };
        foreach (var (indicator, source, rank) in entries)
        {
            var value = new FigureCell(new(indicator.Id, area.Code), period, ObservationPart.Value)
            {
                Source = source.Name,
                Rank = rank,
                Column = column,
                Measure = figure.Value,
            };
            row.Add(value with { Beside = beside });
            if (figure.Numerator is { } numerator)
                row.Add(value with { Role = ObservationPart.Numerator, Measure = Measure.From(numerator) });
            if (figure.Denominator is { } denominator)
                row.Add(value with { Role = ObservationPart.Denominator, Measure = Measure.From(denominator) });
        }
    }

    // A workbook saved as CSV may have a percentage as the fraction that the workbook stores.
    private static bool Disagrees(Dictionary<NhsBreastfeedingColumn, Measure> cells, NhsBreastfeedingFigure figure) =>
        cells.TryGetValue(NhsBreastfeedingColumn.Prevalence, out var cell)
        && cell.Value is { } published
        && figure.Value.Value is { } value
        && (published is < 0 or > 100 || Math.Abs((published <= 1 ? 100 * published : published) - value) > Rounding);
}
