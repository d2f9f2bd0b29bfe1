using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>
/// Department for Education, Explore Education Statistics: one row an area, period and breakdown, with many indicator
/// columns. Columns are found by name. A row counts for an indicator when each of its breakdown columns says Total, or
/// what the catalogue asks for.
/// </summary>
internal sealed class EesReader : IReleaseReader
{
    /// <summary>The name of the format.</summary>
    internal const string Name = "ees";

    /// <inheritdoc />
    public string Format => Name;

    /// <inheritdoc />
    public SourceFormat? Source => new(Format);

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.National, Feed.Neighbours, Feed.Breastfeeding, Feed.Obesity];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => NeededColumns;

    /// <inheritdoc />
    public IReadOnlyList<string> NeededColumns { get; } =
    ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"];

    private sealed record Breakdown(int Column, IReadOnlyList<string> Accepted);

    private sealed record Mapped(
        Indicator Indicator,
        SeriesSource Source,
        int Rank,
        IReadOnlyList<(ObservationPart Role, int Column)> Cells,
        IReadOnlyList<Breakdown> Where,
        YearType? Years
    )
    {
        public EesShare? Share { get; init; }

        public int Value => Cells[0].Column;

        public IEnumerable<int> Columns => Cells.Select(c => c.Column).Concat(Share?.Columns ?? []);
    }

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var header = rows.Header;
        var mapped = Map(header, reading);
        if (mapped.Count == 0)
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    $"No column is an indicator of the catalogue. The columns are: {FeedReader.Listed(header.Names)}."
                        + LikelyPublication.Of(reading.Reference.Catalogue, header, Name)
                )
            );
        reading.Carried.UnionWith(mapped.Select(m => m.Indicator));
        var places = new EesPlaces(header, reading.Reference.Areas);
        var (time, identifier, version) = (
            header.IndexOf("time_period"),
            header.IndexOf("time_identifier"),
            header.IndexOf("version")
        );
        var figures = mapped.SelectMany(m => m.Columns).ToHashSet();
        var (breakdowns, counting) = (new List<int>(), new List<Mapped>());
        var (parts, wholes) = (new bool[header.Count], new bool[header.Count]);
        var screen = new EesScreen(header, places, figures, reading);
        var constant = new ConstantColumns(
            rows,
            reading,
            Enumerable
                .Range(0, header.Count)
                .Where(c => !figures.Contains(c) && !EesLevel.IsIdentity(header.Names[c]))
                .Except(mapped.SelectMany(m => m.Where).Select(w => w.Column))
        );
        rows.IsPart = () => IsPart(rows, figures);

        void PassOver(RowFault? fault, string reason)
        {
            screen.PassedOver(rows, fault);
            reading.Rows.Skip(reason);
        }

        while (await rows.NextAsync(cancellationToken))
        {
            var place = screen.Look(rows, breakdowns);
            constant.Look();
            if (mapped.Count == 0)
            {
                PassOver(place.Fault, "no indicator of the catalogue");
                continue;
            }
            if (place.Level is not { } level)
            {
                reading.Reject(place.Fault!.Found(rows.Row));
                continue;
            }
            if (place.SkipReason is { } reason)
            {
                PassOver(place.Fault, reason);
                continue;
            }
            for (var column = 0; column < wholes.Length; column++)
                wholes[column] |= !breakdowns.Contains(column);
            breakdowns.RemoveAll(constant.Holds);
            counting.Clear();
            foreach (var m in mapped)
            {
                if (Counts(rows, m, breakdowns))
                    counting.Add(m);
            }
            if (counting.Count == 0)
            {
                foreach (var column in breakdowns)
                    parts[column] = true;
                PassOver(place.Fault, "breakdown");
            }
            else if (places.Find(rows, level) is not { } area)
                UnknownArea.Reject(rows, reading, places.Column(rows, level));
            else if (place.Fault is { } fault)
                reading.Reject(fault.Found(rows.Row));
            else if (
                ReadRow(
                    rows,
                    reading,
                    counting,
                    area,
                    new(rows.Text(identifier), rows.Text(time), RevisionStatuses.FromBeginning(rows.Text(version)))
                )
                    is { } period
                && !places.IsLive(rows, area, period)
            )
                screen.NotLive(rows);
        }
        constant.Finish();
        if (reading.Rows is { Accepted: 0, Rejected: 0 } && parts.Contains(true))
        {
            // Where each column has a total in some row, no row has all of them.
            var lacking = Enumerable.Range(0, parts.Length).Where(c => parts[c] && !wholes[c]).ToList();
            var over = Enumerable
                .Range(0, parts.Length)
                .Where(c => lacking.Count > 0 ? lacking.Contains(c) : parts[c])
                .Select(c => header.Names[c])
                .Distinct()
                .Order(StringComparer.Ordinal);
            reading.Findings.Add(
                Check.NoHeadline.Found(
                    $"No row is the total over: {FeedReader.Listed(over)}."
                        + LikelyPublication.Of(reading.Reference.Catalogue, header, Name)
                )
            );
        }
        screen.Finish();
    }

    // A row with too many or too few cells is of a part whether its cells are counted from the left or from the right.
    private static bool IsPart(CsvRows rows, HashSet<int> figures)
    {
        var shift = rows.CellCount - rows.Header.Count;
        bool NamesPart(int by) =>
            Enumerable
                .Range(0, rows.Header.Count)
                .Any(c =>
                    !figures.Contains(c)
                    && !EesLevel.IsIdentity(rows.Header.Names[c])
                    && CellKinds.IsBreakdown(rows.Cell(c + by))
                );
        return NamesPart(0) && NamesPart(shift);
    }

    private readonly record struct RowTime(string Identifier, string Time, RevisionStatus? Status);

    // The period for which the row brought a figure; null where it brought none.
    private static Period? ReadRow(CsvRows rows, FileReading reading, List<Mapped> counting, Area area, RowTime at)
    {
        var row = new RowBuilder(rows, reading);
        var beside = at.Status is null ? null : new ObservationDetails { RevisionStatus = at.Status };
        Period? figure = null;
        foreach (var m in counting)
        {
            if (!EesTimeIdentifier.TryParse(at.Identifier, at.Time, m.Years, out var period))
            {
                reading.Reject(
                    Check.PeriodUnreadable.Found(
                        "The time period and its identifier do not make a period.",
                        rows.Row,
                        "time_period"
                    )
                );
                return null;
            }
            var cell = new FigureCell(new(m.Indicator.Id, area.Code), period, ObservationPart.Value)
            {
                Source = m.Source.Name,
                Rank = m.Rank,
                Column = rows.NameOf(m.Value),
                Unit = m.Indicator.Unit,
                HasMinus = m.Source.Minus is not null,
                Beside = beside,
            };
            if (m.Share is { } share)
            {
                if (share.Add(row, rows, cell, m.Indicator.Decimals) is not null)
                    figure = period;
                continue;
            }
            foreach (var (role, column) in m.Cells)
            {
                var taken = row.Add(cell with { Role = role }, column);
                if (role == ObservationPart.Value && taken is not null)
                    figure = period;
            }
        }
        row.Commit();
        return figure;
    }

    private static List<Mapped> Map(Header header, FileReading reading)
    {
        var mapped = new List<Mapped>();
        foreach (var (indicator, source, rank) in reading.Reference.Catalogue.Carried(Name))
        {
            // A newer edition may rename a column: the first source whose columns are there is the one that counts.
            if (
                !source.MayBeIn(reading.File)
                || !header.Has(source.Value)
                || (source.Minus is not null && !header.Has(source.Minus))
                || !source.Where.Keys.Concat(source.Plus).All(header.Has)
                || (source.OutOf is not null && !header.Has(source.OutOf))
                || mapped.Exists(m => m.Indicator.Id == indicator.Id)
            )
                continue;
            mapped.Add(
                new(
                    indicator,
                    source,
                    rank,
                    [.. source.Cells.Select(c => (c.Role, Column: header.IndexOf(c.Name))).Where(c => c.Column >= 0)],
                    [.. source.Where.Select(w => new Breakdown(header.IndexOf(w.Key), w.Value))],
                    YearType.Find(source.Years)
                )
                {
                    Share = EesShare.Of(source, header),
                }
            );
        }
        return mapped;
    }

    // Most rows are of a part that no indicator asks for, which their number of breakdowns tells already.
    private static bool Counts(CsvRows rows, Mapped mapped, List<int> breakdowns) =>
        (breakdowns.Count <= mapped.Where.Count || mapped.Source.Totals.Count > 0)
        && mapped.Where.All(w => w.Accepted.Any(accepted => rows.Is(w.Column, accepted)))
        && breakdowns.TrueForAll(b =>
            mapped.Where.Any(w => w.Column == b) || mapped.Source.Totals.Any(total => rows.Is(b, total))
        );
}
