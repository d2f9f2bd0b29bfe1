using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>
/// Department for Education, statistical neighbour model: one row an authority with its ten neighbours, by number or by
/// name, in each layout in which it has been passed on. The closeness columns may share one name, so each is found by
/// its place.
/// </summary>
internal sealed class NeighbourModelReader : IReleaseReader
{
    /// <inheritdoc />
    public string Format => Name;

    /// <summary>The format of every layout of the model.</summary>
    public const string Name = "neighbour-model";

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["LA num", "SN1", "SN10"];

    /// <inheritdoc />
    public bool AllowsRepeatedNames => true;

    /// <inheritdoc />
    public bool Recognises(Header header) => NeighbourLayout.All.Any(layout => layout.Fits(header));

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var layout = NeighbourLayout.All.First(l => l.Fits(rows.Header));
        if (layout.Columns(rows.Header) is not { } columns)
        {
            reading.Refuse(
                Check.ColumnMissing.Found(
                    layout.HasCloseness
                        ? $"The ten columns {layout.Neighbour}1 to {layout.Neighbour}10 must each have a closeness "
                            + "column behind them."
                        : $"The ten columns {layout.Neighbour}1 to {layout.Neighbour}10 must all be there."
                )
            );
            return;
        }
        var authority = rows.Header.IndexOf(layout.Authority);
        var name = layout.ByName ? -1 : rows.Header.IndexOf("LA Name");
        Func<string, Area?> find = layout.ByName
            ? new NeighbourNames(reading).Find
            : reading.Reference.Areas.FindByNumber;
        var fewer = 0;
        while (await rows.NextAsync(cancellationToken))
        {
            // An abolished neighbour that a list by name does not name is no fault of its row.
            var named = columns.Where(c => !layout.ByName || !NeighbourNames.IsNotGiven(rows.Text(c))).ToList();
            if (named.TrueForAll(c => NeighbourNames.IsNotGiven(rows.Text(c))))
                reading.Rows.Skip("no neighbours published");
            else if (find(rows.Text(authority)) is not { IsUpperTier: true } area)
                reading.Reject(
                    Check.AreaUnknown.Found(
                        $"The authority's {(layout.ByName ? "name" : "number")} is not that of one authority in "
                            + "the register of areas.",
                        rows.Row,
                        rows.NameOf(authority)
                    )
                );
            else if (AreaNames.IsOfAnother(rows.Text(name), area, reading.Reference.Areas))
                reading.Reject(
                    Check.CodesDisagree.Found(
                        "The number and the name belong to different areas.",
                        rows.Row,
                        rows.NameOf(name)
                    )
                );
            else
                fewer += ReadNeighbours(rows, reading, layout, find, (area, named));
        }
        if (fewer > 0)
            reading.Findings.Add(
                Check.NeighboursFewer.Found(
                    $"{fewer} of the lists {(fewer == 1 ? "names" : "name")} fewer than ten neighbours."
                )
            );
    }

    // Whether fewer than ten were taken, as 0 or 1.
    private static int ReadNeighbours(
        CsvRows rows,
        FileReading reading,
        NeighbourLayout layout,
        Func<string, Area?> find,
        (Area Area, List<int> Columns) list
    )
    {
        var (area, columns) = list;
        var neighbours = new List<Neighbour>();
        foreach (var column in columns)
        {
            if (find(rows.Text(column)) is not { IsUpperTier: true } neighbour)
            {
                reading.Reject(
                    Check.AreaUnknown.Found(
                        $"A neighbour's {(layout.ByName ? "name" : "number")} is not that of one authority in "
                            + "the register of areas.",
                        rows.Row,
                        rows.NameOf(column)
                    )
                );
                return 0;
            }
            neighbours.Add(new(neighbour, layout.HasCloseness ? Closeness.Plain(rows.Text(column + 1)) : ""));
        }
        if (!NeighbourNames.AreSound(area, neighbours))
            reading.Reject(Check.NeighboursUnsound.Found("The row does not name ten different neighbours.", rows.Row));
        else if (reading.Neighbours.TryGetValue(area.Code, out var known) && known.SequenceEqual(neighbours))
            reading.Rows.Skip("repeats an earlier row");
        else if (!reading.Neighbours.TryAdd(area.Code, neighbours))
            reading.Reject(Check.NeighboursTwice.Found("An earlier row is about the same authority.", rows.Row));
        else
        {
            reading.Rows.Accept();
            return neighbours.Count < NeighbourLayout.Neighbours ? 1 : 0;
        }
        return 0;
    }
}
