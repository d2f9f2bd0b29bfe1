using System.Buffers;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Counts what the cells of one column are, so that a fault is told once a column.</summary>
internal sealed class EesColumnCounts(string name, bool isFigure)
{
    private readonly (long Count, long First)[] _kinds = new (long, long)[Enum.GetValues<CellKind>().Length];
    private (long Count, long First) _padded;

    /// <summary>Whether no cell had anything in it.</summary>
    public bool IsEmpty => Enumerable.Range(0, _kinds.Length).All(kind => kind == (int)CellKind.Blank || !Has((CellKind)kind));

    /// <summary>Counts a cell.</summary>
    public void Take(ReadOnlySpan<byte> cell, long row)
    {
        var kind = CellKinds.Of(cell);
        Count(ref _kinds[(int)kind], row);
        if (kind == CellKind.Text && (cell[0] is (byte)' ' or (byte)'\t' || cell[^1] is (byte)' ' or (byte)'\t'))
            Count(ref _padded, row);
    }

    /// <summary>Says what was found.</summary>
    public void Finish(CountedFindings findings)
    {
        if (IsEmpty)
            return;
        var (isText, isNumber) = (Has(CellKind.Text), Has(CellKind.Number));
        Say(findings, Check.SymbolNull, CellKind.NotGiven, "the cell says NULL or NA");
        Say(findings, Check.SymbolObsolete, CellKind.Obsolete, "the cell has a symbol that is no longer used");
        if (isFigure || (isNumber && !isText))
            Say(findings, Check.FigureBlank, CellKind.Blank, "the cell is blank in a column of figures");
        else if (isText && !isNumber)
            Say(findings, Check.FilterBlank, CellKind.Blank, "the cell is blank in a breakdown");
        if (isText && !isNumber && !isFigure)
            findings.Add(Check.FilterSpaces, _padded.First, _padded.Count, "the cell has spaces around its words", name);
    }

    private void Say(CountedFindings findings, Check check, CellKind kind, string says) =>
        findings.Add(check, _kinds[(int)kind].First, _kinds[(int)kind].Count, says, name);

    private bool Has(CellKind kind) => _kinds[(int)kind].Count > 0;

    private static void Count(ref (long Count, long First) counted, long row) => counted = (counted.Count + 1, counted.Count == 0 ? row : counted.First);
}

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
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789.eE+-"u8);

    /// <summary>What a cell is.</summary>
    public static CellKind Of(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim(" \t"u8);
        if (cell.IsEmpty)
            return CellKind.Blank;
        if (IsNumber(cell))
            return CellKind.Number;
        if (cell.Length > 4)
            return CellKind.Text;
        if (cell.SequenceEqual("NULL"u8) || cell.SequenceEqual("Null"u8) || cell.SequenceEqual("null"u8) || cell.SequenceEqual("NA"u8) || cell.SequenceEqual("na"u8))
            return CellKind.NotGiven;
        if (cell.SequenceEqual("."u8) || cell.SequenceEqual(".."u8) || cell.SequenceEqual("-"u8) || cell.SequenceEqual("~"u8) || cell.SequenceEqual(":"u8)
            || cell.SequenceEqual("N/A"u8) || cell.SequenceEqual("n/a"u8))
            return CellKind.Obsolete;
        return Observations.MeasureCell.TryRead(cell, out _) ? CellKind.Symbol : CellKind.Text;
    }

    // "16-17" is a word for an age, "-1.5" a number.
    private static bool IsNumber(ReadOnlySpan<byte> cell) =>
        char.IsAsciiDigit((char)cell[^1]) && (char.IsAsciiDigit((char)cell[0]) || cell[0] is (byte)'-' or (byte)'.' or (byte)'+') && !cell[1..].ContainsAnyExcept(OfNumbers)
        && (!cell[1..].Contains((byte)'-') || cell.ContainsAny((byte)'e', (byte)'E'));
}
