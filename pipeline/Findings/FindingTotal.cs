using System.Globalization;

namespace ChildrensTrust.Pipeline.Findings;

/// <summary>How many findings with a code a file has.</summary>
public sealed record FindingTotal(string Code, Severity Severity, int Count)
{
    private const char Between = ' ';
    private const char Within = ':';

    /// <summary>Counts findings by code and severity, in the order in which each first appeared.</summary>
    internal static IReadOnlyList<FindingTotal> Of(IEnumerable<Finding> findings) =>
        [
            .. findings
                .GroupBy(f => (f.Code, f.Severity))
                .Select(g => new FindingTotal(g.Key.Code, g.Key.Severity, g.Sum(f => f.Count))),
        ];

    /// <summary>Writes totals as one text, such as "AREA_UNKNOWN:Error:2 ROW_BLANK:Information:1".</summary>
    internal static string Write(IEnumerable<FindingTotal> totals) =>
        string.Join(
            Between,
            totals.Select(t => FormattableString.Invariant($"{t.Code}{Within}{t.Severity}{Within}{t.Count}"))
        );

    /// <summary>Reads what <see cref="Write"/> writes; null for null.</summary>
    internal static IReadOnlyList<FindingTotal>? Read(string? text) =>
        text is null
            ? null
            :
            [
                .. text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
                    .Select(t => t.Split(Within))
                    .Select(t => new FindingTotal(
                        t[0],
                        Enum.Parse<Severity>(t[1]),
                        int.Parse(t[2], CultureInfo.InvariantCulture)
                    )),
            ];
}
