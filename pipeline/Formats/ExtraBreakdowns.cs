using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// The columns that a format does not have, and whose names say that they divide its figures, such as Sex or Family
/// type. A row counts only where each of them has a word for the total.
/// </summary>
/// <param name="own">The columns that the format has.</param>
internal sealed partial class ExtraBreakdowns(CsvRows rows, IEnumerable<string> own)
{
    private readonly int[] _columns =
    [
        .. rows
            .Header.Names.Index()
            .Where(n => Divides(n.Item) && !own.Contains(n.Item, StringComparer.OrdinalIgnoreCase))
            .Select(n => n.Index),
    ];

    /// <summary>Why the present row, which is of a part of the whole, is passed over; null for a row of the
    /// whole.</summary>
    public string? Part()
    {
        foreach (var column in _columns)
        {
            if (CellKinds.IsBreakdown(rows.Cell(column)) && !IsForEveryone(rows.Text(column)))
                return $"breakdown by the extra column {rows.NameOf(column)}";
        }
        return null;
    }

    /// <summary>Whether a column's name says that it divides the figures.</summary>
    public static bool Divides(string name) => Words().IsMatch(name.Replace('_', ' '));

    [GeneratedRegex(
        @"\b(sex(es)?|genders?|ages?|age ?(group|band|range)s?|ethnic(ity|ities)?|race|sen|send|(special )?needs?|"
            + @"disab(led|ility)|fsm|(free )?school meals?|disadvantaged?|depriv(ed|ation)|deciles?|quintiles?|"
            + @"languages?|religion|faith|nationality|terms?|phase|reason|subject|placement|types?|sub ?groups?|groups?|"
            + @"cohorts?|characteristics?|breakdowns?|categor(y|ies))\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();

    private static bool IsForEveryone(string word) =>
        Everyone.OfSexes().IsMatch(word) || word.Equals("not applicable", StringComparison.OrdinalIgnoreCase);
}
