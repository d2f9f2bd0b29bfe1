using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// Department for Education, Local Authority Interactive Tool, the long table behind it: one row a measure, year and
/// area. A bare year means what the catalogue says for the measure, because the file does not.
/// </summary>
public sealed class LaitReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => "lait";
    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours, Feed.National];
    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["Short Desc", "Years", "Values", "LA Number"];

    private sealed record Mapped(Indicator Indicator, SeriesSource Source, int Rank, Role Role, YearType Years);

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, Reading reading, CancellationToken cancellationToken)
    {
        var header = rows.Header;
        var (measure, years, values, number) = (header.IndexOf("Short Desc"), header.IndexOf("Years"), header.IndexOf("Values"), header.IndexOf("LA Number"));
        var measures = Map(reading.Reference.Catalogue);
        var known = false;
        while (await rows.NextAsync(cancellationToken))
        {
            if (!measures.TryGetValue(rows.Text(measure), out var mapped))
            {
                reading.Rows.Skip("no indicator of the catalogue");
                continue;
            }
            known = true;
            if (reading.Reference.Areas.FindByNumber(Number(rows.Text(number))) is not { } area)
            {
                reading.Reject(Check.AreaUnknown.Found("The row's authority number is not in the register of areas.", rows.Row, rows.NameOf(number)));
                continue;
            }
            if (!rows.TryMeasure(values, out var value))
            {
                reading.Reject(Check.CellUnreadable.Found("The cell is neither a number nor a symbol for a missing figure.", rows.Row, rows.NameOf(values)));
                continue;
            }
            ReadRow(rows, reading, mapped, area, rows.Text(years), value, rows.NameOf(values), rows.NameOf(years));
        }
        if (!known && reading.Rows.Read > 0)
            reading.Findings.Add(Check.NothingKnown.Found("No measure of the file is an indicator of the catalogue."));
    }

    private static void ReadRow(CsvRows rows, Reading reading, List<Mapped> mapped, Area area, string label, Measure value, string column, string yearsColumn)
    {
        var row = new RowOfFigures(rows, reading);
        if (value.Value is { } noisy)
            value = Measure.Of(MeasureCell.WithoutBinaryNoise(noisy));
        foreach (var m in mapped)
        {
            if (!PeriodLabel.TryParse(label, m.Years, out var period, out var vintage))
                row.Fault(Check.PeriodUnreadable.Found("The year is not one that this file uses.", rows.Row, yearsColumn));
            else if (m.Role == Role.Value && m.Source.Minus is null && m.Indicator.Unit == "%" && value.Value is < 0 or > 100)
                row.Fault(Check.PercentOutOfRange.Found("The cell should be a percentage and is not between 0 and 100.", rows.Row, column));
            else
                row.Take(new(m.Indicator.Id, area.Code), m.Source.Name, m.Rank, column, m.Source.Minus is not null, period, m.Role, value, vintage is null ? null : new Beside { Vintage = vintage });
        }
        row.Finish();
    }

    private static Dictionary<string, List<Mapped>> Map(IndicatorCatalogue catalogue)
    {
        var measures = new Dictionary<string, List<Mapped>>();
        foreach (var (indicator, source, rank) in catalogue.Carried("lait"))
        {
            foreach (var (name, role) in new[] { (source.Value, Role.Value), (source.Minus, Role.Minus), (source.Numerator, Role.Numerator), (source.Denominator, Role.Denominator) })
            {
                if (name is null)
                    continue;
                if (!measures.TryGetValue(name, out var list))
                    measures.Add(name, list = []);
                list.Add(new(indicator, source, rank, role, YearType.Find(source.Years)!));
            }
        }
        return measures;
    }

    // The store keeps the number as a floating point number: 891.0.
    private static string Number(string text) => text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
}
