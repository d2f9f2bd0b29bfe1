using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>
/// Department for Education, Local Authority Interactive Tool, the long table behind it: one row a measure, year and
/// area. A bare year means what the catalogue says for the measure, because the file does not.
/// </summary>
internal sealed class LaitReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => "lait";

    /// <inheritdoc />
    public SourceFormat? Source => new(Format, NeedsYears: true);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours, Feed.National];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["Short Desc", "Years", "Values", "LA Number"];

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var header = rows.Header;
        var (measure, years, values) = (
            header.IndexOf("Short Desc"),
            header.IndexOf("Years"),
            header.IndexOf("Values")
        );
        var areas = new LaitAreas(rows, reading);
        var extra = new ExtraBreakdowns(rows, reading, [.. TellingColumns, "Data item", "LA and Regions", "Region"]);
        var measures = LaitMeasure.All(reading.Reference.Catalogue);
        var (known, inParts) = (false, new AreasInParts());
        string Of() => $"{rows.Text(measure)} {rows.Text(years)}";
        while (await rows.NextAsync(cancellationToken))
        {
            if (!measures.TryGetValue(rows.Text(measure), out var parts))
            {
                reading.Rows.Skip("no indicator of the catalogue");
                continue;
            }
            known = true;
            foreach (var part in parts)
            {
                if (part.Source.Minus is null && part.Role == ObservationPart.Value)
                    reading.Carried.Add(part.Indicator);
            }
            if (extra.Part() is { } reason)
            {
                inParts.Part(areas.OfPart(), Of(), rows.Row);
                reading.Rows.Skip(reason);
                continue;
            }
            if (areas.Find() is not { } area)
                continue;
            inParts.Whole(area, Of());
            if (
                !rows.TryMeasure(values, out var figure, out var mark)
                || (mark.IsPercent && !LaitMeasure.ArePercentages(parts))
            )
                reading.Reject(new RowBuilder(rows, reading).Unreadable(values));
            else
            {
                var row = new RowBuilder(rows, reading);
                if (
                    parts.Exists(p =>
                        p.Role == ObservationPart.Value && row.IsDoubtful(mark, p.Indicator.Unit, figure.Value)
                    )
                )
                    row.Fault(row.DecimalComma(values));
                foreach (var part in parts)
                {
                    part.Take(
                        row,
                        area,
                        new(rows.Text(years), LaitMeasure.WithoutNoise(figure), rows.NameOf(values), mark),
                        () =>
                            UnreadPeriod.Found(
                                rows.Text(years),
                                "The year is not one that this file uses.",
                                rows.Row,
                                rows.NameOf(years)
                            ),
                        () =>
                            Check.PercentOutOfRange.Found(
                                "The cell should be a percentage and is not between 0 and 100.",
                                rows.Row,
                                rows.NameOf(values)
                            )
                    );
                }
                row.Commit();
            }
        }
        inParts.Finish(reading.Counted);
        if (!known && reading.Rows.Read > 0)
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    "No measure of the file is an indicator of the catalogue. It is the table of the Local Authority "
                        + "Interactive Tool: a source with the format lait and the measure’s short name as its value "
                        + "would have to be added."
                )
            );
    }
}
