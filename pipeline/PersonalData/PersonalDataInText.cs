using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Finds personal data in a longer text, where one of them is enough. Names are not looked for: who leads an action may
/// be named so. Each method takes a text as <see cref="PlainText"/> gives it.
/// </summary>
internal static class PersonalDataInText
{
    private sealed record Pattern(PersonalDataKind Kind, TextCounts Needs, Regex Form, Func<string, bool> Holds)
    {
        // A column of codes may have one by chance: there its share of the column tells.
        public bool IsSureAlone { get; init; } = true;
    }

    // No more separators than groups that people write.
    private const int MostSeparators = 4;

    private static readonly Pattern Nhs = new(
        PersonalDataKind.NhsNumber,
        new(10),
        PersonalDataForms.NhsNumber(),
        v => NhsNumber.Is(v)
    );
    private static readonly Pattern NhsInGroups = Nhs with { Form = PersonalDataForms.NhsNumberInGroups() };
    private static readonly Pattern NhsWithLabel = Nhs with { Form = PersonalDataForms.NhsNumberWithLabel() };
    private static readonly Pattern Pupil = new(
        PersonalDataKind.PupilNumber,
        new(11, 1),
        PersonalDataForms.PupilNumber(),
        IsPupil
    );
    private static readonly Pattern PupilInWords = Pupil with
    {
        Form = PersonalDataForms.PupilNumberInOne(),
        IsSureAlone = false,
    };
    private static readonly Pattern Insurance = new(
        PersonalDataKind.NationalInsurance,
        new(6, 3),
        PersonalDataForms.NationalInsuranceNumber(),
        NationalInsuranceNumber.Is
    );
    private static readonly Pattern InsuranceInWords = Insurance with { IsSureAlone = false };
    private static readonly Pattern Birth = new(
        PersonalDataKind.BirthDate,
        new(3, 3),
        PersonalDataForms.BirthStatement(),
        _ => true
    );
    private static readonly Pattern Postcode = new(
        PersonalDataKind.Postcode,
        new(2, 3),
        PersonalDataForms.Postcode(),
        v => !IsOrdinal(v)
    );
    private static readonly Pattern Email = new(
        PersonalDataKind.Email,
        new(Ats: 1),
        PersonalDataForms.Email(),
        _ => true
    );
    private static readonly Pattern Telephone = new(
        PersonalDataKind.Telephone,
        new(10),
        PersonalDataForms.Telephone(),
        IsTelephone
    );

    private static readonly Pattern[] OfPeople = [NhsInGroups, NhsWithLabel, PupilInWords, InsuranceInWords, Birth];
    private static readonly Pattern[] OfPeopleOrNumbers = [Nhs, Pupil, Insurance, Birth];
    private static readonly Pattern[] OfPeopleOrOffices = [.. OfPeopleOrNumbers, Postcode, Email, Telephone];

    /// <summary>In a publisher's text, which may name an office and hold large counts: only what can be nothing
    /// else.</summary>
    public static IEnumerable<PersonalDataKind> Sure(string plain) => Find(OfPeople, plain);

    /// <summary>In a text that may name an office but holds no counts, such as the properties of a workbook.</summary>
    public static IEnumerable<PersonalDataKind> WithoutOffices(string plain) => Find(OfPeopleOrNumbers, plain);

    /// <summary>In a text that names neither: the council's own, a heading, a name.</summary>
    public static IEnumerable<PersonalDataKind> All(string plain) => Find(OfPeopleOrOffices, plain);

    /// <summary>In a cell whose texts name neither.</summary>
    /// <param name="cell">The cell in UTF-8.</param>
    public static IEnumerable<PersonalDataKind> All(ReadOnlySpan<byte> cell)
    {
        // Nearly every cell is a figure, a code or a word: these are recognised before anything is made of them.
        var counts = TextCounts.Of(cell);
        return Array.Exists(OfPeopleOrOffices, p => counts.Has(p.Needs))
            ? All(PlainText.Of(Encoding.UTF8.GetString(cell)))
            : [];
    }

    /// <summary>In a name of a file, a folder or a sheet, where a line often stands for a space.</summary>
    public static IEnumerable<PersonalDataKind> InName(string name)
    {
        var plain = PlainText.Of(name.Replace('_', ' '));
        return PersonInFileName.Is(plain) ? All(plain).Append(PersonalDataKind.BirthDate).Distinct() : All(plain);
    }

    /// <summary>Whether a text has the form of a telephone number, by its number of digits.</summary>
    public static bool IsTelephone(string value) => value.Count(char.IsAsciiDigit) is >= 10 and <= 14;

    /// <summary>"Q1 2nd" and "N1 1st" have the form of a postcode and are an order.</summary>
    public static bool IsOrdinal(string value) => value[^2..] is "st" or "nd" or "rd" or "th";

    private static bool IsPupil(string value) =>
        value.Count(c => !char.IsAsciiLetterOrDigit(c)) <= MostSeparators && PupilNumber.Is(value);

    private static IEnumerable<PersonalDataKind> Find(Pattern[] patterns, string plain)
    {
        var counts = TextCounts.Of(plain);
        return patterns
            .Where(p => counts.Has(p.Needs) && p.Form.Matches(plain).Any(m => Holds(p, m)))
            .Select(p => p.Kind)
            .Distinct();

        bool Holds(Pattern pattern, Match match) =>
            (pattern.IsSureAlone || match.Length < plain.Length) && pattern.Holds(match.Groups["value"].Value);
    }
}
