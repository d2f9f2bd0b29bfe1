using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>
/// The first page of every form of the report: how the area is doing in a sentence and four counts, what needs attention
/// and what is going well. The counts are those of the summary, in plainer words: better is "exceeds", similar is "in
/// line" and worse is "does not meet".
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

    /// <summary>How the rule that orders the lines is told.</summary>
    public const string Rule =
        "Figures come first that are far down the national ranking, differ by more than chance, or are getting worse. A "
        + "difference that may be chance is left out.";

    /// <summary>What is said where nothing needs attention.</summary>
    public const string NothingWorse = "Nothing is worse than England by more than chance.";

    /// <summary>What is said where nothing goes well.</summary>
    public const string NothingBetter = "Nothing is better than England by more than chance.";

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
            var tests = _rows
                .Counted.Where(r => r.VersusNational is Verdict.Exceeds or Verdict.DoesNotMeet)
                .Select(r => Places(r).Select(p => p.Significance?.National).ToList())
                .ToList();
            if (tests.Count == 0)
                return null;
            var untested = tests.Count(t => t.Contains(null));
            var differing = tests.Count(t => t.TrueForAll(o => o is not (null or TestOutcome.Similar)));
            return tests.Count == untested
                ? "Whether the differences are more than chance could not be tested: the publishers give no counts."
                : $"Of the {Plural(tests.Count, "difference")}, {NumberWords.For(differing)} "
                    + $"{(differing == 1 ? "is" : "are")} more than chance"
                    + (untested > 0 ? $" and {NumberWords.For(untested)} could not be tested." : ".");
        }
    }

    /// <summary>What the counts leave out, and why, in a sentence; null where they leave out nothing.</summary>
    public string? LeftOut
    {
        get
        {
            var without = _snapshot.Rows.Except(_rows.Comparable).ToList();
            bool HasFigure(SnapshotRow row) => Places(row).Any(p => p.Local?.Value is not null);
            bool IsAgainstNothing(SnapshotRow row) => HasFigure(row) && Places(row).All(p => p.National?.Value is null);
            (int Count, string Why)[] parts =
            [
                (without.Count(r => !HasFigure(r)), "no published figure"),
                (without.Count(IsAgainstNothing), "no figure for England that can be used"),
                (without.Count(r => HasFigure(r) && !IsAgainstNothing(r)), "figures that cannot be compared"),
                (_rows.Older.Count, "a newer figure for England only"),
                (_rows.Alike.Count, "a similar indicator that is counted"),
                (Having(Verdict.Mixed), "areas that differ from each other"),
                (Having(Verdict.NoJudgement), "no better or worse direction"),
            ];
            var some = parts.Where(p => p.Count > 0).ToList();
            return some.Count == 0
                ? null
                : $"Not in these counts: {Plural(some.Sum(p => p.Count), "indicator")} ("
                    + string.Join(", ", some.Select(p => $"{NumberWords.For(p.Count)} with {p.Why}"))
                    + ").";
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
                overdue == 0 ? "" : $" {Upper(Plural(overdue, "figure"))} {(overdue == 1 ? "is" : "are")} overdue.";
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

    private static bool IsGettingWorse(ReportLine line) =>
        line.Row.VersusNational == Verdict.DoesNotMeet && line.Place.Outlook == Outlook.WorseAndGettingWorse;

    private static IEnumerable<SnapshotPlace> Places(SnapshotRow row) => row.Areas.Count == 0 ? [row] : row.Areas;

    private static string Plural(int count, string noun) => $"{NumberWords.For(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Upper(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0]
        // Bournemouth, Christchurch and Poole is one council.
        : names.Any(n => n.Contains(',')) ? $"{string.Join("; ", names.SkipLast(1))}; and {names[^1]}"
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}

/// <summary>One of the counts.</summary>
/// <param name="Tone">"good", "bad" or "even".</param>
internal sealed record ScoreCount(int Number, string Words, string Tone);
