namespace ChildrensTrust.Pipeline.Tables;

/// <summary>A row as it stood in the file, and the table that it stood in.</summary>
internal readonly record struct RejectedRow(byte[] Text, Header Header, char Separator)
{
    /// <summary>The present row of a table.</summary>
    public static RejectedRow Of(CsvRows rows) => new(rows.Raw.ToArray(), rows.Header, rows.Separator);
}
