using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// What becomes of a row whose area is not in the register, in every format. It is rejected where the file or the code
/// says that the area is a country, a region or an authority, of which the register has all. It is passed over where it
/// is of another kind, such as a ward or an NHS trust, which publishers list beside them.
/// </summary>
internal static partial class UnknownArea
{
    /// <summary>Why a row is passed over.</summary>
    public const string OtherKind = "area not in the register";

    /// <summary>Rejects the row or passes it over, by its codes: for a file that has areas of every kind.</summary>
    public static void Take(CsvRows rows, FileReading reading, params IEnumerable<int> columns)
    {
        var texts = columns.Select(column => (Column: column, Text: rows.Text(column))).ToList();
        if (texts.Find(t => reading.Reference.Areas.Lacks(t.Text)) is { Text: not null, Column: var lacking })
            Reject(rows, reading, lacking);
        else if (
            !texts.Exists(t => OfficialCode().IsMatch(t.Text))
            && texts.Find(t => NamesAuthority(t.Text, reading.Reference.Areas)) is { Text: not null } named
        )
            Reject(
                rows,
                reading,
                texts.Find(t => t != named && t.Text.Length > 0) is { Text: not null } code ? code.Column : named.Column
            );
        else
            reading.Rows.Skip(OtherKind);
    }

    /// <summary>Whether words are those for kinds of area that may have an authority's name.</summary>
    public static bool IsOfOtherKind(string words) => OtherKinds().IsMatch(words);

    private static bool NamesAuthority(string name, AreaRegister areas) =>
        name.Length > 2 && !IsOfOtherKind(name) && areas.FindAlike(name).Any(area => area.IsEnglishAuthority);

    // An area of another kind may have an authority's name, and then has a code of its own.
    [GeneratedRegex(
        "^[EWSNK][0-9]{8}$|^[A-Z][A-Z0-9]{2}$|^[0-9][A-Z][A-Z0-9]$|^[0-9]{2}([A-Z]|[A-Z]{2})$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex OfficialCode();

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

    [GeneratedRegex(
        @"\b(PCTs?|CCGs?|ICBs?|STPs?|GPs?|practices?|integrated care|trusts?|hospitals?|health board|police|fire|"
            + @"wards?|constituenc(y|ies)|LSOAs?|MSOAs?|towns?|parish(es)?)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OtherKinds();
}
