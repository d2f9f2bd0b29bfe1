using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// Department for Education, statistical neighbour model: one row an authority, then ten pairs of neighbour and closeness.
/// The ten closeness columns share one name, so each is found by its place behind its neighbour.
/// </summary>
public sealed class NeighbourModelReader : IReleaseReader
{
    private const int Neighbours = 10;

    /// <inheritdoc />
    public string Format => "neighbour-model";
    /// <inheritdoc />
    public IReadOnlyList<Feed> Feeds => [Feed.Neighbours];
    /// <inheritdoc />
    public IReadOnlyList<string> TellingColumns => ["LA num", "SN1", "SN10"];

    /// <inheritdoc />
    public bool AllowsRepeatedNames => true;

    /// <inheritdoc />
    public async Task ReadAsync(CsvRows rows, Reading reading, CancellationToken cancellationToken)
    {
        var areas = reading.Reference.Areas;
        var authority = rows.Header.IndexOf("LA num");
        var columns = Enumerable.Range(1, Neighbours).Select(i => rows.Header.IndexOf($"SN{i}")).ToArray();
        if (columns.Any(c => c < 0 || c + 1 >= rows.Header.Count))
        {
            reading.Refuse(Check.ColumnMissing.Found("The ten columns SN1 to SN10 must each have a closeness column behind them."));
            return;
        }
        while (await rows.NextAsync(cancellationToken))
        {
            if (columns.All(c => rows.Text(c) is "" or "-"))
            {
                reading.Rows.Skip("no neighbours published");
                continue;
            }
            if (areas.FindByNumber(rows.Text(authority)) is not { } area)
            {
                reading.Reject(Check.AreaUnknown.Found("The authority's number is not in the register of areas.", rows.Row, rows.NameOf(authority)));
                continue;
            }
            var found = columns.Select(c => (Area: areas.FindByNumber(rows.Text(c)), Closeness: rows.Text(c + 1))).ToList();
            if (found.Exists(n => n.Area is null))
                reading.Reject(Check.AreaUnknown.Found("A neighbour's number is not in the register of areas.", rows.Row));
            else if (found.DistinctBy(n => n.Area!.Code).Count() < Neighbours || found.Exists(n => n.Area!.Code == area.Code))
                reading.Reject(Check.NeighboursUnsound.Found("The row does not name ten different neighbours.", rows.Row));
            else if (!reading.Neighbours.TryAdd(area.Code, [.. found.Select(n => new Neighbour(n.Area!, Sentence(n.Closeness)))]))
                reading.Reject(Check.RowsConflict.Found("An earlier row is about the same authority.", rows.Row));
            else
                reading.Rows.Accept();
        }
    }

    // "Very Close", "Very close" and "Close " are the same words in different editions.
    private static string Sentence(string closeness) =>
        closeness.Length == 0 ? "" : char.ToUpperInvariant(closeness[0]) + closeness[1..].ToLowerInvariant();
}
