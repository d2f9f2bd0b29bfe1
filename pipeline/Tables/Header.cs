using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>The column names of a file, found whatever their case, spaces or hyphens. A name that is exactly the one
/// asked for comes first: l3_by19 and l3by19 are two columns.</summary>
internal sealed class Header
{
    private const int Several = -2;

    private readonly Dictionary<string, int> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _index = [];

    /// <summary>Takes the names as they are in the file.</summary>
    public Header(IReadOnlyList<string> names)
    {
        Names = [.. names.Select(n => n.Trim().TrimStart('\uFEFF'))];
        foreach (var (index, name) in Names.Index())
        {
            _exact.TryAdd(Folded(name), index);
            if (!_index.TryAdd(Key(name), index))
                _index[Key(name)] = Several;
        }
        Repeated =
        [
            .. Names
                .Where(n => n.Length > 0)
                .GroupBy(n => Folded(n).Replace('-', '_').Replace(' ', '_'), StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
                .Select(g => g.First()),
        ];
    }

    /// <summary>The names without surrounding spaces.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names that stand more than once.</summary>
    public IReadOnlyList<string> Repeated { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => Names.Count;

    /// <summary>The index of a column; -1 where the file has none of that name, or several that are nearly of that
    /// name.</summary>
    public int IndexOf(string name) =>
        _exact.TryGetValue(name, out var exact) ? exact : Math.Max(_index.GetValueOrDefault(Key(name), -1), -1);

    /// <summary>Whether a text is exactly the name of a column, whatever its case.</summary>
    public bool IsName(string text) => text.Length > 0 && _exact.ContainsKey(text);

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>What names of one meaning have in common: "Indicator ID", "IndicatorID" and "indicator_id" are one name
    /// to a publisher; "61+_days" keeps its sign.</summary>
    public static string Key(string name) =>
        string.Concat(Folded(name).Where(c => c is not (' ' or '_' or '-'))).ToUpperInvariant();

    // A word processor may leave a name in its own quotation marks.
    private static string Folded(string name) => FoldedText.Of(name).Trim('"', '\'').Trim();
}
