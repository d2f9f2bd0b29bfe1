using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Screens the column names of a data file: each column has one, of letters, digits and underscores.</summary>
internal static class EesHeader
{
    public static void Screen(Header header, FindingList findings)
    {
        if (header.Names.Count(name => name.Length == 0) is > 0 and var unnamed)
            findings.Add(
                Check.ColumnUnnamed.Found(unnamed == 1 ? "1 column has no name." : $"{unnamed} columns have no name.")
            );
        var unusual = header.Names.Where(name => name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_')).ToList();
        if (unusual.Count > 0)
            findings.Add(
                Check.ColumnName.Found(
                    $"{(unusual.Count == 1 ? "1 column name has" : $"{unusual.Count} column names have")} a "
                        + $"space or a special character: {FeedReader.Listed(unusual)}."
                )
            );
    }
}
