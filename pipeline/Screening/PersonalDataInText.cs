using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Screening;

/// <summary>
/// Finds data about single people inside a longer text, such as a note: what a cell by itself would be known by, and dates that are
/// said to be of a birth. Names are not looked for: who leads an action may be named so.
/// </summary>
internal static partial class PersonalDataInText
{
    private sealed record Pattern(PersonalDataKind Kind, Regex Form, Func<string, bool> Holds);

    private static readonly Pattern[] Patterns =
    [
        new(PersonalDataKind.NhsNumber, NhsForm(), found => NhsNumber.Is(Digits(found), out _)),
        new(PersonalDataKind.PupilNumber, PupilForm(), found => PupilNumber.Is(Encoding.ASCII.GetBytes(found))),
        new(PersonalDataKind.Postcode, PostcodeForm(), found => !IsOrdinal(found)),
        new(PersonalDataKind.Email, EmailForm(), _ => true),
        new(PersonalDataKind.Telephone, TelephoneForm(), found => Digits(found).Length is >= 10 and <= 13),
        new(PersonalDataKind.BirthDate, BirthForm(), _ => true),
    ];

    /// <summary>The kinds that a text holds.</summary>
    public static IEnumerable<PersonalDataKind> Find(string text) =>
        Patterns.Where(p => p.Form.Matches(text).Any(match => p.Holds(match.Value))).Select(p => p.Kind);

    /// <summary>Whether a text has an NHS number in groups of three, three and four digits: written so it can be nothing else, in whatever column.</summary>
    /// <param name="cell">The cell in UTF-8.</param>
    public static bool HasSpacedNhsNumber(ReadOnlySpan<byte> cell)
    {
        const int length = 12;
        // Most cells are words, which are passed over at once.
        var first = cell.IndexOfAnyInRange((byte)'0', (byte)'9');
        for (var i = first < 0 ? cell.Length : first; i + length <= cell.Length; i++)
        {
            if (cell[i + 3] is (byte)' ' or (byte)'-' && cell[i + 7] == cell[i + 3] && NhsNumber.Is(cell.Slice(i, length), out _) && IsEdge(cell, i - 1) && IsEdge(cell, i + length))
                return true;
        }
        return false;
    }

    private static bool IsEdge(ReadOnlySpan<byte> cell, int at) => at < 0 || at >= cell.Length || !char.IsAsciiLetterOrDigit((char)cell[at]);

    private static byte[] Digits(string text) => [.. text.Where(char.IsAsciiDigit).Select(c => (byte)c)];

    // "Q1 2nd" and "N1 1st" have the form of a postcode and are an order.
    private static bool IsOrdinal(string found) => found[^2..] is "st" or "nd" or "rd" or "th";

    [GeneratedRegex(@"(?<![0-9A-Za-z]|[0-9][.,])[4679][0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NhsForm();
    [GeneratedRegex(@"\b[A-Z][0-9]{11}[0-9A-Z]\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PupilForm();
    // The letters in front are those of the postcode areas in use; the last two are never C, I, K, M, O or V.
    [GeneratedRegex(
        @"\b(A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ADFNRSV]?|YO|ZE)[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostcodeForm();
    [GeneratedRegex(@"[A-Z0-9._%+'-]+@[A-Z0-9-]+(\.[A-Z0-9-]+)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailForm();
    [GeneratedRegex(@"(?<![0-9A-Za-z]|[0-9][.,/-])(\+44 ?(\(0\) ?)?|0044 ?|\(?0)[1-9][0-9]{1,3}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TelephoneForm();
    // "Children born 1 September 2008 to 31 August 2009" are many; one day behind the word is of one child.
    [GeneratedRegex(
        @"\b(d\.?o\.?b|date of birth|birth ?date|birthday|born)\b[.:]?\s*(is|was|on)?[ :=-]*([0-9]{1,2}[ /.-][0-9]{1,2}[ /.-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(st|nd|rd|th)?( of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? [0-9]{2,4})\b(?!\s*(to|and|until|or|-|–)(\s|$))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BirthForm();
}
