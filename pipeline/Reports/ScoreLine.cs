using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>One of the lines that need attention, or go well.</summary>
/// <param name="Score">How pressing it is: its place in the national ranking in per cent, and what is added to
/// it.</param>
internal sealed record ScoreLine(ReportLine Line, decimal Score)
{
    // A figure without a rank stands in the middle.
    private const decimal Unranked = 50;
    private const decimal BeyondChanceAt998 = 20;
    private const decimal BeyondChance = 10;
    private const decimal Moving = 20;

    /// <summary>The lines of a verdict, without those whose difference may be chance, the most pressing
    /// first.</summary>
    /// <param name="verdict">Worse than England, or better.</param>
    public static IReadOnlyList<ScoreLine> First(IEnumerable<ReportLine> lines, Verdict verdict, int most) =>
        [
            .. lines
                .Where(l => l.Place.VersusNational == verdict)
                .Where(l => l.Place.Significance?.National != TestOutcome.Similar)
                .Select(l => new ScoreLine(l, ScoreOf(l, verdict == Verdict.Exceeds)))
                .OrderByDescending(l => l.Score)
                .Take(most),
        ];

    /// <summary>The figures, such as "27.9%, was 24.9% (2023/24); England 24.5%".</summary>
    public string Figures =>
        Line.Figure(Line.Place.Local?.Value)
        + (Line.Place.Previous is { Value: { } was } ? $", was {Bare(was)}" : "")
        + (Line.Place.National?.Value is { } england ? $"; England {Bare(england)}" : "");

    // The unit is said once.
    private string Bare(decimal value) => FigureText.OnAxis(value, Line.Decimals, Line.Row.Unit);

    /// <summary>The rank, such as "119 of 152"; empty where there is none.</summary>
    public string Rank => Line.Place.Rank is { } rank ? $"{rank.Rank} of {rank.Of}" : "";

    /// <summary>Everything in a sentence.</summary>
    public string Words =>
        $"{Figures}{(Contrary is { } contrary ? $"; {contrary}" : "")}.{(Rank.Length > 0 ? $" Rank {Rank}." : "")}";

    /// <summary>How the figure moves, where it is good and gets worse, or bad and improves; null otherwise.</summary>
    public string? Contrary =>
        (Line.Place.VersusNational, Line.Movement) switch
        {
            (Verdict.Exceeds, Direction.Declining) => "getting worse",
            (Verdict.DoesNotMeet, Direction.Improving) => "improving",
            _ => null,
        };

    private static decimal ScoreOf(ReportLine line, bool isGood)
    {
        var place = line.Place;
        var down = place.Rank is { Of: > 1 } rank ? 100m * (rank.Rank - 1) / (rank.Of - 1) : Unranked;
        return (isGood ? 100 - down : down)
            + place.Significance switch
            {
                { NationalAt998: not (null or TestOutcome.Similar) } => BeyondChanceAt998,
                { National: not (null or TestOutcome.Similar) } => BeyondChance,
                _ => 0,
            }
            + (line.Outlook is null ? 0 : Moving);
    }
}
