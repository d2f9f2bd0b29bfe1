using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Charts;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The first screen: the scorecard, and all indicators in a line each.</summary>
internal static class OverviewSection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var card = Scorecard.Of(snapshot);
        var lines = ReportLine.WithFigures(snapshot);
        return new(
            "overview",
            card.Headline,
            [
                new PageText(card.ComparedWith, "meta"),
                new PageCounts(card.Counts),
                new PageText(
                    string.Join(' ', new[] { card.Certainty, card.LeftOut, card.News }.OfType<string>()),
                    "meta"
                ),
                new PagePair([
                    List("What needs attention", card.NeedsAttention, card.NothingWorse),
                    List("What is going well", card.GoesWell, card.NothingBetter),
                ]),
                new PageText(card.Rule, "meta"),
                new PageHeading(3, "All indicators at a glance", "glance"),
                Glance(lines, snapshot.Area.Name),
                new PageText((lines.Any(l => l.Place.Rank is not null) ? Spines : "") + Same, "meta"),
            ]
        );
    }

    private const string Spines =
        "● the area: blue if in the best quarter of authorities, red if in the worst, white in between. The darker "
        + "band is "
        + "the middle half of authorities; the line in it is the median. ▲ the average of similar councils. ";

    private static readonly string Same = Scorewords.Legend("the summary");

    private static PageHeadedList List(string heading, IReadOnlyList<ScoreLine> lines, string none) =>
        new(heading, lines.Count == 0 ? [none] : [.. lines.Select(l => PageCell.To(l.Line) with { Small = l.Words })]);

    // The place in England is shown only where some figure has one.
    private static PageTable Glance(IReadOnlyList<ReportLine> lines, string area)
    {
        var isRanked = lines.Any(l => l.Place.Rank is not null);
        return new(
            "All indicators at a glance, by priority",
            [
                new("Indicator"),
                new(area, IsNumber: true),
                new("Change"),
                new("England", IsNumber: true),
                new("Similar councils", IsNumber: true),
                .. isRanked ? Place : [],
            ],
            [
                .. IndicatorsSection
                    .Groups(lines)
                    .Select(g => new PageGroup(
                        g.Key,
                        [.. g.Select(l => new PageRow([.. Cells(l), .. isRanked ? Standing(l) : []]))]
                    )),
            ]
        )
        {
            Id = "at-a-glance",
        };
    }

    private static readonly PageColumn[] Place = [new("Worst in England to best"), new("Rank", IsNumber: true)];

    private static PageCell[] Standing(ReportLine line) =>
        [
            SpineChart.Draw(line) is { } spine ? new PageCell("") { Drawing = spine } : new PageCell("not ranked"),
            new(line.Place.Rank is { } rank ? $"{rank.Rank} of {rank.Of}" : "–"),
        ];

    private static PageCell[] Cells(ReportLine line)
    {
        var place = line.Place;
        return
        [
            PageCell.To(line) with
            {
                Small = Subject(line),
            },
            Figure(line, place.Local?.Value) with
            {
                IsStrong = true,
            },
            Movement(line),
            Figure(line, place.National?.Value) with
            {
                Small = place.National?.Value is null
                    ? null
                    : Against(place, place.VersusNational, place.National.Period),
                Tone = place.National is null ? null : PlaceText.Tone(place.VersusNational),
            },
            Figure(line, place.Neighbours?.Shown) with
            {
                Small = place.Neighbours?.Shown is null
                    ? null
                    : Against(place, place.VersusNeighbours, place.Neighbours.Period),
                Tone = place.Neighbours?.Shown is null ? null : PlaceText.Tone(place.VersusNeighbours),
            },
        ];
    }

    // It stands below the other's figure, so it says whose result it is.
    private static string Against(SnapshotPlace place, Verdict verdict, string? period) =>
        (verdict is Verdict.Exceeds or Verdict.InLine or Verdict.DoesNotMeet ? "council is " : "")
        + Scorewords.Of(verdict)
        + PlaceText.Elsewhen(place, period);

    private static string Subject(ReportLine line) =>
        string.Join(
            " · ",
            new[]
            {
                PlaceText.Period(line.Place.Local?.Period, line.Place.Local?.Status),
                FigureText.UnitInHeading(line.Row.Unit),
                PlaceText.Return(line.Row, line.Place),
            }.Where(t => t.Length > 0)
        );

    private static PageCell Figure(ReportLine line, decimal? value) =>
        new(value is { } v ? FigureText.OnAxis(v, line.Decimals, line.Row.Unit) : "–");

    private static PageCell Movement(ReportLine line)
    {
        var place = line.Place;
        if (line.Movement is not { } direction || place.Previous is not { Value: { } was } previous)
            return new("–");
        return new(Scorewords.Of(direction))
        {
            Mark =
                direction == Direction.NoChange ? "="
                : place.Change > 0 ? "↑"
                : "↓",
            Tone = direction switch
            {
                Direction.Improving => "good",
                Direction.Declining => "bad",
                _ => "even",
            },
            Small = $"was {FigureText.OnAxis(was, line.Decimals, line.Row.Unit)} ({ChartText.Tick(previous.Period)})",
        };
    }
}

/// <summary>The counts of the scorecard, as cards.</summary>
internal sealed record PageCounts(IReadOnlyList<ScoreCount> Counts) : PageBlock;

/// <summary>A list under a heading of its own.</summary>
internal sealed record PageHeadedList(string Heading, IReadOnlyList<PageCell> Items) : PageBlock
{
    /// <summary>The list as html.</summary>
    public Fluid.Values.FluidValue Content => new PageContent([new PageList(Items)]);
}
