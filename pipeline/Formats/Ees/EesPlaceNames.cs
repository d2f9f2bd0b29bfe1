using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Screens the columns that name a row's area: its own must be filled and agree, those of smaller areas must
/// be blank.</summary>
internal sealed class EesPlaceNames(Header header, AreaRegister areas)
{
    private static readonly string[] Inward = [EesLevel.National, EesLevel.Regional, EesLevel.Authority];

    private readonly HashSet<EesLevel> _levels = [];
    private readonly int _region = header.IndexOf("region_code");
    private readonly Dictionary<string, (int Column, string Name)[]> _own = Inward.ToDictionary(
        level => level,
        level => Own(header, EesLevel.Find(level)!)
    );

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<int> Columns => _own.Values.SelectMany(columns => columns.Select(c => c.Column)).Append(_region);

    /// <summary>Looks at a row of any level.</summary>
    /// <param name="isByName">Whether its area is looked for by name.</param>
    public void Take(CsvRows rows, EesLevel level, bool isByName, List<RowFault> notes)
    {
        _levels.Add(level);
        var depth = Array.IndexOf(Inward, level.Name);
        if (depth < 0)
            return;
        foreach (var (column, name) in _own[level.Name])
        {
            if (rows.Text(column).Length == 0)
                notes.Add(
                    isByName
                        ? new(Check.AreaByName, "there is no code, so the area was found by its name", name)
                        : new(Check.GeographyBlank, $"the level is {level.Name} and the cell is blank", name)
                );
        }
        foreach (var (column, name) in Inward.Skip(depth + 1).SelectMany(smaller => _own[smaller]))
        {
            // A symbol, or a word for all, says that there is no smaller area.
            if (rows.Text(column) is { Length: > 1 } text && !Totals.Contains(text))
                notes.Add(
                    new(Check.GeographyExtra, $"the level is {level.Name} and the cell names a smaller area", name)
                );
        }
        if (level.Name == EesLevel.Authority && _region >= 0 && rows.Text(_region).Length == 0)
            notes.Add(new(Check.RegionBlank, "a local authority has no region", "region_code"));
        if (
            _own[level.Name] is [var code, .., var last]
            && last.Name.EndsWith("_name", StringComparison.Ordinal)
            && !Agree(rows.Text(code.Column), rows.Text(last.Column))
        )
            notes.Add(new(Check.NameDisagrees, "the name does not match the code", last.Name));
    }

    /// <summary>Says which levels lack a column.</summary>
    public void Finish(FindingList findings)
    {
        foreach (var level in _levels)
        {
            if (level.Lacking(header).ToList() is { Count: > 0 } lacking)
                findings.Add(
                    Check.LevelColumns.Found(
                        $"The level {level.Name} needs {(lacking.Count == 1 ? "a column" : "columns")} that the "
                            + $"file does not have: {string.Join(", ", lacking)}."
                    )
                );
        }
    }

    /// <summary>Whether a cell says that there is no smaller area.</summary>
    public static bool IsWhole(string name) =>
        Totals.Contains(name) || name.StartsWith("All ", StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Totals = new(
        ["All", "Total", "n/a", "NA", "NULL", "None", "Not applicable"],
        StringComparer.OrdinalIgnoreCase
    );

    private bool Agree(string code, string name) =>
        name.Length < 2 || areas.FindByCode(code) is not { } area || areas.IsNameOf(name, area);

    private static (int, string)[] Own(Header header, EesLevel level) =>
        [.. level.Columns.Where(header.Has).Select(column => (header.IndexOf(column), column))];
}
