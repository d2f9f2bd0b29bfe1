using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>One way in which a file divides all: the words for the parts in one column.</summary>
internal sealed record EesSplit(int Column, IReadOnlyList<string> Words)
{
    /// <summary>Which part the present row is of; -1 for another one.</summary>
    public int IndexOf(CsvRows rows)
    {
        for (var part = 0; part < Words.Count; part++)
        {
            if (rows.Is(Column, Words[part]))
                return part;
        }
        return -1;
    }
}

/// <summary>One part of a total: which breakdown it belongs to, and which part it is.</summary>
/// <param name="Columns">The columns that say so.</param>
internal sealed record EesPart(int Way, int Index, IReadOnlyList<int> Columns);

/// <summary>The parts that make up all. A file may divide it in two ways, by school_type and by education_phase: each
/// is summed for itself, and a row in which both say the same part is a row of that part.</summary>
internal sealed record EesParts(IReadOnlyList<EesSplit> Ways)
{
    /// <summary>Those that a source names; null where it names none or the file has no such column.</summary>
    public static EesParts? Of(SeriesSource source, Header header)
    {
        var ways = source
            .SumOver.Where(over => header.Has(over.Key))
            .Select(over => new EesSplit(header.IndexOf(over.Key), over.Value))
            .DistinctBy(split => split.Column)
            .ToList();
        return ways.Count > 0 ? new(ways) : null;
    }

    /// <summary>Which part the present row is of; null for none.</summary>
    /// <param name="breakdowns">The columns whose cells name a part.</param>
    public EesPart? Find(CsvRows rows, List<int> breakdowns)
    {
        for (var way = 0; way < Ways.Count; way++)
        {
            if (!breakdowns.Contains(Ways[way].Column) || Ways[way].IndexOf(rows) is not (>= 0 and var part))
                continue;
            var word = WordKey.Of(Ways[way].Words[part]);
            return new(
                way,
                part,
                [
                    Ways[way].Column,
                    .. Ways.Skip(way + 1).Select(w => w.Column).Where(c => Says(WordKey.Of(rows.Cell(c)), word)),
                ]
            );
        }
        return null;
    }

    // "Primary" is what "State-funded primary" is called in a column of phases.
    private static bool Says(string cell, string part) =>
        cell.Length > 0 && (part == cell || part.EndsWith($" {cell}", StringComparison.Ordinal));
}
