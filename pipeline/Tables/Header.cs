namespace ChildrensTrust.Pipeline.Tables;

/// <summary>The column names of a file, found whatever their case, spaces or hyphens.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, int> _index = [];

    /// <summary>Takes the names as they are in the file.</summary>
    public Header(IReadOnlyList<string> names)
    {
        Names = [.. names.Select(n => n.Trim().TrimStart('\uFEFF'))];
        foreach (var (index, name) in Names.Index())
            _index.TryAdd(Plain(name), index);
        Repeated = [.. Names.Where(n => n.Length > 0).GroupBy(Plain).Where(g => g.Count() > 1).Select(g => g.First())];
    }

    /// <summary>The names without surrounding spaces.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names that stand more than once.</summary>
    public IReadOnlyList<string> Repeated { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => Names.Count;

    /// <summary>The index of a column; -1 where the file has none of that name.</summary>
    public int IndexOf(string name) => _index.GetValueOrDefault(Plain(name), -1);

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

    // "Indicator ID", "IndicatorID" and "indicator_id" are one name to a publisher; "61+_days" keeps its sign.
    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '_' or '-'))).ToUpperInvariant();
}
