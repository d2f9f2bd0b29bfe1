using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>
/// The first page of every form of the report: how the area is doing in a sentence and four counts, what needs
/// attention and what is going well. The counts are those of the summary, in plainer words: better is "exceeds",
/// similar is "in line" and worse is "does not meet".
/// </summary>
internal sealed class Scorecard
{
    /// <summary>How many lines need attention, and go well, at most.</summary>
    public const int Most = 6;

    private readonly Snapshot _snapshot;
    private readonly CountedRows _rows;

    private Scorecard(Snapshot snapshot)
    {
        _snapshot = snapshot;
        _rows = new(snapshot.Rows, r => r.VersusNational);
        var counted = _rows.Counted.ToHashSet();
        var lines = ReportLine.WithFigures(snapshot).Where(l => counted.Contains(l.Row)).ToList();
        Lines = lines;
        NeedsAttention = ScoreLine.First(lines, Verdict.DoesNotMeet, Most);
        GoesWell = ScoreLine.First(lines, Verdict.Exceeds, Most);
        Counts =
        [
            new(Having(Verdict.Exceeds), "better than England", "good"),
            new(Having(Verdict.InLine), "similar to England", "even"),
            new(Having(Verdict.DoesNotMeet), "worse than England", "bad"),
            new(lines.Where(IsGettingWorse).DistinctBy(l => l.Row).Count(), "worse and getting worse", "bad"),
        ];
    }

    /// <summary>The scorecard of a snapshot.</summary>
    public static Scorecard Of(Snapshot snapshot) => new(snapshot);

    /// <summary>The rule that orders the lines, in words.</summary>
    public string Rule =>
        "Each list has up to six of the indicators counted above"
        + (Lines.Any(l => l.Place.Rank is not null) ? ", in order of their place in the national ranking" : "")
        + "."
        + (
            Tests.Any(t => t.Exists(o => o is not null))
                ? " An indicator moves up if its difference from England is more than chance. It also moves up"
                : " An indicator moves up"
        )
        + " if it needs attention and is getting worse, or is going well and getting better."
        + (
            Tests.Any(t => t.Contains(TestOutcome.Similar))
                ? " Differences that may be due to chance are left out."
                : ""
        );

    /// <summary>What is said where nothing needs attention.</summary>
    public string NothingWorse => Nothing("worse");

    /// <summary>What is said where nothing goes well.</summary>
    public string NothingBetter => Nothing("better");

    private string Nothing(string than) =>
        _snapshot.Summary.WithComparison == 0
            ? "Nothing can be compared with England yet."
            : $"Nothing is {than} than England by more than chance.";

    /// <summary>How the area is doing, in a sentence.</summary>
    public string Headline => Sentence(_snapshot.Area.Name, "England", _snapshot.Summary);

    /// <summary>Counts of verdicts in a sentence.</summary>
    /// <param name="against">What is compared with.</param>
    public static string Sentence(string area, string against, SnapshotSummary summary)
    {
        (int Count, string Words)[] parts =
        [
            (summary.Exceeds, "better than"),
            (summary.DoesNotMeet, "worse than"),
            (summary.InLine, "similar to"),
        ];
        var some = parts.Where(p => p.Count > 0).ToList();
        if (some.Count == 0)
            return $"No indicator says yet whether {area} does better or worse than {against}";
        var words = some.Select(
            (p, i) =>
                i == 0
                    ? $"{p.Words} {against} on {NumberWords.For(p.Count)} of "
                        + Plural(summary.WithComparison, "indicator")
                    : $"{p.Words.Split(' ')[0]} on {NumberWords.For(p.Count)}"
        );
        return $"{area} is {Listed([.. words])}";
    }

    /// <summary>The counts: better, similar, worse, and worse and getting worse.</summary>
    public IReadOnlyList<ScoreCount> Counts { get; }

    /// <summary>How sure the counts are: how many of the differences are more than chance; null where nothing is
    /// compared.</summary>
    public string? Certainty
    {
        get
        {
            var tests = Tests.ToList();
            if (tests.Count == 0)
                return null;
            var untested = tests.Count(t => t.Contains(null));
            var differing = tests.Count(t => t.TrueForAll(o => o is not (null or TestOutcome.Similar)));
            return tests.Count == untested
                ? "Whether the differences are more than chance could not be tested."
                : $"Of the {Plural(tests.Count, "difference")}, {NumberWords.For(differing)} "
                    + $"{(differing == 1 ? "is" : "are")} more than chance"
                    + (untested > 0 ? $"; {NumberWords.For(untested)} could not be tested." : ".");
        }
    }

    // Of each difference, what the test of significance says of each of its places.
    private IEnumerable<List<TestOutcome?>> Tests =>
        _rows
            .Counted.Where(r => r.VersusNational is Verdict.Exceeds or Verdict.DoesNotMeet)
            .Select(r => Places(r).Select(p => p.Significance?.National).ToList());

    /// <summary>What the counts leave out, and why, in a sentence; null where they leave out nothing.</summary>
    public string? LeftOut
    {
        get
        {
            var without = _snapshot.Rows.Except(_rows.Comparable).ToList();
            bool HasFigure(SnapshotRow row) => Places(row).Any(p => p.Local?.Value is not null);
            bool IsAgainstNothing(SnapshotRow row) => HasFigure(row) && Places(row).All(p => p.National?.Value is null);
            (int Count, string One, string Several)[] parts =
            [
                (without.Count(r => !HasFigure(r)), "has no figure", "have no figure"),
                (
                    without.Count(IsAgainstNothing),
                    "has no usable figure for England",
                    "have no usable figure for England"
                ),
                (without.Count(r => HasFigure(r) && !IsAgainstNothing(r)), "cannot be compared", "cannot be compared"),
                (_rows.Older.Count, "has a newer figure for England alone", "have a newer figure for England alone"),
                (_rows.Alike.Count, "overlaps with one that is counted", "overlap with one that is counted"),
                (Having(Verdict.Mixed), "differs between its areas", "differ between their areas"),
                (Having(Verdict.NoJudgement), "has no better or worse", "have no better or worse"),
            ];
            var some = parts.Where(p => p.Count > 0).ToList();
            var all = some.Sum(p => p.Count);
            return some.Count == 0
                ? null
                : $"{Upper(Plural(all, "indicator"))} {(all == 1 ? "is" : "are")} not counted: "
                    + string.Join(
                        "; ",
                        some.Select(p => $"{NumberWords.For(p.Count)} {(p.Count == 1 ? p.One : p.Several)}")
                    )
                    + ".";
        }
    }

    /// <summary>With whom the area is compared, in a sentence.</summary>
    public string ComparedWith =>
        _snapshot.NeighbourSet is { Members: { Count: > 0 } members }
            ? $"Compared with England and with {NumberWords.For(members.Count)} similar "
                + $"{(members.Count == 1 ? "council" : "councils")}: {Listed([.. members.Select(m => m.Name)])}."
            : "Compared with England; no similar councils are known.";

    /// <summary>What is new since the report before, and what is overdue, in a sentence or two.</summary>
    public string News
    {
        get
        {
            var overdue = _snapshot.Due.Count(d => d.IsOverdue);
            var late =
                overdue == 0
                    ? ""
                    : $" {Upper(Plural(overdue, "figure"))} {(overdue == 1 ? "was" : "were")} overdue on "
                        + $"{PlaceText.Date(_snapshot.Compiled)}.";
            if (_snapshot.Since is not { } since)
                return "This is the first report, so there is nothing to compare it with." + late;
            var newer = since.Rows.Count(r => r.Local is FigureChange.NewFigure or FigureChange.FirstFigure);
            var turned = since.Rows.Count(r => r.Flipped);
            return $"Since the report as at {PlaceText.Date(since.AsAt)}, {Plural(newer, "figure")} "
                + $"{(newer == 1 ? "is" : "are")} new and {Plural(turned, "result")} {(turned == 1 ? "has" : "have")} "
                + $"changed.{late}";
        }
    }

    /// <summary>What needs attention, the most pressing first.</summary>
    public IReadOnlyList<ScoreLine> NeedsAttention { get; }

    /// <summary>What goes well, the best first.</summary>
    public IReadOnlyList<ScoreLine> GoesWell { get; }

    private int Having(Verdict verdict) => _rows.Counted.Count(r => r.VersusNational == verdict);

    /// <summary>The lines of the indicators that are counted, in their order.</summary>
    public IReadOnlyList<ReportLine> Lines { get; }

    private static bool IsGettingWorse(ReportLine line) =>
        line.Row.VersusNational == Verdict.DoesNotMeet && line.Outlook == Outlook.WorseAndGettingWorse;

    private static IEnumerable<SnapshotPlace> Places(SnapshotRow row) => row.Areas.Count == 0 ? [row] : row.Areas;

    private static string Plural(int count, string noun) =>
        $"{(count == 0 ? "no" : NumberWords.For(count))} {noun}{(count == 1 ? "" : "s")}";

    private static string Upper(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0]
        // Bournemouth, Christchurch and Poole is one council.
        : names.Any(n => n.Contains(',')) ? $"{string.Join("; ", names.SkipLast(1))}; and {names[^1]}"
        : WordList.And(names);
}

/// <summary>One of the counts.</summary>
/// <param name="Tone">"good", "bad" or "even".</param>
internal sealed record ScoreCount(int Number, string Words, string Tone);
