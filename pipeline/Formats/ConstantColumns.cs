using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// The columns with one and the same word in every row, such as a topic or "State-funded schools": they divide nothing,
/// so no total over them is needed. Whether a column is one is only known at the end. Until another word appears in it,
/// its figures count; after that, those that relied on it do not. A word or a column known to name a part is never
/// taken so. In a breakdown, only a word known to name a whole is.
/// </summary>
/// <param name="areTopics">Whether the columns name what a file is about, and divide nothing.</param>
internal sealed partial class ConstantColumns(
    CsvRows rows,
    FileReading reading,
    IEnumerable<int> columns,
    bool areTopics = false
)
{
    private readonly Dictionary<int, byte[]> _constant = [];
    private readonly HashSet<int> _relied = [];
    private readonly Dictionary<(SeriesId Id, Period Period), long> _figures = [];
    private readonly List<(SeriesId Id, Period Period, long Row, int Column)> _lost = [];
    private readonly List<int> _undecided = [.. columns];
    private long _rows;

    /// <summary>What is forgotten beside the figures when a column turns out not to be one.</summary>
    public Action Forget { get; init; } = static () => { };

    /// <summary>Looks at a row, before it is decided whether the row counts.</summary>
    public void Look()
    {
        if (_undecided.Count > 0)
            Begin();
        foreach (var (column, word) in _constant)
        {
            var cell = rows.AsPublished(column);
            if (
                !cell.SequenceEqual(word)
                && WordKey.Of(cell) is var other
                && other != WordKey.Of(word)
                && !(areTopics && other.Length == 0)
            )
                GiveUp(column);
        }
    }

    // A row may leave the topic out.
    private void Begin()
    {
        var begin = _undecided.FindAll(c => !areTopics || rows.Text(c).Length > 0);
        foreach (var column in begin.Where(MayBeWhole))
            _constant.Add(column, rows.AsPublished(column).ToArray());
        _undecided.RemoveAll(begin.Contains);
    }

    /// <summary>Whether a column has had one word in all rows so far, so that the present row counts.</summary>
    public bool Holds(int column) => _constant.ContainsKey(column) && (_relied.Contains(column) || _relied.Add(column));

    /// <summary>Notes figures of the present row, which was accepted, that count only because a column holds.</summary>
    /// <param name="isAll">Whether it gives no others.</param>
    public void Rely(IEnumerable<(SeriesId Id, Period Period)> figures, bool isAll = true)
    {
        foreach (var figure in figures)
            _figures.TryAdd(figure, rows.Row);
        _rows += isAll ? 1 : 0;
    }

    /// <summary>Says which columns were taken so.</summary>
    public void Finish()
    {
        foreach (var column in _relied.Order())
            reading.Findings.Add(
                Check.ColumnConstant.Found(
                    "Every row has the same word in this column, so it is not treated as a breakdown.",
                    null,
                    rows.NameOf(column)
                )
            );
        foreach (var (id, period, row, column) in _lost)
        {
            if (reading.Series.Has(id.Indicator) && !reading.Series.HasFigure(id.Indicator, id.Area, period))
                reading.Counted.Add(
                    Check.WordNotAlone,
                    row,
                    "the figure is not used, because a later row has another word in this column, so it may be of a "
                        + "part only",
                    rows.NameOf(column)
                );
        }
    }

    // Every figure that relied on a column is of the word that is now seen to be one of several.
    private void GiveUp(int column)
    {
        _constant.Remove(column);
        if (!_relied.Remove(column))
            return;
        foreach (var ((id, period), row) in _figures)
        {
            reading.Series.Remove(id, period);
            _lost.Add((id, period, row, column));
        }
        reading.Rows.SkipAccepted("breakdown", _rows);
        _figures.Clear();
        _rows = 0;
        Forget();
    }

    private bool MayBeWhole(int column)
    {
        var word = rows.Text(column);
        return word.Any(char.IsLetter) && (ExtraBreakdowns.IsBeside(rows.NameOf(column)) || IsWhole(word, column));
    }

    private bool IsWhole(string word, int column) =>
        !OfAPart().IsMatch(word)
        && (areTopics || (OfAWhole().IsMatch(word) && !DividesPeople().IsMatch(rows.NameOf(column))));

    [GeneratedRegex(
        @"^(all|total)$|^(all|total)[ -]+(\(?(state[- ]funded|maintained)\)? ?)?\(?(pupils|children|schools?|"
            + @"school types|young people|people|persons|ages|sexes|genders|phases|types|characteristics|groups|"
            + @"areas)?\)?$|^(all )?state[- ]funded( schools)?( \(.*\))?$|"
            + @"^(england|united kingdom|national|headline|provisional|revised|final|"
            + @"per ?cent(age)?|rate|annual|academic year|financial year|calendar year)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex OfAWhole();

    [GeneratedRegex(
        @"\b(pru|prus|pupil referral|alternative provision|special|independent|primary|secondary|nursery|infant|junior|"
            + @"academ(y|ies)|free schools?|grammar|selective|faith|sixth|autumn|spring|summer|term|half|quarter|month|"
            + @"boys?|girls?|males?|females?|men|women|disadvantaged|eligible|fsm|sen|send|ehcp?|plan|support|"
            + @"looked after|cla|cin|cpp|unaccompanied|asylum|white|black|asian|mixed|chinese|minority|english|welsh|"
            + @"physical|sexual|emotional|neglect|decile|quintile|most|least|deprived|urban|rural|aged?|under|over|"
            + @"years?|lone|parents?|part|other|unknown|not|non|without|only)\b|[0-9]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex OfAPart();

    [GeneratedRegex(
        "sex|gender|age|ethnic|race|sen|need|disab|fsm|free_?school_?meal|disadvantage|language|religion|faith|"
            + "nationality|term|month|quarter|decile|quintile|phase|reason|level|grade|subject|placement",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000
    )]
    private static partial Regex DividesPeople();
}
