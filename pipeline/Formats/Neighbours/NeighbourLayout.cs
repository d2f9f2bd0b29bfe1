using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>How one edition of the neighbour model lays out an authority's row.</summary>
/// <param name="Neighbour">The name of a neighbour's column, without its number from 1 to 10.</param>
/// <param name="ByName">Whether areas are given by name; otherwise by the Department for Education's number.</param>
/// <param name="HasCloseness">Whether each neighbour has a column of its closeness behind it.</param>
internal sealed record NeighbourLayout(string Authority, string Neighbour, bool ByName, bool HasCloseness)
{
    /// <summary>How many neighbours an authority has.</summary>
    public const int Neighbours = 10;

    /// <summary>Every layout with a row an authority.</summary>
    public static IReadOnlyList<NeighbourLayout> All { get; } =
    [
        // New_Statistical_Neighbour_Groupings_April_2021.csv, and the workbook of the Local Authority Interactive Tool.
        new("LA num", "SN", ByName: false, HasCloseness: true),
        // sn_model_2025_wide.csv
        new("old_la_code", "SN_", ByName: false, HasCloseness: true),
        // stat_neighbour_groupings_offenders.csv
        new("la_name", "stat_", ByName: true, HasCloseness: false),
    ];

    /// <summary>Whether a header has this layout; the columns between the first neighbour and the last are looked for
    /// later.</summary>
    public bool Fits(Header header) =>
        header.Has(Authority) && header.Has($"{Neighbour}1") && header.Has($"{Neighbour}{Neighbours}");

    /// <summary>The columns of the neighbours in order; null where one is missing or has no closeness behind
    /// it.</summary>
    public int[]? Columns(Header header)
    {
        var columns = Enumerable.Range(1, Neighbours).Select(i => header.IndexOf($"{Neighbour}{i}")).ToArray();
        return columns.All(c => c >= 0 && (!HasCloseness || IsCloseness(header, c + 1))) ? columns : null;
    }

    // "SNP" ten times over, or "SN_1P" to "SN_10P".
    private static bool IsCloseness(Header header, int column) =>
        column < header.Count && header.Names[column].EndsWith('P');
}
