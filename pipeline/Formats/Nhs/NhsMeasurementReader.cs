using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>
/// NHS Information Centre and NHS Digital, National Child Measurement Programme: tables by primary care trust, local
/// authority, region and England with counts, prevalence and intervals of each weight category, for Reception and Year
/// 6 beside or below each other.
/// </summary>
internal sealed class NhsMeasurementReader : IReleaseReader
{
    private const string NoYear = "neither Reception nor Year 6";

    /// <inheritdoc />
    public string Format => "ncmp";

    /// <inheritdoc />
    public SourceFormat? Source => new(Format);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Obesity];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["Number measured", "Obese"];

    /// <inheritdoc />
    public bool AllowsRaggedRows => true;

    /// <inheritdoc />
    public bool AllowsRepeatedNames => true;

    /// <inheritdoc />
    public bool Recognises(Header header) => NhsMeasurementColumns.Names(header.Names);

    private sealed record Figures(Measure Value, Measure? Number, Measure? Measured, Measure? Lower, Measure? Upper);

    private sealed record Wanted(
        NhsMeasurementBlock Block,
        Period? Period,
        Indicator Indicator,
        SeriesSource Source,
        int Rank
    );

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var table = await NhsTable.OpenAsync(rows, reading, cancellationToken);
        var blocks = NhsMeasurementColumns.Find(table.Columns, table.Titles, reading);
        var titled = NhsPeriods.SchoolYear(table.Titles);
        var yearOfAll = table.Titles.Select(NhsMeasurementColumns.YearIn).FirstOrDefault(year => year is not null);
        var wanted = (
            from block in blocks
            join carried in reading.Reference.Catalogue.Carried(Format) on block.Value equals carried.Source.Value
            select new Wanted(block, block.Period, carried.Indicator, carried.Source, carried.Rank)
        ).ToList();
        var bySchool = NhsMeasurementColumns.IsBySchool(table.Titles);
        if (wanted.Count == 0 || bySchool)
        {
            while (await table.NextAsync(cancellationToken))
                reading.Rows.Skip(
                    bySchool ? "children counted where their school is" : "no indicator of the catalogue"
                );
            NhsRow.SayIfNothing(rows, reading);
            return;
        }
        var areas = NhsAreas.Columns(
            table.Columns,
            blocks.Min(b => b.Measured < 0 ? b.At.Values.Min() : Math.Min(b.Measured, b.At.Values.Min()))
        );
        var extra = NhsAreas.Extra(rows, reading, table.Columns.Where(NhsMeasurementColumns.Knows));
        while (await table.NextAsync(cancellationToken))
        {
            if (NhsRow.Area(rows, reading, areas) is not { } area)
                continue;
            var ofYear = wanted.FindAll(w =>
                (table.Section.Year ?? (w.Block.SaysYear ? w.Block.Year : yearOfAll)) == w.Block.Year
            );
            reading.Carried.UnionWith(ofYear.Select(w => w.Indicator));
            if ((extra.Part() ?? table.Section.Part ?? NhsAreas.Part(rows, table.Columns)) is { } part)
                reading.Rows.Skip(part);
            else if (ofYear.Count == 0)
                reading.Rows.Skip((table.Section.Year ?? yearOfAll) is null ? NoYear : "another school year");
            else
            {
                table.Section.SayIfUnknown(reading);
                var said = table.PeriodOfRow;
                ReadRow(rows, reading, area, said.Length == 0 ? titled : NhsPeriods.SchoolYear([said]), ofYear);
            }
        }
        if (reading.Rows.Skipped.ContainsKey(NoYear))
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "Neither the columns, a heading nor a title say whether the figures are for Reception or Year 6."
                )
            );
        NhsRow.SayIfNothing(rows, reading);
    }

    private static void ReadRow(CsvRows rows, FileReading reading, Area area, Period? ofRow, List<Wanted> wanted)
    {
        var row = new RowBuilder(rows, reading);
        foreach (var want in wanted)
        {
            var prevalence = rows.NameOf(want.Block.At[NhsMeasurementFigure.Prevalence]);
            if ((want.Period ?? ofRow) is not { } period)
                row.Fault(
                    Check.PeriodUnreadable.Found(
                        "The columns, the titles, the sheet's name and the file's name do not show clearly which "
                            + "school year the figures are for.",
                        rows.Row
                    )
                );
            else if (Read(rows, row, want.Block) is { } figures)
            {
                if (figures.Value.Value is < 0 or > 100)
                    row.Fault(
                        Check.PercentOutOfRange.Found(
                            "The cell should be a percentage and is not between 0 and 100.",
                            rows.Row,
                            prevalence
                        )
                    );
                if (figures.Number?.Value is < 0 || figures.Number?.Value > figures.Measured?.Value)
                    row.Fault(
                        Check.CountsDisagree.Found(
                            "More children are counted in the category than were measured, or fewer than none.",
                            rows.Row,
                            prevalence
                        )
                    );
                Take(row, want, new(area, period, prevalence), figures);
            }
        }
        row.Commit();
    }

    private static Figures? Read(CsvRows rows, RowBuilder row, NhsMeasurementBlock block)
    {
        var unreadable = false;
        Measure? At(int column)
        {
            if (column < 0)
                return null;
            if (NhsCell.TryRead(rows, column, out var measure))
                return measure;
            row.Fault(
                Check.CellUnreadable.Found(
                    "The cell is neither a number nor a symbol for a missing figure.",
                    rows.Row,
                    rows.NameOf(column)
                )
            );
            unreadable = true;
            return null;
        }

        int Of(NhsMeasurementFigure figure) => block.At.GetValueOrDefault(figure, -1);
        var figures = new Figures(
            At(Of(NhsMeasurementFigure.Prevalence)) ?? default,
            At(Of(NhsMeasurementFigure.Number)),
            At(block.Measured),
            At(Of(NhsMeasurementFigure.Lower)),
            At(Of(NhsMeasurementFigure.Upper))
        );
        return unreadable ? null : figures;
    }

    private static void Take(RowBuilder row, Wanted want, NhsTarget target, Figures figures)
    {
        var (area, period, column) = target;
        var id = new SeriesId(want.Indicator.Id, area.Code);
        var beside = new ObservationDetails { Lower = figures.Lower?.Value, Upper = figures.Upper?.Value };
        var value = new FigureCell(id, period, ObservationPart.Value)
        {
            Source = want.Source.Name,
            Rank = want.Rank,
            Column = column,
            Measure = figures.Value,
        };
        row.Add(value with { Beside = beside });
        if (figures.Number is { } number)
            row.Add(value with { Role = ObservationPart.Numerator, Measure = number });
        if (figures.Measured is { } measured)
            row.Add(value with { Role = ObservationPart.Denominator, Measure = measured });
    }
}
