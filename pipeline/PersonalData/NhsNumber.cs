namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// The NHS number: ten digits, the last of which is a check digit. Each of the first nine is multiplied by 10 down to
/// 2; the sum modulo 11, taken from 11, is the check digit (11 is written 0; 10 is never issued). NHS Data Dictionary.
/// </summary>
internal static class NhsNumber
{
    private const int Length = 10;

    /// <summary>Whether the digits of a text, whatever is between them, are a valid number.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var (sum, digits, first, last) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            last = c - '0';
            if (++digits == 1)
                first = last;
            if (digits < Length)
                sum += last * (11 - digits);
        }
        // England and Wales issue numbers that begin with 4, 6 or 7; those that begin with 9 are for tests.
        return digits == Length && first is 4 or 6 or 7 or 9 && (11 - (sum % 11)) % 11 == last;
    }
}
