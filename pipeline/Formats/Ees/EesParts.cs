using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>The parts that make up all: the words for them in one column.</summary>
internal sealed record EesParts(int Column, IReadOnlyList<string> Words)
{
    /// <summary>Those that a source names; null where it names none or the file has no such column.</summary>
    public static EesParts? Of(SeriesSource source, Header header) =>
        source
            .SumOver.Where(over => header.Has(over.Key))
            .Select(over => new EesParts(header.IndexOf(over.Key), over.Value))
            .FirstOrDefault();

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
