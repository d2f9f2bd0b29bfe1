using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>How personal data is written: one pattern a form. Each is matched against a text as <see cref="PlainText"/>
/// gives it.</summary>
internal static partial class PersonalDataForms
{
    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Each pattern takes time in proportion to its text, so only a machine that has stopped responding reaches this.
    private const int Milliseconds = 60_000;

    // No letter or digit at either end, and no part of a longer number. Two letters or more may be a label:
    // NHS9434765919.
    private const string Begins = "(?<![0-9]|[0-9][.,]|(?<![A-Z])[A-Z])";
    private const string Ends = "(?![0-9A-Z]|[.,][0-9])";
    private const string BeginsApart = "(?<![0-9A-Z]|[0-9][.,])";
    private const string Between = "( ?[./-] ?| )";

    // Nothing between the digits, or the groups of three, three and four. A number read by a spreadsheet may end with
    // .0.
    private const string Nhs =
        "(?<value>[4679][0-9]{2}([ -]?[0-9]{3}[ "
        + $"-]?[0-9]{{4}}|{Between}[0-9]{{3}}{Between}[0-9]{{4}}))([.]0{{1,4}})?{Ends}";

    // The letters in front are those of the postcode areas in use; the last two are never C, I, K, M, O or V.
    private const string Area =
        "(A[BL]|B[ABDFHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?"
        + "|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)";
    private const string Outward = $"{Area}[0-9][0-9A-Z]?";
    private const string Inward = "[0-9][ABD-HJLNP-UW-Z]{2}";

    private const string Phone =
        @"(\+44 ?(\(0\) ?)?|0044 ?|\(?0)[1-9][0-9]{1,4}\)?[ ./-]?[0-9]{3,4}[ ./-]?[0-9]{3,4}(?![0-9A-Z]|[.,/-][0-9])";
    private const string Mail = @"[^\s@<>,;:""()\[\]]{1,64}@[\p{L}0-9-]{1,63}([.][\p{L}0-9-]{1,63})+";
    private const string InsuranceLetters = "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]";

    // In front of a value that is the whole of a cell: a word or a name.
    private const string Label = "[^0-9@]{0,30}";

    private const string Day =
        "([0-9]{1,2}[ /.-][0-9]{1,2}[ /.-][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
        + "|[0-9]{1,2}(st|nd|rd|th)?( of)?[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?[ -][0-9]{2,4})";

    [GeneratedRegex($@"(?<!\b44[ -]?){Begins}{Nhs}", Options, Milliseconds)]
    public static partial Regex NhsNumber();

    [GeneratedRegex(
        $@"(?<!\b44[ -]?){Begins}(?<value>[4679][0-9]{{2}}{Between}[0-9]{{3}}{Between}[0-9]{{4}}){Ends}",
        Options,
        Milliseconds
    )]
    public static partial Regex NhsNumberInGroups();

    [GeneratedRegex($@"\bnhs[^0-9]{{0,25}}{Nhs}", Options, Milliseconds)]
    public static partial Regex NhsNumberWithLabel();

    [GeneratedRegex(
        $@"({BeginsApart}|\bupn)(?<value>[A-Z]([ ./-]?[0-9]){{11}}[ ./-]?[0-9A-Z])(?![0-9A-Z])",
        Options,
        Milliseconds
    )]
    public static partial Regex PupilNumber();

    [GeneratedRegex($@"({BeginsApart}|\bupn)(?<value>[A-Z][0-9]{{11}}[0-9A-Z])(?![0-9A-Z])", Options, Milliseconds)]
    public static partial Regex PupilNumberInOne();

    [GeneratedRegex($@"\b(?<value>{Outward} ?{Inward})\b", Options, Milliseconds)]
    public static partial Regex Postcode();

    [GeneratedRegex($@"^({Label}[^0-9A-Z@])?(?<value>{Outward}[ ._-]?{Inward})[^0-9A-Z]*$", Options, Milliseconds)]
    public static partial Regex PostcodeAlone();

    [GeneratedRegex($@"^.{{1,90}}[^0-9A-Z](?<value>{Outward} ?{Inward})[^0-9A-Z]*$", Options, Milliseconds)]
    public static partial Regex PostcodeAtEnd();

    [GeneratedRegex($"(?<value>{Mail})", Options, Milliseconds)]
    public static partial Regex Email();

    [GeneratedRegex($@"^{Label}(?<value>{Mail})[^0-9A-Z]*$", Options, Milliseconds)]
    public static partial Regex EmailAlone();

    [GeneratedRegex($@"(?<![0-9A-Z]|[0-9][.,/-])(?<value>{Phone})", Options, Milliseconds)]
    public static partial Regex Telephone();

    [GeneratedRegex($@"^{Label}(?<value>{Phone})[^0-9A-Z]*$", Options, Milliseconds)]
    public static partial Regex TelephoneAlone();

    [GeneratedRegex(
        $@"({BeginsApart}|\bnino|\bni)(?<value>{InsuranceLetters}(?<s>[ ./-]?)[0-9]{{2}}\k<s>[0-9]{{2}}\k<s>[0-9]{{2}}\k<s>[A-D])(?![0-9A-Z])",
        Options,
        Milliseconds
    )]
    public static partial Regex NationalInsuranceNumber();

    [GeneratedRegex(
        $@"^({Label}[^0-9A-Z@]|nino|ni)?(?<value>{InsuranceLetters}([ ./-]?[0-9]){{6}}[ ./-]?[A-D])[^0-9A-Z]*$",
        Options,
        Milliseconds
    )]
    public static partial Regex NationalInsuranceNumberAlone();

    // "Children born 1 September 2008 to 31 August 2009" are many; one day behind the word is of one child.
    [GeneratedRegex(
        $@"\b(d\.?o\.?b|date[ _]of[ _]birth|birth[ _]?date|birthday|birth|born)\b[.:]?\s*(is|was|on)?[ :=(_-]*{Day}\b(?!\s*(to|and|until|or|-)(\s|$))",
        Options,
        Milliseconds
    )]
    public static partial Regex BirthStatement();
}
