using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.Intrinsics;
using System.Text;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What a cell is.</summary>
internal enum CellKind
{
    /// <summary>Nothing, or spaces.</summary>
    Blank,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A symbol of today.</summary>
    Symbol,

    /// <summary>A symbol of former years.</summary>
    Obsolete,

    /// <summary>A program's word for nothing.</summary>
    NotGiven,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>Tells what a cell is without reading it as a number.</summary>
internal static class CellKinds
{
    private static readonly SearchValues<byte> OfPlainNumbers = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789.eE+-"u8);

    // "7-11", "7 to 11" and "7 & 8" are words for ages.
    private static readonly SearchValues<byte> BetweenNumbers = SearchValues.Create("-&toandTOAND"u8);

    private const int LongestTotal = 30;

    private static readonly FrozenSet<string> Wholes = new[]
    {
        "",
        "total",
        "totals",
        "grand total",
        "overall",
        "all",
        "total (all)",
        "all (total)",
    }.ToFrozenSet();

    // "All academies" and "All special schools" are parts. These words are totals too. Of two that stand in one column
    // each covers a different population. So is any total of schools, which may leave out the independent ones.
    private static readonly string[] OfSchools =
    [
        "all state funded schools",
        "all schools",
        "all school types",
        "total (all schools)",
    ];

    private static readonly string[] OfEveryone =
    [
        "all pupils",
        "all children",
        "all persons",
        "all people",
        "all young people",
        "all sexes",
        "all genders",
        "all ages",
        "all types",
        "all characteristics",
        "all ethnicities",
        "all ethnic groups",
    ];

    private static readonly FrozenDictionary<string, int> Totals = OfSchools
        .Concat(OfEveryone)
        .Index()
        .ToFrozenDictionary(t => t.Item, t => t.Index);

    /// <summary>What a cell is.</summary>
    public static CellKind Of(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim(" \t"u8);
        if (cell.IsEmpty)
            return CellKind.Blank;
        if (IsNumber(cell))
            return CellKind.Number;
        if (cell.Length > 4)
            return IsInBrackets(cell) ? CellKind.Symbol : CellKind.Text;
        if (
            cell.SequenceEqual("NULL"u8)
            || cell.SequenceEqual("Null"u8)
            || cell.SequenceEqual("null"u8)
            || cell.SequenceEqual("NA"u8)
            || cell.SequenceEqual("na"u8)
        )
            return CellKind.NotGiven;
        if (
            cell.SequenceEqual("."u8)
            || cell.SequenceEqual(".."u8)
            || cell.SequenceEqual("-"u8)
            || cell.SequenceEqual("~"u8)
            || cell.SequenceEqual(":"u8)
            || cell.SequenceEqual("N/A"u8)
            || cell.SequenceEqual("n/a"u8)
        )
            return CellKind.Obsolete;
        return Observations.MeasureCell.TryRead(cell, out _) ? CellKind.Symbol : CellKind.Text;
    }

    /// <summary>Whether a cell is digits with or without points between them, as nearly all figures are.</summary>
    public static bool IsPlainNumber(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || !char.IsAsciiDigit((char)cell[0]) || !char.IsAsciiDigit((char)cell[^1]))
            return false;
        if (cell.Length is < 4 or > 16)
            return cell.IndexOfAnyExcept(OfPlainNumbers) < 0;
        const uint zeros = 0x30303030;
        // The first and the last bytes, of which some may be the same, side by side: every byte is looked at in one
        // step.
        var bytes =
            cell.Length < 8
                ? Vector128
                    .Create(
                        BinaryPrimitives.ReadUInt32LittleEndian(cell),
                        BinaryPrimitives.ReadUInt32LittleEndian(cell[^4..]),
                        zeros,
                        zeros
                    )
                    .AsByte()
                : Vector128
                    .Create(
                        BinaryPrimitives.ReadUInt64LittleEndian(cell),
                        BinaryPrimitives.ReadUInt64LittleEndian(cell[^8..])
                    )
                    .AsByte();
        var plain =
            Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9))
            | Vector128.Equals(bytes, Vector128.Create((byte)'.'));
        return plain == Vector128<byte>.AllBitsSet;
    }

    // "16-17" is a word for an age, "-1.5" a number.
    private static bool IsNumber(ReadOnlySpan<byte> cell) =>
        char.IsAsciiDigit((char)cell[^1])
        && (char.IsAsciiDigit((char)cell[0]) || cell[0] is (byte)'-' or (byte)'.' or (byte)'+')
        && !cell[1..].ContainsAnyExcept(OfNumbers)
        && (!cell[1..].Contains((byte)'-') || cell.ContainsAny((byte)'e', (byte)'E'));

    /// <summary>Whether a cell names a part of all: it is text, neither a figure, nor a symbol, nor a word for the
    /// total.</summary>
    public static bool IsBreakdown(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim(" \t"u8);
        if (
            cell.IsEmpty
            || char.IsAsciiDigit((char)cell[^1])
                && (char.IsAsciiDigit((char)cell[0]) || cell[0] is (byte)'-' or (byte)'.' or (byte)'+')
                && !cell[1..].ContainsAny(BetweenNumbers)
        )
            return false;
        cell = WordKey.Unsorted(cell);
        if (Key(cell) is { } key && (Wholes.Contains(key) || Totals.ContainsKey(key)))
            return false;
        return !IsInBrackets(cell)
            && !ShownFigure.Is(cell)
            && (cell.Length > 4 || !Observations.MeasureCell.TryRead(cell, out _));
    }

    /// <summary>Whether a text says no more than Total, All or nothing.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> cell) =>
        Key(WordKey.Unsorted(cell.Trim(" \t"u8))) is { } key && Wholes.Contains(key);

    /// <summary>Whether a word for a total means everyone whom its column divides.</summary>
    public static bool IsEveryone(ReadOnlySpan<byte> cell) => RankOfTotal(cell) >= OfSchools.Length;

    /// <summary>The place of a word for a total among these words; the last for any other.</summary>
    public static int RankOfTotal(ReadOnlySpan<byte> cell) =>
        Key(cell) is { } key ? Totals.GetValueOrDefault(key, Totals.Count) : Totals.Count;

    private static string? Key(ReadOnlySpan<byte> cell) => cell.Length <= LongestTotal ? WordKey.Of(cell) : null;

    // "[low]", and "7.9 [p]": the shorthand of the Analysis Function, never the name of a part.
    private static bool IsInBrackets(ReadOnlySpan<byte> cell) =>
        cell[^1] == (byte)']' && Observations.MeasureCell.TryRead(cell, out _);
}
