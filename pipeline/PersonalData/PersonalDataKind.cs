using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>A kind of personal data, as a finding names it. Nothing more than the kind and the place is ever said of
/// it.</summary>
internal sealed record PersonalDataKind(string Words)
{
    public static readonly PersonalDataKind Name = new("names of people");
    public static readonly PersonalDataKind BirthDate = new("dates of birth");
    public static readonly PersonalDataKind NhsNumber = new("NHS numbers");
    public static readonly PersonalDataKind PupilNumber = new("pupil or learner numbers");
    public static readonly PersonalDataKind CaseNumber = new("numbers of individuals");
    public static readonly PersonalDataKind Postcode = new("postcodes");
    public static readonly PersonalDataKind Address = new("addresses");
    public static readonly PersonalDataKind Email = new("e-mail addresses");
    public static readonly PersonalDataKind Telephone = new("telephone numbers");
    public static readonly PersonalDataKind NationalInsurance = new("National Insurance numbers");

    /// <summary>The finding for kinds found in one text; null for none.</summary>
    /// <param name="place">Where the text is, such as "the name of a sheet".</param>
    public static Finding? Found(IEnumerable<PersonalDataKind> kinds, string place) =>
        kinds.Select(kind => Place(kind, place)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } places
            ? Found(places)
            : null;

    /// <summary>The finding for kinds with their places.</summary>
    public static Finding Found(IReadOnlyList<string> places) =>
        Check.PersonalData.Found($"The file seems to hold data about individuals: {string.Join(", ", places)}.");

    /// <summary>A kind with its place.</summary>
    public static string Place(PersonalDataKind kind, string place) => $"{kind.Words} in {place}";
}
