using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>
/// The statistical neighbour model turned on its side: one column an authority, headed by its name, with the names of
/// its ten neighbours below, the nearest first. What stands below those is filler.
/// </summary>
internal sealed class NeighbourColumnsReader : IReleaseReader
{
    private const int MinColumns = 12;

    private sealed class Authority(Area area, int column)
    {
        public Area Area { get; } = area;
        public int Column { get; } = column;
        public List<Neighbour> Neighbours { get; } = [];
        public bool Faulty { get; set; }
    }

    /// <inheritdoc />
    public string Format => NeighbourModelReader.Name;

    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours];

    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => [];

    /// <inheritdoc />
    public bool AllowsRepeatedNames => true;

    /// <inheritdoc />
    public bool Recognises(Header header) => false;

    /// <inheritdoc />
    public bool Recognises(Header header, FileReading reading)
    {
        var names = header.Names.Where(n => n.Length > 0).ToList();
        if (names.Count < MinColumns)
            return false;
        var known = new NeighbourNames(reading);
        return names.Count(n => known.Find(n) is { IsUpperTier: true }) >= names.Count * 3 / 4;
    }

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken)
    {
        var names = new NeighbourNames(reading);
        var authorities = Authorities(rows, reading, names);
        for (var rank = 0; await rows.NextAsync(cancellationToken); rank++)
        {
            if (rank >= NeighbourLayout.Neighbours)
                reading.Rows.Skip("below the ten neighbours");
            else if (ReadRow(rows, reading, names, authorities))
                reading.Rows.Accept();
            else
                reading.Reject(
                    Check.AreaUnknown.Found("The row names no authority of the register of areas.", rows.Row)
                );
        }
        var fewer = 0;
        foreach (var authority in authorities.Where(a => !a.Faulty && a.Neighbours.Count > 0))
        {
            fewer += authority.Neighbours.Count < NeighbourLayout.Neighbours ? 1 : 0;
            if (NeighbourNames.AreSound(authority.Area, authority.Neighbours))
                reading.Neighbours.Add(authority.Area.Code, authority.Neighbours);
            else
                reading.Findings.Add(
                    Check.NeighboursUnsound.Found(
                        "The column does not name ten different neighbours.",
                        null,
                        rows.NameOf(authority.Column)
                    )
                );
        }
        if (fewer > 0)
            reading.Findings.Add(
                Check.NeighboursFewer.Found(
                    $"{fewer} of the lists {(fewer == 1 ? "names" : "name")} fewer than ten neighbours."
                )
            );
    }

    private static List<Authority> Authorities(CsvRows rows, FileReading reading, NeighbourNames names)
    {
        var authorities = new List<Authority>();
        foreach (var (column, name) in rows.Header.Names.Index().Where(n => n.Item.Length > 0))
        {
            if (names.Find(name) is not { IsUpperTier: true } area)
                reading.Findings.Add(
                    Check.AreaUnknown.Found(
                        "The column's name is not that of one authority in the register of areas.",
                        rows.Row,
                        rows.NameOf(column)
                    )
                );
            else if (authorities.Exists(a => a.Area.Code == area.Code))
                reading.Findings.Add(
                    Check.NeighboursTwice.Found(
                        "An earlier column is about the same authority.",
                        rows.Row,
                        rows.NameOf(column)
                    )
                );
            else
                authorities.Add(new(area, column));
        }
        return authorities;
    }

    // A name that is not known costs the authority of its column, not the row.
    private static bool ReadRow(CsvRows rows, FileReading reading, NeighbourNames names, List<Authority> authorities)
    {
        var any = false;
        foreach (var authority in authorities)
        {
            var name = rows.Text(authority.Column);
            if (names.Find(name) is { IsUpperTier: true } neighbour)
            {
                authority.Neighbours.Add(new(neighbour, ""));
                any = true;
            }
            else if (!NeighbourNames.IsNotGiven(name))
            {
                reading.Findings.Add(
                    Check.AreaUnknown.Found(
                        "The neighbour's name is not that of one authority in the register of areas.",
                        rows.Row,
                        rows.NameOf(authority.Column)
                    )
                );
                authority.Faulty = true;
            }
        }
        return any;
    }
}
