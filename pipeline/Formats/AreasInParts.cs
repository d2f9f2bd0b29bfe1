using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Finds areas that have rows of parts only, for a period in which most areas of their kind have a row of the
/// whole: without this, an area whose row has a different word from the others would drop out without a
/// finding.</summary>
internal sealed class AreasInParts
{
    private readonly Dictionary<Key, long> _parts = [];
    private readonly HashSet<Key> _wholes = [];

    private readonly record struct Key(string Of, string Area);

    /// <summary>A row of a part that gives no figure.</summary>
    /// <param name="of">The measure and period, in the publisher's words.</param>
    public void Part(Area? area, string of, long row)
    {
        if (area is { IsEnglishAuthority: true })
            _parts.TryAdd(new(of, area.Code), row);
    }

    /// <summary>A row of the whole.</summary>
    public void Whole(Area area, string of)
    {
        if (area.IsEnglishAuthority)
            _wholes.Add(new(of, area.Code));
    }

    /// <summary>Counts the areas that are lost in this way.</summary>
    public void Finish(CountedFindings counted)
    {
        var wholes = _wholes.CountBy(w => w.Of).ToDictionary();
        foreach (var lost in _parts.Where(p => !_wholes.Contains(p.Key)).GroupBy(p => p.Key.Of))
        {
            if (lost.Count() >= wholes.GetValueOrDefault(lost.Key))
                continue;
            foreach (var (_, row) in lost)
                counted.Add(
                    Check.AreaInParts,
                    row,
                    "an authority has only parts and no total, in a period in which most authorities have a total, so "
                        + "the file gives no figure for it"
                );
        }
    }
}
