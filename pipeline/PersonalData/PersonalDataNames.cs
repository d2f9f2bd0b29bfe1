using System.Collections.Frozen;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Tells a column of personal data by its name. A phrase counts as whole words, however they are joined: date_of_birth,
/// DateOfBirth and "date of birth" are one; la_name, school_name and AreaName are none.
/// </summary>
internal static class PersonalDataNames
{
    private const int MaxPhraseWords = 4;
    private const int MaxNameLength = 60;

    private static readonly FrozenDictionary<string, PersonalDataKind> Phrases = Build(
        (
            PersonalDataKind.Name,
            "forename forenames surname surnames firstname firstnames lastname lastnames middlename middlenames "
                + "fullname givenname familyname preferredname maidenname childname childsname pupilname studentname "
                + "learnername patientname personname clientname mothername mothersname fathername fathersname "
                + "carername"
        ),
        (PersonalDataKind.BirthDate, "dob dateofbirth birthdate birthday dobirth"),
        (PersonalDataKind.NhsNumber, "nhsnumber nhsno nhsnum nhsid nhsnumbers"),
        (
            PersonalDataKind.PupilNumber,
            "upn uln formerupn uniquepupilnumber uniquelearnernumber pupilid pupilreference studentid learnerid"
        ),
        (PersonalDataKind.CaseNumber, "childid childreference personid clientid patientid lachildid passportnumber"),
        (PersonalDataKind.Postcode, "postcode postcodes postalcode"),
        (PersonalDataKind.Address, "address addresses homeaddress uprn"),
        (PersonalDataKind.Email, "email emails emailaddress emailaddresses"),
        (PersonalDataKind.Telephone, "telephone telephonenumber phone phonenumber mobile mobilenumber"),
        (PersonalDataKind.NationalInsurance, "nino ninumber nationalinsurancenumber nationalinsuranceno")
    );

    // A cover sheet names the publisher's office in rows such as "Telephone"; no table of figures has a row of these.
    private static readonly FrozenSet<PersonalDataKind> InRows = new[]
    {
        PersonalDataKind.Name,
        PersonalDataKind.BirthDate,
        PersonalDataKind.NhsNumber,
        PersonalDataKind.PupilNumber,
        PersonalDataKind.NationalInsurance,
    }.ToFrozenSet();

    // A column named so has days that are of no birth.
    private static readonly FrozenSet<string> OfDates = (
        "arrived asat at census closed closing closure compiled created date dated day deadline due edition "
        + "effective end ended ending "
        + "expected extract extracted finish finished from generated inforce inspected inspection issued latest "
        + "live modified month months "
        + "next open opened opening period periods processed published publication quarter quarters received release released "
        + "report reported reporting "
        + "revised run snapshot start started starting term time timestamp to until update updated valid week year years"
    )
        .Split(' ')
        .ToFrozenSet();
    private static readonly string[] OfBirths = ["birth", "born", "dob", "birthday"];

    /// <summary>The kind of personal data that a column of this name holds; null for none. A text too long for a name
    /// is none.</summary>
    public static PersonalDataKind? Find(string name)
    {
        if (name.Length > MaxNameLength)
            return null;
        var words = Words(name);
        // The longest phrase first, so that an e-mail address is not called an address.
        for (var length = Math.Min(MaxPhraseWords, words.Count); length > 0; length--)
        {
            for (var from = 0; from + length <= words.Count; from++)
            {
                if (Phrases.TryGetValue(string.Concat(words.Skip(from).Take(length)), out var kind))
                    return kind;
            }
        }
        return null;
    }

    /// <summary>The kind of personal data in a row whose first cell is exactly this text; null for none.</summary>
    public static PersonalDataKind? OfPeople(string text) =>
        text.Length <= MaxNameLength
        && Phrases.TryGetValue(string.Concat(Words(text)), out var kind)
        && InRows.Contains(kind)
            ? kind
            : null;

    /// <summary>Whether a column of this name has days of something else than births, such as of a
    /// publication.</summary>
    public static bool IsOfDates(string name) =>
        Words(name) is var words && words.Exists(OfDates.Contains) && !words.Exists(OfBirths.Contains);

    // A word ends at anything that is neither letter nor digit, and where a capital begins a new one: DateOfBirth,
    // NHSNumber, ChildID.
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            var turns =
                !ends
                && i > start
                && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((ends || turns) && i > start)
                words.Add(name[start..i].ToLowerInvariant());
            if (ends)
                start = i + 1;
            else if (turns)
                start = i;
        }
        return words;
    }

    private static FrozenDictionary<string, PersonalDataKind> Build(
        params (PersonalDataKind Kind, string Phrases)[] table
    ) =>
        table
            .SelectMany(row => row.Phrases.Split(' ').Select(phrase => (phrase, row.Kind)))
            .ToFrozenDictionary(p => p.phrase, p => p.Kind);
}
