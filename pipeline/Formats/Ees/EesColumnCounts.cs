using System.Text;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Counts what the cells of one column are, so that a fault is reported once a column, and tells which of them
/// are breakdowns.</summary>
internal sealed class EesColumnCounts(string name, bool isFigure)
{
    private readonly CellClassCache _words = new(isFigure ? null : Everyone.In(name));
    private readonly Counted[] _kinds = new Counted[Enum.GetValues<CellKind>().Length];
    private readonly bool _dividesInDigits = !isFigure && EesBreakdowns.Has(name);
    private readonly bool _isStatus = !isFigure && EesBreakdowns.IsStatus(name);
    private readonly bool _isBeside =
        ExtraBreakdowns.IsBeside(name) || (ExtraBreakdowns.IsNote(name) && !EesBreakdowns.Has(name));
    private readonly bool _isPopulation = !isFigure && EesBreakdowns.IsPopulation(name);
    private Counted _padded;
    private readonly bool _isDivision =
        !isFigure && (EesBreakdowns.Has(name) || (ExtraBreakdowns.Divides(name) && !EesBreakdowns.IsOfFigures(name)));
    private bool _hasWords;
    private RepeatedWord _repeated;

    private struct Counted
    {
        public long Count,
            First;

        public void Add(long row)
        {
            if (Count++ == 0)
                First = row;
        }
    }

    /// <summary>Whether no cell had anything in it.</summary>
    public bool IsEmpty =>
        Enumerable.Range(0, _kinds.Length).All(kind => kind == (int)CellKind.Blank || !Has((CellKind)kind));

    /// <summary>Counts a cell.</summary>
    /// <param name="isNamed">Whether it is a word for a part or for a total of something.</param>
    /// <returns>Whether it says of which part of all the row is.</returns>
    public bool Take(ReadOnlySpan<byte> cell, long row, out bool isNamed)
    {
        var isPart = Examine(cell, row, out isNamed);
        return _isDivision ? _repeated.IsPart(cell, isPart) : isPart;
    }

    private bool Examine(ReadOnlySpan<byte> cell, long row, out bool isNamed)
    {
        isNamed = false;
        // Most cells are plain numbers, and the words of a column are few: neither is looked at closely twice.
        if (CellKinds.IsPlainNumber(cell))
        {
            _kinds[(int)CellKind.Number].Add(row);
            return _dividesInDigits || _isPopulation;
        }
        ref readonly var word = ref _words.Of(cell);
        _kinds[(int)(word.IsFigure ? CellKind.Number : word.Kind)].Add(row);
        if (word.IsPadded)
            _padded.Add(row);
        if (_isBeside || (_isStatus && RevisionStatuses.IsWord(Encoding.UTF8.GetString(cell))))
            return false;
        // "100%" and "TBC" are parts in a column of parts or totals, and figures in any other.
        _hasWords |= word is { Kind: CellKind.Text, IsFigure: false };
        var isPart =
            word.IsFigure && (_isDivision || _hasWords)
            || _dividesInDigits
                && (word.Kind == CellKind.Number || (word.Kind == CellKind.Symbol && EesBreakdowns.IsPart(cell)));
        isNamed = !isFigure && (word.IsNamed || isPart);
        return _isPopulation || (!isFigure && (word.IsBreakdown || isPart));
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
            findings.Add(
                Check.FilterSpaces,
                _padded.First,
                _padded.Count,
                "the cell has spaces around its words",
                name
            );
    }

    private void Say(CountedFindings findings, Check check, CellKind kind, string says) =>
        findings.Add(check, _kinds[(int)kind].First, _kinds[(int)kind].Count, says, name);

    private bool Has(CellKind kind) => _kinds[(int)kind].Count > 0;
}
