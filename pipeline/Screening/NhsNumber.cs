namespace ChildrensTrust.Pipeline.Screening;

/// <summary>
/// The NHS number: ten digits, the last of which is a check digit. Each of the first nine is multiplied by 10 down to 2;
/// the sum modulo 11, taken from 11, is the check digit (11 is written 0; 10 is never issued). NHS Data Dictionary.
/// </summary>
internal static class NhsNumber
{
    /// <summary>Whether a cell is a valid number; written as 943 476 5919 or 943-476-5919 it can be nothing else.</summary>
    public static bool Is(ReadOnlySpan<byte> cell, out bool isSpaced)
    {
        isSpaced = cell.Length == 12;
        if (cell.Length is not (10 or 12) || (isSpaced && !(cell[3] is (byte)' ' or (byte)'-' && cell[7] == cell[3])))
            return false;
        var (sum, digits, last) = (0, 0, 0);
        for (var i = 0; i < cell.Length; i++)
        {
            if (isSpaced && i is 3 or 7)
                continue;
            last = cell[i] - '0';
            if (last is < 0 or > 9)
                return false;
            if (++digits < 10)
                sum += last * (11 - digits);
        }
        // England and Wales issue numbers that begin with 4, 6 or 7; those that begin with 9 are for tests.
        return cell[0] is (byte)'4' or (byte)'6' or (byte)'7' or (byte)'9' && digits == 10 && (11 - (sum % 11)) % 11 == last;
    }
}
