using System.Text;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>A form of personal data that is counted over the cells of a column.</summary>
/// <param name="Share">It trips in more than this share of a column's cells.</param>
/// <param name="Needs">A cell with fewer digits, letters or @ cannot hold it.</param>
/// <param name="Is">Whether a cell, as <see cref="PlainText"/> gives it, has it.</param>
internal sealed record CountedForm(PersonalDataKind Kind, double Share, TextCounts Needs, Func<string, bool> Is)
{
    /// <summary>Whether fewer than three cells trip too, where they are half of all rows.</summary>
    public bool FewAreEnough { get; init; } = true;

    /// <summary>Whether it trips in a row too, as in a table that is turned on its side.</summary>
    public bool CountsInRows { get; init; } = true;
}

/// <summary>What a cell was found to hold.</summary>
/// <param name="IsBlank">Whether it holds nothing but spaces.</param>
/// <param name="Sure">The kinds for which this one cell is enough.</param>
/// <param name="Counted">The forms it has, by their places in the table.</param>
internal sealed record PersonalDataInCell(
    bool IsBlank,
    IReadOnlyList<PersonalDataKind> Sure,
    IReadOnlyList<int> Counted
)
{
    // Of what has a check letter, or no other meaning.
    private const double SmallShare = 0.05;

    // One in eleven of all ten-digit numbers has the right check digit, and a day may be of many things.
    private const double LargeShare = 0.4;

    /// <summary>The forms.</summary>
    public static IReadOnlyList<CountedForm> Forms { get; } =
    [
        new(
            PersonalDataKind.NhsNumber,
            LargeShare,
            new(10),
            cell => Has(PersonalDataForms.NhsNumber(), cell, v => NhsNumber.Is(v))
        ),
        new(
            PersonalDataKind.PupilNumber,
            SmallShare,
            new(11, 1),
            cell => Has(PersonalDataForms.PupilNumber(), cell, PupilNumber.Is)
        ),
        new(
            PersonalDataKind.NationalInsurance,
            SmallShare,
            new(6, 3),
            cell => Has(PersonalDataForms.NationalInsuranceNumberAlone(), cell, NationalInsuranceNumber.Is)
        ),
        new(
            PersonalDataKind.Postcode,
            SmallShare,
            new(2, 3),
            cell => Has(PersonalDataForms.PostcodeAlone(), cell, v => !PersonalDataInText.IsOrdinal(v))
        ),
        new(
            PersonalDataKind.Postcode,
            LargeShare,
            new(2, 3),
            cell => Has(PersonalDataForms.PostcodeAtEnd(), cell, v => !PersonalDataInText.IsOrdinal(v))
        )
        {
            FewAreEnough = false,
            CountsInRows = false,
        },
        new(
            PersonalDataKind.Email,
            SmallShare,
            new(Ats: 1),
            cell => Has(PersonalDataForms.EmailAlone(), cell, _ => true)
        ),
        new(
            PersonalDataKind.Telephone,
            SmallShare,
            new(10),
            cell => Has(PersonalDataForms.TelephoneAlone(), cell, PersonalDataInText.IsTelephone)
        ),
        new(PersonalDataKind.BirthDate, LargeShare, new(3), BirthDate.Is)
        {
            FewAreEnough = false,
            CountsInRows = false,
        },
    ];

    /// <summary>Nothing.</summary>
    public static PersonalDataInCell None { get; } = new(false, [], []);

    /// <summary>Looks at a cell closely.</summary>
    public static PersonalDataInCell Of(ReadOnlySpan<byte> cell)
    {
        var plain = PlainText.Of(Encoding.UTF8.GetString(cell));
        if (plain.Length == 0)
            return None with { IsBlank = true };
        var counts = TextCounts.Of(plain);
        var counted = Forms
            .Index()
            .Where(f => counts.Has(f.Item.Needs) && f.Item.Is(plain))
            .Select(f => f.Index)
            .ToList();
        var sure = PersonalDataInText.Sure(plain).ToList();
        return counted.Count + sure.Count == 0 ? None : new(false, sure, counted);
    }

    private static bool Has(Regex form, string plain, Func<string, bool> holds) =>
        form.Matches(plain).Any(m => holds(m.Groups["value"].Value));
}
