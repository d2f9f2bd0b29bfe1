namespace ChildrensTrust.Pipeline.Screening;

/// <summary>A kind of personal data, as a finding names it. Nothing more than the kind is ever said of it.</summary>
internal sealed record PersonalDataKind(string Words)
{
    public static readonly PersonalDataKind Name = new("names of people");
    public static readonly PersonalDataKind BirthDate = new("dates of birth");
    public static readonly PersonalDataKind NhsNumber = new("NHS numbers");
    public static readonly PersonalDataKind PupilNumber = new("pupil or learner numbers");
    public static readonly PersonalDataKind CaseNumber = new("numbers of single people");
    public static readonly PersonalDataKind Postcode = new("postcodes");
    public static readonly PersonalDataKind Address = new("addresses");
    public static readonly PersonalDataKind Email = new("e-mail addresses");
    public static readonly PersonalDataKind Telephone = new("telephone numbers");
    public static readonly PersonalDataKind NationalInsurance = new("National Insurance numbers");
}
