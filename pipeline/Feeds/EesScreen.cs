using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>
/// Looks at every row of a file in the Explore Education Statistics format, used or not, by the rules of its publisher's own
/// screener. A fault of a row that is used rejects it; all else is counted and told once.
/// </summary>
internal sealed class EesScreen
{
    private readonly Header _header;
    private readonly Reading _reading;
    private readonly CountedFindings _counted = new();
    private readonly EesTimes _times = new();
    private readonly EesPlaces _places;
    private readonly EesPlaceNames _names;
    private readonly (int Column, EesColumnCounts Counts)[] _columns;
    private readonly int _time, _identifier, _level;
    private long _seen;

    public EesScreen(Header header, EesPlaces places, IReadOnlySet<int> figures, Reading reading)
    {
        (_header, _places, _reading) = (header, places, reading);
        (_time, _identifier, _level) = (header.IndexOf("time_period"), header.IndexOf("time_identifier"), header.IndexOf("geographic_level"));
        _names = new(header, reading.Reference.Areas, _counted);
        _columns = [.. header.Names.Index().Select(n => (n.Index, new EesColumnCounts(n.Item, figures.Contains(n.Index))))];
        EesFileName.Screen(reading, isMeta: false);
        EesHeader.Screen(header, reading.Findings);
    }

    /// <summary>Looks at a row; null where it has no fault.</summary>
    public RowFault? Fault(CsvRows rows, EesLevel? level)
    {
        _seen++;
        foreach (var (column, counts) in _columns)
            counts.Take(rows.Cell(column), rows.Row);
        var (identifier, word) = (rows.Text(_identifier), rows.Text(_level));
        if (level is null)
            return new(Check.LevelUnknown, "the geographic level is not one of the format's", "geographic_level");
        Spelling(rows.Row, word, level.Name, "geographic_level");
        _names.Take(rows, level);
        if (_times.Fault(identifier, rows.Text(_time)) is { } fault)
            return fault;
        if (Periods.EesTimeIdentifier.TryFind(identifier, out var name, out _))
            Spelling(rows.Row, identifier, name, "time_identifier");
        return _places.Fault(rows, level);
    }

    /// <summary>Notes the fault of a row that is passed over anyway.</summary>
    public void PassedOver(CsvRows rows, RowFault? fault)
    {
        if (fault is not null)
            _counted.Add(fault.Check, rows.Row, $"{fault.Says}; the row is not used", fault.Column);
    }

    /// <summary>Notes that a figure is of an area at a time when its code was not in use.</summary>
    public void NotLive(CsvRows rows) => _counted.Add(Check.AreaNotLive, rows.Row, "the area's code was not in use in the row's period", "new_la_code");

    /// <summary>Says what was counted.</summary>
    public void Finish()
    {
        var findings = _reading.Findings;
        var blank = _reading.Rows.Skipped.GetValueOrDefault("blank row");
        if (blank > 0)
            findings.Add(Check.RowBlank.Found(blank == 1 ? "1 row is blank." : $"{blank} rows are blank."));
        if (_reading.Rows.Skipped.GetValueOrDefault("repeats an earlier row") is > 0 and var repeated)
            findings.Add(Check.RowRepeated.Found(repeated == 1 ? "1 row repeats an earlier one." : $"{repeated} rows repeat earlier ones."));
        var empty = _columns.Where(c => c.Counts.IsEmpty).Select(c => _header.Names[c.Column]).Where(name => name.Length > 0).ToList();
        if (empty.Count > 0 && _seen > 1)
            findings.Add(Check.ColumnEmpty.Found($"{(empty.Count == 1 ? "1 column is" : $"{empty.Count} columns are")} empty: {FeedReader.Listed(empty)}."));
        foreach (var (column, counts) in _columns)
        {
            if (!EesLevel.Identity.Contains(_header.Names[column]))
                counts.Finish(_counted);
        }
        _names.Finish(findings);
        _times.Finish(findings);
        _counted.Finish(findings);
    }

    private void Spelling(long row, string word, string known, string column)
    {
        if (word != known)
            _counted.Add(Check.WordSpelling, row, "the word is written with other capitals than the format has", column);
    }
}
