namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Tells a header further down, where files were joined, from a row of data.</summary>
internal static class HeaderAgain
{
    /// <summary>The reason for which such a row is passed over.</summary>
    public const string Reason = "header again";

    /// <summary>Whether the row is a header, of the same columns or of others: it begins with the name of a column, and
    /// has all names by which the format is known.</summary>
    public static bool Is(CsvRows rows)
    {
        // Nearly every row begins with a digit, or with a word that is no name.
        if (
            rows.TellingColumns.Count == 0
            || rows.AsPublished(0) is not [var first, ..]
            || char.IsAsciiDigit((char)first)
            || !rows.Header.IsName(rows.Text(0))
        )
            return false;
        var header = new Header([.. Enumerable.Range(0, rows.CellCount).Select(rows.Text)]);
        return rows.TellingColumns.All(header.Has);
    }

    /// <summary>Whether it is the header of the table itself.</summary>
    public static bool IsTheSame(CsvRows rows) =>
        rows.CellCount == rows.Header.Count
        && Enumerable
            .Range(0, rows.CellCount)
            .All(c => rows.Header.Names[c].Equals(rows.Text(c), StringComparison.OrdinalIgnoreCase));
}
