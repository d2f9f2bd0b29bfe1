using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Own;

/// <summary>Recognises what this pipeline itself has written, so that nobody is asked to correct it.</summary>
public static class OwnReport
{
    /// <summary>The one column of the contents of comparison.xlsx, which stand before all its tables.</summary>
    public const string ContentsColumn = "Worksheet and what it holds";

    // Of each file, columns that no publisher has together.
    private static readonly IReadOnlyList<(string[] Columns, string Is)> Written =
    [
        ([ContentsColumn], "a report"),
        (["place_code", "figure_area_code", "compared_as", "england_newest"], "a report"),
        (["series", "period_kind", "period_start", "missing", "symbol", "lower_95", "release"], "an export"),
        (["severity", "code", "row", "column", "message", "guidance"], "a list of findings"),
    ];

    /// <summary>What is found where a row is the header of one; otherwise null.</summary>
    internal static Finding? Find(Header row) =>
        Written.FirstOrDefault(w => w.Columns.All(row.Has)) is { Is: { } kind }
            ? Check.OwnReport.Found($"This is {kind} made by this pipeline, not a publisher's file.")
            : null;
}
