using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>
/// Department for Education, Local Authority Interactive Tool, the table that its screen exports: one row an area, one
/// column a year. Nothing inside says which measure it is, so the file's name must.
/// </summary>
internal sealed partial class LaitWideReader : IReleaseReader
{
    // A series has one column to its name, and here each year has its own.
    private const string Years = "the columns of the years";

    /// <inheritdoc />
    public string Format => "lait-wide";

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours, Feed.National];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["LA Number", "LA and Regions"];

    /// <inheritdoc />
    public bool Recognises(Header header) =>
        TellingColumns.All(header.Has) && !header.Has("Short Desc") && header.Names.Any(IsYear);

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var measures = LaitMeasure.All(reading.Reference.Catalogue);
        var named =
            LaitFileName.Measure(reading.File, measures) ?? LaitFileName.Measure(reading.InnerFile ?? "", measures);
        var titled = reading
            .Titles.Select(title => LaitFileName.Measure(title, measures))
            .FirstOrDefault(parts => parts is not null);
        if (named is not null && titled is not null && named.Value.Parts != titled.Value.Parts)
        {
            reading.Refuse(Check.MeasureUnknown.Found("The file's name gives one measure and its title another."));
            return;
        }
        if ((named ?? titled) is not var (measure, parts))
        {
            reading.Refuse(
                Check.MeasureUnknown.Found(
                    "Neither the file nor its name says which measure of the catalogue it holds."
                )
            );
            return;
        }
        if (named is not null && OtherWord(reading, measure, parts) is { } word)
        {
            reading.Refuse(
                Check.MeasureUnknown.Found(
                    $"The file's name has the measure {measure} but also the word “{word}”, so the figures may "
                        + "be for a different measure."
                )
            );
            return;
        }
        var name = rows.Header.IndexOf("LA and Regions");
        var areas = new LaitAreas(rows, reading);
        var years = YearColumns(rows, reading, parts);
        if (years.Count == 0)
        {
            reading.Refuse(Check.ColumnMissing.Found("No column is named by a year of this measure."));
            return;
        }
        var extra = new ExtraBreakdowns(
            rows,
            reading,
            [.. TellingColumns, "Region", .. years.Select(y => rows.Header.Names[y.Column])]
        );
        var inParts = new AreasInParts();
        while (await rows.NextAsync(cancellationToken))
        {
            if (rows.Text(name).StartsWith("Statistical neighbour", StringComparison.OrdinalIgnoreCase))
                reading.Rows.Skip("average over statistical neighbours");
            else if (IsDivided(rows, years))
            {
                reading.Reject(
                    Check.HeaderChanged.Found(
                        "The columns of the years are divided, by a second header or none.",
                        rows.Row
                    )
                );
                reading.Refuse(
                    Check.HeaderChanged.Found(
                        "The export has more than one column for a year, so none is used.",
                        rows.Row
                    )
                );
                return;
            }
            else if (extra.Part() is { } part)
            {
                inParts.Part(areas.OfPart(), "", rows.Row);
                reading.Rows.Skip(part);
            }
            else if (areas.Find() is { } area)
            {
                inParts.Whole(area, "");
                ReadRow(rows, reading, parts, area, years);
            }
        }
        inParts.Finish(reading.Counted);
        reading.Carried.UnionWith(
            parts.Where(p => p.Source.Minus is null && p.Role == ObservationPart.Value).Select(p => p.Indicator)
        );
        if (reading.Rows.Accepted > 0 && !reading.Series.ToSeries().Any())
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "The measure is only a part of an indicator, one side of a gap or a count; the long table of "
                        + "all measures has the other."
                )
            );
    }

    private static string? OtherWord(FileReading reading, string measure, List<LaitMeasure> parts)
    {
        var file = LaitFileName.Holds(reading.File, measure) ? reading.File : reading.InnerFile ?? "";
        return LaitFileName.OtherWord(file, measure, parts.Select(p => p.Indicator), reading.Reference.Areas);
    }

    // Words below the years, in a row of no area, or figures in a column without a name.
    private static bool IsDivided(CsvRows rows, List<(int Column, string Label)> years) =>
        rows.Text(rows.Header.IndexOf("LA Number")).Length == 0
            && years.Exists(y => CellKinds.Of(rows.Cell(y.Column)) == CellKind.Text)
        || rows.Header.Names.Index()
            .Any(n => n.Item.Length == 0 && CellKinds.Of(rows.Cell(n.Index)) == CellKind.Number);

    // A label such as "0", which the tool is known to have, costs its column.
    private static List<(int Column, string Label)> YearColumns(
        CsvRows rows,
        FileReading reading,
        List<LaitMeasure> parts
    )
    {
        var years = new List<(int Column, string Label)>();
        foreach (
            var (column, label) in rows
                .Header.Names.Index()
                .Where(n => HasYear().IsMatch(n.Item) || SpreadsheetDate.Is(n.Item))
        )
        {
            if (parts.TrueForAll(p => PeriodLabel.TryParse(label, p.Years, out _, out _)))
                years.Add((column, label));
            else
                reading.Findings.Add(
                    UnreadPeriod.Found(
                        label,
                        "The column's name is not a year of this measure, so the column is not used.",
                        rows.Row,
                        rows.NameOf(column)
                    )
                );
        }
        return years;
    }

    private static void ReadRow(
        CsvRows rows,
        FileReading reading,
        List<LaitMeasure> parts,
        Area area,
        List<(int Column, string Label)> years
    )
    {
        var row = new RowBuilder(rows, reading);
        foreach (var (column, label) in years)
        {
            if (
                !rows.TryMeasure(column, out var figure, out var mark)
                || (mark.IsPercent && !LaitMeasure.ArePercentages(parts))
            )
            {
                row.Fault(row.Unreadable(column));
                continue;
            }
            if (
                parts.Exists(p =>
                    p.Role == ObservationPart.Value && row.IsDoubtful(mark, p.Indicator.Unit, figure.Value)
                )
            )
                row.Fault(row.DecimalComma(column));
            foreach (var part in parts)
            {
                part.Take(
                    row,
                    area,
                    new(label, LaitMeasure.WithoutNoise(figure), Years, mark),
                    () =>
                        UnreadPeriod.Found(
                            label,
                            "The column's name is not a year of this measure.",
                            rows.Row,
                            rows.NameOf(column)
                        ),
                    () =>
                        Check.PercentOutOfRange.Found(
                            "The cell should be a percentage and is not between 0 and 100.",
                            rows.Row,
                            rows.NameOf(column)
                        )
                );
            }
        }
        row.Commit();
    }

    private static bool IsYear(string name) =>
        PeriodLabel.TryParse(name, YearType.Find("financial"), out _, out _) || SpreadsheetDate.Is(name);

    [GeneratedRegex("^[0-9]|[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex HasYear();
}
