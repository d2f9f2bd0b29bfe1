using System.Text;

namespace ChildrensTrust.Pipeline.Screening;

/// <summary>
/// Watches one table for data about single people: by the names of its columns, and by what its cells look like. It keeps
/// counts only. Every row of the first thousand is looked at, then one in ten; all of them where the file has texts of the council's own.
/// Inside the longer texts of a publisher, where only an NHS number is looked for, the first thousand tell.
/// </summary>
public sealed class PersonalDataTripwire
{
    private const int EveryRowUntil = 1000;
    private const int ThenOneIn = 10;
    private const int LeastCells = 3;
    private const double SmallShare = 0.05;
    // One in eleven of all ten-digit numbers has the right check digit: a column of those is only told by most of its cells.
    private const double LargeShare = 0.4;

    private static readonly PersonalDataKind[] Kinds = [PersonalDataKind.NhsNumber, PersonalDataKind.PupilNumber, PersonalDataKind.Postcode, PersonalDataKind.Email];

    private readonly HashSet<(PersonalDataKind Kind, int Column)> _named = [];
    private readonly HashSet<int> _texts = [];
    private readonly HashSet<(PersonalDataKind Kind, int Column)> _inTexts = [];
    private readonly List<Tally> _columns = [];
    private long _rows;
    private long _looked;

    private struct Tally
    {
        public long Filled, SpacedNhs, PlainNhs, Pupil, Postcode, Email;
    }

    /// <summary>Looks at the names of the columns.</summary>
    /// <param name="names">A row of names.</param>
    public void Header(IReadOnlyList<string> names)
    {
        foreach (var (index, name) in names.Index())
        {
            if (PersonalDataNames.Find(name) is { } kind)
                _named.Add((kind, index));
        }
    }

    /// <summary>Looks at a row that may or may not be the header, as in a file that no reader knows: only where it is made of short names.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="isFirst">Whether it is the first row of the table.</param>
    public void Perhaps(IReadOnlyList<string> cells, bool isFirst)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        // A cover sheet has "E-mail" in front of the publisher's address; a table of people has more columns.
        if (filled.Count >= (isFirst ? 1 : 3) && filled.TrueForAll(c => c.Length <= 40 && !c.EndsWith(':')))
            Header(cells);
    }

    /// <summary>Names the columns whose cells are texts that someone of the council wrote: personal data is looked for inside them too.</summary>
    /// <param name="columns">The columns' indexes.</param>
    public void Texts(IEnumerable<int> columns) => _texts.UnionWith(columns.Where(c => c >= 0));

    /// <summary>Whether the row that comes next is to be looked at; counts it.</summary>
    public bool NextRow()
    {
        var look = _rows < EveryRowUntil || _texts.Count > 0 || _rows % ThenOneIn == 0;
        _rows++;
        if (look)
            _looked++;
        return look;
    }

    /// <summary>Looks at a cell of a row.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="cell">The cell in UTF-8.</param>
    public void Cell(int column, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return;
        if (IsPadding(cell[0]) || IsPadding(cell[^1]))
        {
            cell = cell.Trim(" \t\u00A0"u8);
            if (cell.IsEmpty)
                return;
        }
        while (_columns.Count <= column)
            _columns.Add(default);
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_columns)[column];
        tally.Filled++;
        if (cell.Length < 5)
            return;
        if (_texts.Count > 0 && _texts.Contains(column))
            Text(column, cell);
        else if (_rows <= EveryRowUntil && cell.Length > 12 && PersonalDataInText.HasSpacedNhsNumber(cell))
            _inTexts.Add((PersonalDataKind.NhsNumber, column));
        if (NhsNumber.Is(cell, out var isSpaced))
        {
            if (isSpaced)
                tally.SpacedNhs++;
            else
                tally.PlainNhs++;
        }
        else if (PupilNumber.Is(cell))
            tally.Pupil++;
        else if (Postcode.Is(cell))
            tally.Postcode++;
        else if (EmailAddress.Is(cell))
            tally.Email++;
    }

    private void Text(int column, ReadOnlySpan<byte> cell)
    {
        foreach (var kind in PersonalDataInText.Find(Encoding.UTF8.GetString(cell)))
            _inTexts.Add((kind, column));
    }

    private static bool IsPadding(byte b) => b is (byte)' ' or (byte)'\t' or >= 0x80;

    /// <summary>What was found: kinds of data and numbers of columns, never a name or a cell; null where there is nothing.</summary>
    public Finding? Finding
    {
        get
        {
            var found = _named.Union(_inTexts).Union(_columns.Index().SelectMany(c => ByCells(c.Item).Select(kind => (Kind: kind, Column: c.Index)))).ToList();
            if (found.Count == 0)
                return null;
            var parts = found.GroupBy(f => f.Kind).Select(g => $"{g.Key.Words} in {g.Count()} {(g.Count() == 1 ? "column" : "columns")}").Order(StringComparer.Ordinal);
            return Check.PersonalData.Found($"The file seems to hold data about single people: {string.Join(", ", parts)}.");
        }
    }

    private IEnumerable<PersonalDataKind> ByCells(Tally tally) =>
        from counted in Kinds.Zip([tally.SpacedNhs + tally.PlainNhs, tally.Pupil, tally.Postcode, tally.Email])
        let share = counted.First == PersonalDataKind.NhsNumber && tally.SpacedNhs == 0 ? LargeShare : SmallShare
        where counted.Second > 0 && (counted.Second * 2 >= _looked || (counted.Second >= LeastCells && counted.Second > share * tally.Filled))
        select counted.First;
}
