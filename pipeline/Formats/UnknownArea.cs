using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// What becomes of a row whose area is not in the register, in every format. It is rejected where the file or the code
/// says that the area is a country, a region or an authority, of which the register has all. It is passed over where it
/// is of another kind, such as a ward or an NHS trust, which publishers list beside them.
/// </summary>
internal static class UnknownArea
{
    /// <summary>Why a row is passed over.</summary>
    public const string OtherKind = "area not in the register";

    /// <summary>Rejects the row or passes it over, by its codes: for a file that has areas of every kind.</summary>
    public static void Take(CsvRows rows, FileReading reading, params IEnumerable<int> columns)
    {
        if (columns.Where(column => reading.Reference.Areas.Lacks(rows.Text(column))).ToList() is [var lacking, ..])
            Reject(rows, reading, lacking);
        else
            reading.Rows.Skip(OtherKind);
    }

    /// <summary>Rejects the row.</summary>
    /// <param name="column">The column that names the area; -1 where the file has none.</param>
    /// <param name="by">By what it names it: its code, number or name.</param>
    public static void Reject(CsvRows rows, FileReading reading, int column, string by = "code") =>
        reading.Reject(
            Check.AreaUnknown.Found(
                rows.Text(column).Length == 0 ? "The row does not say which area it is about."
                    : by == "name" ? "The register has no single area of that name for the row's period."
                    : $"The area's {by} is not in the register of areas.",
                rows.Row,
                column < 0 ? null : rows.NameOf(column)
            )
        );
}
