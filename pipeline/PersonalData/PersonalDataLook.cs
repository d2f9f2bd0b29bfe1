using System.Buffers;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Tells at a glance which cells need a close look for personal data: nearly none of a publisher's file does. What was
/// looked at closely is kept for a while, because a column says few things and says them often.
/// </summary>
internal sealed class PersonalDataLook
{
    private const int Slots = 256;
    private const int LongestKept = 256;
    private const int Shortest = 5;

    private static readonly SearchValues<byte> OfPlainNumbers = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> Telling = SearchValues.Create([
        .. Enumerable.Range(0, 256).Where(b => b is >= '0' and <= '9' or '@' or >= 0x80).Select(b => (byte)b),
    ]);

    private readonly (byte[] Cell, PersonalDataInCell Found)[] _known = new (byte[], PersonalDataInCell)[Slots];

    /// <summary>What a cell holds.</summary>
    /// <param name="cell">The cell in UTF-8, without spaces around it.</param>
    public PersonalDataInCell At(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < Shortest || !NeedsCloseLook(cell))
            return PersonalDataInCell.None;
        if (cell.Length > LongestKept)
            return PersonalDataInCell.Of(cell);
        ref var slot = ref _known[
            (((((uint)cell.Length * 31) + cell[0]) * 31 + cell[cell.Length / 2]) * 31 + cell[^1]) % Slots
        ];
        if (slot.Cell is null || !cell.SequenceEqual(slot.Cell))
            slot = (cell.ToArray(), PersonalDataInCell.Of(cell));
        return slot.Found;
    }

    private static bool NeedsCloseLook(ReadOnlySpan<byte> cell) =>
        cell.IndexOfAnyExcept(OfPlainNumbers) < 0
            ? NumberNeedsIt(cell)
            : cell.IndexOfAny(Telling) >= 0 && TextNeedsIt(cell);

    // A count or a decimal is neither a day of eight digits, nor ten or eleven digits that begin as a number of a
    // person does.
    private static bool NumberNeedsIt(ReadOnlySpan<byte> cell)
    {
        var dot = cell.IndexOf((byte)'.');
        if (dot >= 0)
            return dot == 10 || cell[(dot + 1)..].Contains((byte)'.');
        return cell.Length switch
        {
            8 => IsCentury(cell) || IsCentury(cell[4..]),
            10 => cell[0] is (byte)'0' or (byte)'4' or (byte)'6' or (byte)'7' or (byte)'9',
            11 => cell[0] == (byte)'0',
            13 or 14 => cell.StartsWith("0044"u8),
            _ => false,
        };
    }

    private static bool IsCentury(ReadOnlySpan<byte> digits) => digits.StartsWith("19"u8) || digits.StartsWith("20"u8);

    // Ten digits, the end of a postcode or of a National Insurance number, or a day's two separators or its month.
    private static bool TextNeedsIt(ReadOnlySpan<byte> cell)
    {
        var (digits, letters, separators) = (0, 0, 0);
        for (var i = 0; i < cell.Length; i++)
        {
            var c = (char)cell[i];
            if (c is '@' or >= (char)0x80)
                return true;
            if (char.IsAsciiDigit(c))
                digits++;
            else if (!char.IsAsciiLetter(c))
                separators += i > 0 && (c is '/' or '.' or '-' or ' ') ? 1 : 0;
            else if (
                ++letters > 0
                && IsLast(cell, i)
                && (
                    (i >= 2 && char.IsAsciiLetter((char)cell[i - 1]) && char.IsAsciiDigit((char)cell[i - 2]))
                    || (digits >= 6 && i > 0 && !char.IsAsciiLetter((char)cell[i - 1]))
                )
            )
                return true;
        }
        return digits >= 10 || (digits >= 3 && (separators >= 2 || (separators == 1 && letters >= 3)));
    }

    private static bool IsLast(ReadOnlySpan<byte> cell, int at) =>
        at + 1 == cell.Length || !char.IsAsciiLetterOrDigit((char)cell[at + 1]);
}
