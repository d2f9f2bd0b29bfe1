using System.Runtime.InteropServices;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>The findings of one file: the first hundred of each check in full, the rest counted.</summary>
internal sealed class FindingList
{
    private const int InFull = 100;
    private readonly List<Finding> _kept = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, finding.Code, out _);
        if (++count <= InFull)
            _kept.Add(finding);
    }

    /// <summary>Forgets every finding but those of one check, which says all that may be said of the file.</summary>
    public void KeepOnly(Check check)
    {
        _kept.RemoveAll(f => f.Code != check.Code);
        foreach (var code in _counts.Keys.Where(c => c != check.Code).ToList())
            _counts.Remove(code);
    }

    /// <summary>How many of a check there are, kept or not.</summary>
    public int Count(Check check) => _counts.GetValueOrDefault(check.Code);

    /// <summary>The findings, with one at the end for each check that found more than are listed.</summary>
    public IReadOnlyList<Finding> ToList() =>
        [
            .. _kept,
            .. _counts
                .Where(c => c.Value > InFull)
                .Select(c => Check.Find(c.Key)!.Found($"{c.Value - InFull} more of {c.Key} are not listed.")),
        ];
}
