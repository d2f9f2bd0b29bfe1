using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>Decides of a row below the header of an NHS table whether it is about an area of the register.</summary>
internal static class NhsRow
{
    private const int MostNotes = 100;

    private static readonly HashSet<string> Sexes = new(
        ["Boys", "Girls", "Male", "Males", "Female", "Females"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The area that the row is about; null where it is about none, and then the row is counted.</summary>
    public static Area? Area(CsvRows rows, FileReading reading, IReadOnlyList<NhsColumn> columns)
    {
        var found = NhsAreas.Find(rows, columns, reading.Reference.Areas);
        var texts = Enumerable.Range(0, rows.CellCount).Select(rows.Text).Where(t => t.Length > 0).Take(2).ToList();
        if (texts.Count <= 1)
        {
            reading.Rows.Skip("title or footnote");
            if (reading.Notes.Count < MostNotes)
                reading.Notes.AddRange(texts);
        }
        else if (columns.Any(c => Sexes.Contains(rows.Text(c.Index))))
            reading.Rows.Skip("breakdown by sex");
        else if (found.Count == 0 && NhsAreas.Named(rows, columns, reading.Reference.Areas) is { } named)
        {
            reading.Findings.Add(
                Check.AreaByName.Found("The row has no code, so its area was found by name.", rows.Row)
            );
            return named;
        }
        else if (found.Count == 0 || columns.Any(c => reading.Reference.Areas.Lacks(rows.Text(c.Index))))
            UnknownArea.Take(rows, reading, columns.Select(c => c.Index));
        else if (found.Count > 1)
            reading.Reject(Check.CodesDisagree.Found("The codes belong to different areas.", rows.Row));
        else if (NhsAreas.Contradicts(rows, columns, found[0], reading.Reference.Areas))
            reading.Reject(Check.CodesDisagree.Found("The code and the name belong to different areas.", rows.Row));
        else
            return found[0];
        return null;
    }

    /// <summary>Says so where a table brought nothing, so that it is no silent success.</summary>
    public static void SayIfNothing(CsvRows rows, FileReading reading)
    {
        if (
            reading.Rows is { Accepted: 0, Rejected: 0, Read: > 0 }
            // Another sheet may be that of all children.
            && (rows.Sheet.Length == 0 || !reading.Rows.Skipped.ContainsKey(NhsSection.OfGroup))
            && reading.Findings.Count(Check.NothingKnown) == 0
        )
            reading.Findings.Add(
                Check.NothingKnown.Found("No row of the table is a headline figure of an area in the register.")
            );
    }
}
