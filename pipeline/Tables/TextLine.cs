using System.Buffers;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Tells a line of text below a table, such as its source, from a row that lost its cells.</summary>
internal static partial class TextLine
{
    // Every byte but those of one plain word, which is what nearly every row begins with.
    private static readonly SearchValues<byte> OfMore = SearchValues.Create([
        .. Enumerable.Range(0, 256).Where(b => b is <= ' ' or ':' or > '~').Select(b => (byte)b),
    ]);

    /// <summary>The reason for which such a line is passed over.</summary>
    public const string Reason = "line of text";

    /// <summary>Whether the row is a line of text: one cell of several words and nothing else, or a line that begins as
    /// those below tables do, whose own commas may have cut it.</summary>
    public static bool Is(CsvRows rows)
    {
        if (!rows.AsPublished(0).ContainsAny(OfMore))
            return false;
        var first = rows.Text(0);
        if (!first.Contains(' ') && !first.EndsWith(':'))
            return false;
        for (var i = 1; i < rows.CellCount; i++)
        {
            if (!rows.Cell(i).IsEmpty)
                return rows.CellCount < rows.Header.Count && Beginning().IsMatch(first);
        }
        return true;
    }

    [GeneratedRegex(
        @"^(sources?|(foot)?notes?|produced|published|extracted|contains|crown copyright|copyright|last updated)\b|^©",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex Beginning();
}
