using System.Text;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>What the words of one column are, kept by their bytes, so that a word which is in a million rows is
/// examined once. A word that is forgotten is examined again.</summary>
/// <param name="everyone">The words that say no more than Total in this column; null for none.</param>
internal sealed class CellClassCache(Regex? everyone = null)
{
    private const int Slots = 256;
    private const int Tries = 4;
    private const int MaxKeptLength = 64;

    private readonly Slot[] _slots = new Slot[Slots];
    private CellClass _long;

    private struct Slot
    {
        public byte[]? Bytes;
        public int Length;
        public CellClass Word;
    }

    /// <summary>What a cell is.</summary>
    public ref readonly CellClass Of(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > MaxKeptLength)
        {
            _long = CellClass.From(cell, everyone);
            return ref _long;
        }
        // Two words of one column may have one hash: the second goes into a slot beside.
        var hash = Hash(cell);
        for (var i = 0u; i < Tries; i++)
        {
            ref var slot = ref _slots[(hash + i) % Slots];
            if (slot.Bytes is null)
                return ref Keep(ref slot, cell);
            if (cell.SequenceEqual(slot.Bytes.AsSpan(0, slot.Length)))
                return ref slot.Word;
        }
        return ref Keep(ref _slots[hash % Slots], cell);
    }

    private ref CellClass Keep(ref Slot slot, ReadOnlySpan<byte> cell)
    {
        slot.Bytes ??= new byte[MaxKeptLength];
        cell.CopyTo(slot.Bytes);
        (slot.Length, slot.Word) = (cell.Length, CellClass.From(cell, everyone));
        return ref slot.Word;
    }

    private static uint Hash(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty ? 0 : ((((uint)cell.Length * 31) + cell[0]) * 31 + cell[cell.Length / 2]) * 31 + cell[^1];
}

/// <summary>What a cell is that is no plain number.</summary>
/// <param name="IsPadded">Whether it is text with spaces around it.</param>
/// <param name="IsBreakdown">Whether it names a part of all.</param>
/// <param name="IsNamed">Whether it is a word that names a part, or a total of something: "All schools".</param>
/// <param name="IsFigure">Whether it is a figure as people show it, or stands instead of one: "1,145,520",
/// "TBC".</param>
internal readonly record struct CellClass(CellKind Kind, bool IsPadded, bool IsBreakdown, bool IsNamed, bool IsFigure)
{
    /// <summary>Examines a cell.</summary>
    /// <param name="everyone">The words that say no more than Total in its column; null for none.</param>
    public static CellClass From(ReadOnlySpan<byte> cell, Regex? everyone)
    {
        var folded = FoldedText.Of(cell);
        var kind = CellKinds.Of(folded);
        var isFigure = kind == CellKind.Text && (ShownFigure.Is(folded) || ShownFigure.IsInstead(folded));
        var isEveryone =
            kind == CellKind.Text && everyone?.IsMatch(WordKey.Of(WordKey.Unsorted(folded.Trim(" \t"u8)))) == true;
        return new(
            kind,
            kind == CellKind.Text && Encoding.UTF8.GetString(cell) is var text && text.Length != text.Trim().Length,
            !isEveryone && !isFigure && CellKinds.IsBreakdown(folded),
            !isEveryone && !isFigure && kind == CellKind.Text && !CellKinds.IsWhole(folded),
            isFigure
        );
    }
}
