namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// The unique pupil number: a check letter and twelve characters, all digits but perhaps the last (a letter for a
/// temporary number). Each is multiplied by its place, 2 to 13; the sum modulo 23 gives the letter. Department for
/// Education, UPN guide.
/// </summary>
internal static class PupilNumber
{
    private const int Length = 13;
    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>Whether the letters and digits of a text, whatever is between them, are a valid number.</summary>
    public static bool Is(string text)
    {
        var number = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (number.Length != Length)
            return false;
        var sum = 0;
        for (var i = 1; i < Length; i++)
        {
            var value =
                char.IsAsciiDigit(number[i]) ? number[i] - '0'
                : i == Length - 1 ? Letters.IndexOf(number[i], StringComparison.Ordinal)
                : -1;
            if (value < 0)
                return false;
            sum += value * (i + 1);
        }
        return number[0] == Letters[sum % Letters.Length];
    }
}
