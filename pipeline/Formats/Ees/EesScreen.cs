using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>
/// Looks at every row of a file in the Explore Education Statistics format, used or not, by the rules of its
/// publisher's own screener. A fault of a row that is used rejects it; all else is counted and reported once.
/// </summary>
internal sealed class EesScreen
{
    private readonly Header _header;
    private readonly FileReading _reading;
    private readonly CountedFindings _counted = new();
    private readonly EesTimes _times = new();
    private readonly EesPlaces _places;
    private readonly EesPlaceNames _names;
    private readonly EesRowContextCache _memory;
    private readonly (int Column, EesColumnCounts Counts)[] _columns;
    private readonly bool[] _filled;
    private readonly int[] _identity;
    private readonly int _time,
        _identifier,
        _level;
    private int _stillEmpty;
    private long _seen;

    public EesScreen(Header header, EesPlaces places, IReadOnlySet<int> figures, FileReading reading)
    {
        (_header, _places, _reading) = (header, places, reading);
        (_time, _identifier, _level) = (
            header.IndexOf("time_period"),
            header.IndexOf("time_identifier"),
            header.IndexOf("geographic_level")
        );
        _names = new(header, reading.Reference.Areas);
        _memory = new([.. places.Columns, .. _names.Columns, _time, _identifier, _level]);
        _identity = [.. Enumerable.Range(0, header.Count).Where(i => EesLevel.IsIdentity(header.Names[i]))];
        (_filled, _stillEmpty) = (new bool[header.Count], _identity.Length);
        _columns =
        [
            .. header
                .Names.Index()
                .Where(n => !EesLevel.IsIdentity(n.Item))
                .Select(n => (n.Index, new EesColumnCounts(n.Item, figures.Contains(n.Index)))),
        ];
        EesFileName.Screen(reading, isMeta: false);
        EesHeader.Screen(header, reading.Findings);
    }

    /// <summary>Looks at a row.</summary>
    /// <param name="breakdowns">Takes the columns, other than figures of the catalogue, whose cells name a part of
    /// all.</param>
    /// <param name="named">Takes these columns, and those whose cells name a total of something.</param>
    /// <returns>What its words for place and time say.</returns>
    public EesRowContext Look(CsvRows rows, List<int> breakdowns, List<int> named)
    {
        _seen++;
        breakdowns.Clear();
        named.Clear();
        foreach (var (column, counts) in _columns)
        {
            if (counts.Take(rows.AsPublished(column), rows.Row, out var isNamed))
                breakdowns.Add(column);
            if (isNamed)
                named.Add(column);
        }
        if (_stillEmpty > 0)
            NoteFilled(rows);
        if (_memory.Find(rows) is not { } found)
        {
            if (_memory.IsFull)
                LetGo();
            found = Examine(rows);
            _memory.Add(rows, found);
        }
        found.Rows++;
        return found;
    }

    private EesRowContext Examine(CsvRows rows)
    {
        var level = _places.Level(rows);
        var found = new EesRowContext
        {
            Level = level,
            SkipReason = level is null ? null : _places.SkipReason(rows, level),
            First = rows.Row,
        };
        found.Fault = Fault(rows, level, found.Notes);
        if (
            level is not null
            && found.SkipReason is null
            && Periods.EesTimeIdentifier.TryParse(rows.Text(_identifier), rows.Text(_time), null, out var period)
        )
            found.Area = _places.Find(rows, level, period);
        foreach (var note in found.Notes)
            _counted.Add(note.Check, rows.Row, note.Says, note.Column);
        return found;
    }

    private RowFault? Fault(CsvRows rows, EesLevel? level, List<RowFault> notes)
    {
        var (identifier, word) = (rows.Text(_identifier), rows.Text(_level));
        if (level is null)
            return new(Check.LevelUnknown, "the geographic level is not one this format uses", "geographic_level");
        Spelling(word, level.Name, "geographic_level", notes);
        _names.Take(rows, level, _places.IsByName(rows, level), notes);
        if (_times.Fault(identifier, rows.Text(_time)) is { } fault)
            return fault;
        if (Periods.EesTimeIdentifier.TryFind(identifier, out var name, out _))
            Spelling(identifier, name, "time_identifier", notes);
        return _places.Fault(rows, level);
    }

    // Of a column that says where or when, only an empty one is reported, which one cell decides.
    private void NoteFilled(CsvRows rows)
    {
        foreach (var column in _identity)
        {
            if (_filled[column] || rows.Cell(column).IsEmpty)
                continue;
            _filled[column] = true;
            _stillEmpty--;
        }
    }

    // The first row of each was counted when it was examined.
    private void LetGo()
    {
        foreach (var known in _memory.All)
        {
            foreach (var note in known.Notes)
                _counted.Add(note.Check, known.First, known.Rows - 1, note.Says, note.Column);
        }
        _memory.Clear();
    }

    /// <summary>Notes the fault of a row that is passed over anyway.</summary>
    public void PassedOver(CsvRows rows, RowFault? fault)
    {
        if (fault is not null)
            _counted.Add(fault.Check, rows.Row, $"{fault.Says}; the row is not used", fault.Column);
    }

    /// <summary>Notes that a figure is of an area at a time when its code was not in use.</summary>
    public void NotLive(CsvRows rows) =>
        _counted.Add(Check.AreaNotLive, rows.Row, "the area's code was not in use in the row's period", "new_la_code");

    /// <summary>Says what was counted.</summary>
    public void Finish()
    {
        LetGo();
        var findings = _reading.Findings;
        var blank = _reading.Rows.Skipped.GetValueOrDefault("blank row");
        if (blank > 0)
            findings.Add(Check.RowBlank.Found(blank == 1 ? "1 row is blank." : $"{blank} rows are blank."));
        if (_reading.Rows.Skipped.GetValueOrDefault("repeats an earlier row") is > 0 and var repeated)
            findings.Add(
                Check.RowRepeated.Found(
                    repeated == 1 ? "1 row repeats an earlier one." : $"{repeated} rows repeat earlier ones."
                )
            );
        var empty = _columns
            .Where(c => c.Counts.IsEmpty)
            .Select(c => c.Column)
            .Concat(_identity.Where(c => !_filled[c]))
            .Order()
            .Select(c => _header.Names[c])
            .Where(name => name.Length > 0)
            .ToList();
        if (empty.Count > 0 && _seen > 1)
            findings.Add(
                Check.ColumnEmpty.Found(
                    $"{(empty.Count == 1 ? "1 column is" : $"{empty.Count} columns are")} empty: "
                        + $"{FeedReader.Listed(empty)}."
                )
            );
        foreach (var (_, counts) in _columns)
            counts.Finish(_counted);
        _names.Finish(findings);
        _times.Finish(findings);
        _counted.Finish(findings);
    }

    private static void Spelling(string word, string known, string column, List<RowFault> notes)
    {
        if (word != known)
            notes.Add(new(Check.WordSpelling, "the word is capitalised differently from the format", column));
    }
}
