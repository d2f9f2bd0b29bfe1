using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
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

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var header = rows.Header;
        var carried = EesCarried.In(header, reading);
        if (EesCarried.NamedAlike(carried) is { } alike)
        {
            reading.Refuse(
                Check.NameOfTwo.Found(
                    $"The file's name fits more than one indicator, "
                        + $"{WordList.And([.. alike.Select(c => c.Indicator.Name)])}, whose files have the same "
                        + "columns."
                )
            );
            return;
        }
        if (carried.Count == 0)
            reading.Findings.Add(
                Check.NothingKnown.Found(
                    $"No column is an indicator of the catalogue. The columns are: {FeedReader.Listed(header.Names)}."
                        + LikelyPublication.Of(reading.Reference.Catalogue, header, Name)
                )
            );
        var places = new EesPlaces(header, reading.Reference.Areas);
        var (time, identifier) = (header.IndexOf("time_period"), header.IndexOf("time_identifier"));
        var statuses = header.Names.Index().Where(n => EesBreakdowns.IsStatus(n.Item)).Select(n => n.Index).ToList();
        var figures = carried.SelectMany(m => m.Figures).ToHashSet();
        var (breakdowns, besides, named, counting) = (
            new List<int>(),
            new List<int>(),
            new List<int>(),
            new Counting()
        );
        var parts = new bool[header.Count];
        var withoutWhole = Enumerable.Range(0, header.Count).ToList();
        var screen = new EesScreen(header, places, figures, reading);
        var sums = new EesSums(carried, reading);
        var constant = new ConstantColumns(
            rows,
            reading,
            Enumerable
                .Range(0, header.Count)
                .Where(c =>
                    !figures.Contains(c)
                    && !EesLevel.IsIdentity(header.Names[c])
                    && !EesBreakdowns.IsPopulation(header.Names[c])
                )
                .Except(carried.SelectMany(m => m.Asked))
        )
        {
            Forget = sums.Forget,
        };
        rows.IsPart = () => IsPart(rows, figures);

        void PassOver(RowFault? fault, string reason)
        {
            screen.PassedOver(rows, fault);
            reading.Rows.Skip(reason);
        }

        EesRowSubject Of(Area area) =>
            new(
                area,
                rows.Text(identifier),
                rows.Text(time),
                StatusOf(statuses.Select(rows.Text).FirstOrDefault(RevisionStatuses.IsWord) ?? "", rows.Text(time))
            );

        var (levels, areas) = (new EesLevelsInParts(reading), new AreasInParts());

        void NotePart(EesRowContext place, EesLevel level)
        {
            if (place.IsInParts)
                return;
            levels.Part(level, rows.Row);
            areas.Part(place.Area, When(rows), rows.Row);
            place.IsInParts = true;
        }

        void NoteWhole(EesRowContext place, EesLevel level, Area area)
        {
            if (place.IsWhole)
                return;
            levels.Whole(level);
            areas.Whole(area, When(rows));
            place.IsWhole = true;
        }

        string When(CsvRows rows) => $"{rows.Text(identifier)} {rows.Text(time)}";

        // Made once: a million rows ask them.
        Predicate<int> namesNoPart = column => !breakdowns.Contains(column);
        Predicate<int> isConstant = constant.Holds;
        while (await rows.NextAsync(cancellationToken))
        {
            var place = screen.Look(rows, breakdowns, named);
            constant.Look();
            if (carried.Count == 0)
            {
                PassOver(place.Fault, "no indicator of the catalogue");
                continue;
            }
            if (place.Level is not { } level)
            {
                reading.Reject(place.Fault!.Found(rows.Row));
                continue;
            }
            if (place.SkipReason is null && places.Within(rows, level) is { } within)
            {
                reading.Counted.Add(
                    Check.GeographyExtra,
                    rows.Row,
                    "the level is Local authority and the cell names a smaller area or a school; the row was not used",
                    rows.NameOf(within)
                );
                PassOver(place.Fault, "smaller area or school");
                continue;
            }
            if (place.SkipReason is { } reason)
            {
                PassOver(place.Fault, reason);
                continue;
            }
            if (withoutWhole.Count > 0)
                withoutWhole.RemoveAll(namesNoPart);
            besides.Clear();
            besides.AddRange(breakdowns);
            breakdowns.RemoveAll(isConstant);
            counting.Begin();
            foreach (var m in carried)
            {
                if (!m.Counts(rows, breakdowns))
                    continue;
                counting.Of.Add(m);
                if (besides.Count > breakdowns.Count && !m.Counts(rows, besides))
                    counting.Relying.Add(m);
            }
            if (counting.Of.Count == 0)
            {
                foreach (var column in breakdowns)
                    parts[column] = true;
                PassOver(place.Fault, EesSums.Skipped);
                if (!sums.IsWanted(rows, breakdowns))
                    NotePart(place, level);
                else if (place is { Fault: null, Area: { } of })
                    sums.Take(rows, Of(of));
            }
            else if (place.Fault is { } fault)
                reading.Reject(fault.Found(rows.Row));
            else if (place.Area is not { } area)
                UnknownArea.Reject(
                    rows,
                    reading,
                    places.Column(rows, level),
                    places.IsByName(rows, level) ? "name" : "code"
                );
            else
            {
                var (accepted, rejected) = (reading.Rows.Accepted, reading.Rows.Rejected);
                NoteWhole(place, level, area);
                if (
                    ReadRow(rows, reading, counting, named, Of(area)) is { } period
                    && !places.IsLive(rows, area, period)
                )
                    screen.NotLive(rows);
                if (reading.Rows.Rejected > rejected)
                    sums.RejectWhole(rows, Of(area));
                if (counting.Relied.Count > 0 && reading.Rows.Accepted > accepted)
                    constant.Rely(counting.Relied, isAll: counting.Relying.Count == counting.Of.Count);
            }
        }
        sums.Finish();
        constant.Finish();
        var brought = carried.FindAll(m => reading.Series.Has(m.Indicator.Id));
        reading.Carried.UnionWith(carried.Where(m => !m.IsOfAnotherFile(brought)).Select(m => m.Indicator));
        if (reading.Rows is { Accepted: 0, Rejected: 0 } && brought.Count == 0 && parts.Contains(true))
        {
            // Where each column has a total in some row, no row has all of them.
            var lacking = Enumerable.Range(0, parts.Length).Where(c => parts[c] && withoutWhole.Contains(c)).ToList();
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
        levels.Finish();
        areas.Finish(reading.Counted);
        screen.Finish();
    }

    private static RevisionStatus? StatusOf(string said, string time)
    {
        PeriodLabel.WithoutEnding(time, out var ofTime);
        return RevisionStatuses.IsWord(said) ? RevisionStatuses.FromBeginning(said) : ofTime;
    }

    /// <summary>The indicators for which the present row counts.</summary>
    private sealed class Counting
    {
        public List<EesCarried> Of { get; } = [];

        /// <summary>Those for which it counts only because a column has one word.</summary>
        public HashSet<EesCarried> Relying { get; } = [];

        /// <summary>Their figures.</summary>
        public List<(SeriesId Id, Period Period)> Relied { get; } = [];

        public void Begin()
        {
            Of.Clear();
            Relying.Clear();
            Relied.Clear();
        }
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

    // The period for which the row brought a figure; null where it brought none.
    private static Period? ReadRow(
        CsvRows rows,
        FileReading reading,
        Counting counting,
        List<int> named,
        EesRowSubject of
    )
    {
        var row = new RowBuilder(rows, reading);
        Period? figure = null;
        foreach (var m in counting.Of)
        {
            if (m.IsOfOtherYear(of))
            {
                reading.Counted.Add(
                    Check.ColumnOfOtherYear,
                    rows.Row,
                    $"the figure is for a calendar year and is not used, because {m.Indicator.Name} is by school year",
                    rows.NameOf(m.Cells[0].Column)
                );
                continue;
            }
            if (m.Cell(rows, of, m.ScopeOf(rows, named)) is not { } cell)
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
            if (counting.Relying.Contains(m))
                counting.Relied.Add((cell.Id, cell.Period));
            if (m.Share is { } share)
            {
                if (share.Add(row, rows, cell, m.Indicator.Decimals) is not null)
                    figure = cell.Period;
                continue;
            }
            foreach (var (role, column) in m.Cells)
            {
                var taken = row.Add(EesCarried.CellOf(cell, role, rows, column), column);
                if (role == ObservationPart.Value && taken is not null)
                    figure = cell.Period;
            }
        }
        if (counting.Of.TrueForAll(m => m.IsOfOtherYear(of)))
            reading.Rows.Skip("another kind of year");
        else
            row.Commit();
        return figure;
    }
}
