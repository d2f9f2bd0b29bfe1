namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>The National Insurance number: two letters, six digits and a letter from A to D. It has no check
/// digit.</summary>
internal static class NationalInsuranceNumber
{
    // Never issued: HM Revenue and Customs, National Insurance Manual, NIM39110.
    private static readonly string[] NeverIssued = ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"];

    /// <summary>Whether a text that has the form of one begins with letters that are issued.</summary>
    public static bool Is(string text) => !NeverIssued.Contains(text[..2].ToUpperInvariant());
}
