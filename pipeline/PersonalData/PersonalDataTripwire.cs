using System.Text;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>
/// Watches one table for data about individuals: by the names of its columns and what these hold, and by what its cells
/// look like. It keeps counts only. Every row of the first thousand is looked at, then one in ten; all of them where
/// the file has texts of the council's own. docs/checks.md says what is looked for, and from what share of a column.
/// </summary>
internal sealed class PersonalDataTripwire
{
    private const int EveryRowUntil = 1000;
    private const int ThenOneIn = 10;
    private const int MinCells = 3;

    private static readonly IReadOnlyList<CountedForm> Forms = PersonalDataInCell.Forms;

    private readonly PersonalDataLook _look = new();
    private readonly HashSet<(PersonalDataKind Kind, int Column)> _inColumns = [];
    private readonly HashSet<PersonalDataKind> _inRows = [];
    private readonly HashSet<int> _ofDates = [];
    private readonly List<(long Filled, long[]? Counts)> _columns = [];
    private readonly int[] _row = new int[Forms.Count];
    private int _filledOfRow;
    private bool _rowHasAny;
    private byte[] _first = [];
    private PersonalDataKind? _label;
    private bool _hasHeadings;
    private bool _ownTexts;
    private long _rows;
    private long _looked;

    /// <summary>Looks for a list of people, in a table that no reader knows; null where one does: its texts may name
    /// who leads an action.</summary>
    public PeopleNames? People { get; set; }

    /// <summary>Looks at the names of the columns, and at what they hold.</summary>
    public void Header(IReadOnlyList<string> names)
    {
        foreach (var (column, name) in names.Index())
        {
            var plain = PlainText.Of(name);
            _inColumns.UnionWith(Held(plain).Select(kind => (kind, column)));
            if (PersonalDataNames.IsOfDates(plain))
                _ofDates.Add(column);
        }
    }

    private static IEnumerable<PersonalDataKind> Held(string plain)
    {
        if (PersonalDataNames.Find(plain) is { } kind)
            yield return kind;
        foreach (var held in PersonalDataInText.All(plain))
            yield return held;
        if (BirthDate.IsBehindName(plain))
            yield return PersonalDataKind.BirthDate;
    }

    /// <summary>Looks at a row that may or may not be the header, as in a file that no reader knows: only where it is
    /// made of short names.</summary>
    /// <param name="isFirst">Whether it is the first row of the table.</param>
    public void CheckPossibleHeader(IReadOnlyList<string> cells, bool isFirst)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        // A cover sheet has "E-mail" in front of the publisher's address; a table of people has more columns.
        if (filled.Count < (isFirst ? 1 : 3) || !filled.TrueForAll(c => c.Length <= 40 && !c.EndsWith(':')))
            return;
        // Below the headings, or before figures, "Telephone" says what a row is about: how people got in touch.
        var isLabelled =
            !isFirst
            && (_hasHeadings || filled.Exists(IsFigure))
            && !filled.Skip(1).Any(c => Held(PlainText.Of(c)).Any());
        if (!isLabelled)
            Header(cells);
        _hasHeadings |= filled.Count >= 3;
    }

    private static bool IsFigure(string cell) => cell.Any(char.IsAsciiDigit) && !cell.Any(char.IsAsciiLetter);

    /// <summary>Says that someone of the council wrote the texts of the table: each of them is looked at, and one in it
    /// is enough.</summary>
    public void OwnTexts() => _ownTexts = true;

    /// <summary>Whether the row that comes next is to be looked at; counts it.</summary>
    public bool NextRow()
    {
        EndRow();
        var look = _rows < EveryRowUntil || _ownTexts || _rows % ThenOneIn == 0;
        _rows++;
        if (look)
            _looked++;
        return look;
    }

    /// <summary>Looks at a cell of a row.</summary>
    public void Cell(int column, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return;
        if (cell[0] <= ' ' || cell[^1] <= ' ')
        {
            cell = cell.Trim(" \t\r\n"u8);
            if (cell.IsEmpty)
                return;
        }
        if (column == 0)
            Label(cell);
        else if (_label == PersonalDataKind.Name && char.IsLetter((char)cell[0]))
            _inRows.Add(_label);
        var found = _look.At(cell);
        if (found.IsBlank)
            return;
        _filledOfRow++;
        People?.Take(column, cell);
        while (_columns.Count <= column)
            _columns.Add(default);
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_columns)[column];
        tally.Filled++;
        if (_ownTexts)
        {
            foreach (var kind in PersonalDataInText.All(cell))
                _inColumns.Add((kind, column));
        }
        if (found != PersonalDataInCell.None)
            Count(column, ref tally.Counts, found);
    }

    /// <summary>Looks at a row that is rejected, and so kept where whoever drops files reads it: what is sure in one
    /// cell is enough.</summary>
    public void Rejected(int column, ReadOnlySpan<byte> cell)
    {
        foreach (var kind in _look.At(cell.Trim(" \t\r\n"u8)).Sure)
            _inColumns.Add((kind, column));
    }

    private void Count(int column, ref long[]? counts, PersonalDataInCell found)
    {
        counts ??= new long[Forms.Count];
        foreach (var kind in found.Sure)
            _inColumns.Add((kind, column));
        foreach (var form in found.Counted)
        {
            counts[form]++;
            _row[form]++;
            _rowHasAny = true;
            // A row that begins "Date of birth" and goes on with days is the column of a table that is turned on its
            // side.
            if (column > 0 && _label == Forms[form].Kind)
                _inRows.Add(_label);
        }
    }

    private void Label(ReadOnlySpan<byte> cell)
    {
        if (_rows > EveryRowUntil)
            _label = null;
        else if (!cell.SequenceEqual(_first))
            (_first, _label) = (
                cell.ToArray(),
                PersonalDataNames.OfPeople(PlainText.Of(Encoding.UTF8.GetString(cell)))
            );
    }

    private void EndRow()
    {
        if (_rowHasAny)
        {
            _inRows.UnionWith(
                _row.Index()
                    .Where(r => Forms[r.Index].CountsInRows && r.Item >= MinCells && r.Item * 2 >= _filledOfRow)
                    .Select(r => Forms[r.Index].Kind)
            );
            Array.Clear(_row);
        }
        (_filledOfRow, _rowHasAny) = (0, false);
    }

    /// <summary>What was found: kinds of data and numbers of columns, never a name or a cell; null where there is
    /// nothing.</summary>
    public Finding? Finding
    {
        get
        {
            EndRow();
            var inColumns = _inColumns
                .Union(_columns.Index().SelectMany(c => ByCells(c.Index, c.Item)))
                .ToLookup(f => f.Kind);
            var places = inColumns
                .Select(g => PersonalDataKind.Place(g.Key, g.Count() == 1 ? "1 column" : $"{g.Count()} columns"))
                .Concat(
                    _inRows
                        .Where(kind => !inColumns.Contains(kind))
                        .Select(kind => PersonalDataKind.Place(kind, "a row"))
                )
                .Order(StringComparer.Ordinal)
                .ToList();
            return places.Count == 0 ? null : PersonalDataKind.Found(places);
        }
    }

    private IEnumerable<(PersonalDataKind Kind, int Column)> ByCells(int column, (long Filled, long[]? Counts) tally) =>
        from counted in tally.Counts?.Index() ?? []
        let form = Forms[counted.Index]
        where form.Kind != PersonalDataKind.BirthDate || !_ofDates.Contains(column)
        where counted.Item > 0
        where
            (form.FewAreEnough && counted.Item * 2 >= _looked)
            || (counted.Item >= MinCells && counted.Item > form.Share * tally.Filled)
        select (form.Kind, column);
}
