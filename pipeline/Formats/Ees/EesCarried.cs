using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Where and when a row is about, and how final it is, in the publisher's words.</summary>
internal readonly record struct EesRowSubject(Area Area, string Identifier, string Time, RevisionStatus? Status);

/// <summary>An indicator that a file carries, and the columns that it is read from.</summary>
internal sealed record EesCarried(Indicator Indicator, SeriesSource Source, int Rank)
{
    private sealed record Breakdown(int Column, IReadOnlyList<string> Accepted);

    private IReadOnlyList<Breakdown> Where { get; init; } = [];

    private YearType? Years { get; init; }

    // Where no word but those that are asked for counts.
    private IReadOnlyList<int> Populations { get; init; } = [];

    /// <summary>The columns of the figure, which is the first, and its counts.</summary>
    public IReadOnlyList<(ObservationPart Role, int Column)> Cells { get; private init; } = [];

    /// <summary>The share that the figure is; null where it has a column of its own.</summary>
    public EesShare? Share { get; private init; }

    /// <summary>The parts whose counts make the figure where no row is of all; null where there are none.</summary>
    public EesParts? Parts { get; private init; }

    /// <summary>Every column of figures.</summary>
    public IEnumerable<int> Figures => Cells.Select(c => c.Column).Concat(Share?.Columns ?? []);

    /// <summary>The columns of which one value is asked for.</summary>
    public IEnumerable<int> Asked => Where.Select(w => w.Column);

    /// <summary>Everything of the catalogue that a file carries.</summary>
    public static List<EesCarried> In(Header header, FileReading reading)
    {
        var found = new List<EesCarried>();
        foreach (var (indicator, source, rank) in reading.Reference.Catalogue.Carried(EesReader.Name))
        {
            // A newer edition may rename a column: the first source whose columns are there is the one that counts.
            if (
                !source.MayBeIn($"{reading.File}/{reading.InnerFile}")
                || !header.Has(source.Value)
                || (source.Minus is not null && !header.Has(source.Minus))
                || !source.Where.Keys.Concat(source.Plus).All(header.Has)
                || (source.OutOf is not null && !header.Has(source.OutOf))
                || found.Exists(m => m.Indicator.Id == indicator.Id)
            )
                continue;
            found.Add(
                new(indicator, source, rank)
                {
                    Cells =
                    [
                        .. source.Cells.Select(c => (c.Role, Column: header.IndexOf(c.Name))).Where(c => c.Column >= 0),
                    ],
                    Where = [.. source.Where.Select(w => new Breakdown(header.IndexOf(w.Key), w.Value))],
                    Years = YearType.Find(source.Years),
                    Populations =
                    [
                        .. Enumerable
                            .Range(0, header.Count)
                            .Where(c =>
                                EesBreakdowns.IsPopulation(header.Names[c])
                                && !source.Where.Keys.Any(k => header.IndexOf(k) == c)
                            ),
                    ],
                    Share = EesShare.Of(source, header),
                    Parts = EesParts.Of(source, header),
                }
            );
        }
        return found;
    }

    /// <summary>The indicators that only the file's name can tell apart, where it fits several; null for
    /// none.</summary>
    public static IReadOnlyList<EesCarried>? NamedAlike(IEnumerable<EesCarried> carried) =>
        carried
            .Where(c => c.Source.Named.Count > 0)
            .GroupBy(c => c.Cells[0].Column)
            .FirstOrDefault(g => g.Count() > 1)
            ?.ToList();

    /// <summary>Whether the present row is of all that the indicator is about.</summary>
    /// <param name="breakdowns">The columns whose cells name a part.</param>
    public bool Counts(CsvRows rows, List<int> breakdowns) => Counts(rows, breakdowns, []);

    /// <summary>Of which part of all the present row is; null for none.</summary>
    /// <param name="breakdowns">The columns whose cells name a part.</param>
    public EesPart? PartOf(CsvRows rows, List<int> breakdowns) =>
        // Most rows name more than the parts that are added up.
        Parts is not null
        && (breakdowns.Count <= Where.Count + Parts.Ways.Count || Source.Totals.Count > 0)
        && Parts.Find(rows, breakdowns) is { } part
        && Counts(rows, breakdowns, part.Columns)
            ? part
            : null;

    /// <summary>What the present row is a total of; null if it only says Total.</summary>
    /// <param name="named">The columns whose cells name a part or a total of something.</param>
    public Scope? ScopeOf(CsvRows rows, List<int> named)
    {
        var (words, apart, rank) = ((List<string>?)null, (List<string>?)null, 0);
        foreach (var column in named)
        {
            var asked = Where.FirstOrDefault(w => w.Column == column);
            if (asked is { Accepted: [_] } || asked?.Accepted.Contains(SeriesSource.Any) == true)
                continue;
            var known = asked?.Accepted ?? Source.Totals;
            var cell = WordKey.Unsorted(rows.Cell(column));
            var place = 0;
            while (place < known.Count && !WordKey.Same(cell, known[place]))
                place++;
            (words ??= []).Add(place < known.Count ? known[place] : WordKey.Of(cell));
            // Words that the catalogue names come before Total, in its order; all others come after it.
            if (place == known.Count && !CellKinds.IsEveryone(cell))
                (apart ??= []).Add(words[^1]);
            rank +=
                asked is not null ? place
                : place < known.Count ? place - known.Count
                : 1 + CellKinds.RankOfTotal(cell);
        }
        return words is null
            ? null
            : new(string.Join(", ", words), rank) { Apart = apart is null ? null : string.Join(", ", apart) };
    }

    /// <summary>Whether this figure belongs to another publication, some of whose columns the file also has, or to
    /// another file of the same publication, with the same columns.</summary>
    /// <param name="brought">The indicators that the file has figures of.</param>
    public bool IsOfAnotherFile(List<EesCarried> brought) =>
        brought.Count > 0
        && !brought.Contains(this)
        && (
            brought.TrueForAll(b => b.Source.Publication != Source.Publication)
            || brought.Exists(b =>
                b.Cells[0] == Cells[0] && b.Source.Publication == Source.Publication && b.Source.File != Source.File
            )
        );

    /// <summary>Whether a row is of a calendar year, and the indicator of school years: another publication's column
    /// may have the same name.</summary>
    public bool IsOfOtherYear(EesRowSubject of) =>
        Years is { Kind: PeriodKind.AcademicYear } && EesTimeIdentifier.IsCalendarYear(of.Identifier);

    /// <summary>Where a figure of the present row goes; null where its time is no period.</summary>
    public FigureCell? Cell(CsvRows rows, EesRowSubject of, Scope? scope) =>
        EesTimeIdentifier.TryParse(of.Identifier, of.Time, Years, out var period)
            ? new FigureCell(new(Indicator.Id, of.Area.Code) { Scope = scope }, period, ObservationPart.Value)
            {
                Source = Source.Name,
                Rank = Rank,
                Column = rows.NameOf(Cells[0].Column),
                Unit = Indicator.Unit,
                HasMinus = Source.Minus is not null,
                Beside = of.Status is null ? null : new ObservationDetails { RevisionStatus = of.Status },
            }
            : null;

    /// <summary>A part of the figure; the one that is taken away is traced to its own column.</summary>
    public static FigureCell CellOf(FigureCell figure, ObservationPart role, CsvRows rows, int column) =>
        role == ObservationPart.Minus
            ? figure with
            {
                Role = role,
                Column = rows.NameOf(column),
            }
            : figure with
            {
                Role = role,
            };

    // Most rows are of a part that no indicator asks for, and the number of breakdowns shows it.
    private bool Counts(CsvRows rows, List<int> breakdowns, IReadOnlyList<int> besides) =>
        (breakdowns.Count <= Where.Count + besides.Count || Source.Totals.Count > 0)
        && HasWords(rows)
        && AreAllowed(rows, breakdowns, besides);

    private bool HasWords(CsvRows rows) =>
        Where.All(w =>
            w.Accepted.Any(word =>
                word == SeriesSource.Any ? !EesBreakdowns.IsOfFew(rows.Text(w.Column)) : rows.Is(w.Column, word)
            )
        );

    private bool AreAllowed(CsvRows rows, List<int> breakdowns, IReadOnlyList<int> besides) =>
        breakdowns.TrueForAll(b =>
            besides.Contains(b)
            || Where.Any(w => w.Column == b)
            || (!Populations.Contains(b) && IsTotal(WordKey.Unsorted(rows.Cell(b))))
        );

    private bool IsTotal(ReadOnlySpan<byte> cell)
    {
        foreach (var total in Source.Totals)
        {
            if (WordKey.Same(cell, total))
                return true;
        }
        return false;
    }
}
