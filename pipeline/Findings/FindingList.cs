using System.Runtime.InteropServices;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>The findings of one file, one a kind with all its rows, or all its columns where it is about whole ones:
/// the first hundred kinds of each check in full, the rest counted.</summary>
internal sealed class FindingList
{
    private const int InFull = 100;
    private const int MostColumns = 10;
    private readonly OrderedDictionary<(string Code, string Message, string? Column), Kind> _kinds = [];
    private readonly Dictionary<string, Counts> _counts = [];

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, finding.Code, out _);
        counts.All += finding.Count;
        var key = (finding.Code, finding.Message, finding.Row is null ? null : finding.Column);
        if (!_kinds.TryGetValue(key, out var kind))
        {
            if (counts.Kinds == InFull)
            {
                counts.NotListed += finding.Count;
                return;
            }
            counts.Kinds++;
            _kinds.Add(key, kind = new Kind(finding));
        }
        kind.Count += finding.Count;
        if (finding.Row is { } row)
            kind.Rows.Add(row);
        else if (finding.Column is { } column && !kind.Columns.Contains(column))
            kind.Columns.Add(column);
    }

    /// <summary>Forgets every finding but those of one check, which says all that may be said of the file.</summary>
    public void KeepOnly(Check check)
    {
        foreach (var key in _kinds.Keys.Where(k => k.Code != check.Code).ToList())
            _kinds.Remove(key);
        foreach (var code in _counts.Keys.Where(c => c != check.Code).ToList())
            _counts.Remove(code);
    }

    /// <summary>How many of a check there are, kept or not.</summary>
    public int Count(Check check) => _counts.GetValueOrDefault(check.Code).All;

    /// <summary>The findings, with one at the end for each check that found more than are listed.</summary>
    public IReadOnlyList<Finding> ToList() =>
        [
            .. _kinds.Values.Select(k => k.Finding),
            .. _counts
                .Where(c => c.Value.NotListed > 0)
                .Select(c =>
                    Check.Find(c.Key)!.Found($"{c.Value.NotListed} more of {c.Key} are not listed.") with
                    {
                        Count = c.Value.NotListed,
                    }
                ),
        ];

    private struct Counts
    {
        public int All;
        public int Kinds;
        public int NotListed;
    }

    private sealed class Kind(Finding first)
    {
        public RowRanges Rows { get; } = new();
        public List<string> Columns { get; } = [];
        public int Count { get; set; }

        public Finding Finding =>
            Count == first.Count
                ? first
                : first with
                {
                    Row = Rows.First,
                    Rows = Rows.ToString() is { Length: > 0 } rows ? rows : null,
                    Column = Columns.Count > 0 ? Listed(Columns) : first.Column,
                    Count = Count,
                };

        private static string Listed(List<string> columns) =>
            string.Join(", ", columns.Take(MostColumns))
            + (columns.Count > MostColumns ? $" and {columns.Count - MostColumns} more" : "");
    }
}
