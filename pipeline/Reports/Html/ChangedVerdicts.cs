using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The verdicts that are different from the earlier report, with the figures behind each.</summary>
internal static class ChangedVerdicts
{
    /// <summary>The heading and the table, or a sentence where none turned.</summary>
    /// <param name="then">The day of the earlier report.</param>
    public static IEnumerable<PageBlock> Blocks(IReadOnlyList<ChangedLine> lines, string then)
    {
        var rows = lines.Where(l => l.Difference.Flipped).SelectMany(Rows).ToList();
        yield return new PageHeading(3, "Results that changed");
        yield return rows.Count == 0
            ? new PageText($"No result has changed since {then}.")
            : PageTable.Create(
                $"Results that changed since {then}",
                [new("Indicator"), new("Compared with"), new(then), new("Now")],
                rows
            );
    }

    private static IEnumerable<PageRow> Rows(ChangedLine line)
    {
        var d = line.Difference;
        if (d is { VersusNationalWas: { } was, VersusNationalNow: { } now } && was != now)
            yield return new(
                line.Link,
                "England",
                Cell(line, was, d.LocalWas, d.NationalWas),
                Cell(line, now, d.LocalNow, d.NationalNow)
            );
        if (d is { VersusNeighboursWas: { } before, VersusNeighboursNow: { } after } && before != after)
            yield return new(
                line.Link,
                "similar councils’ average",
                Cell(line, before, d.LocalWas, d.NeighboursWas),
                Cell(line, after, d.LocalNow, d.NeighboursNow)
            );
    }

    private static PageCell Cell(ChangedLine line, Verdict verdict, DatedFigure? local, DatedFigure? other) =>
        PageCell.Of(verdict) with
        {
            Small = Figures(line, local, other),
        };

    private static string Figures(ChangedLine line, DatedFigure? local, DatedFigure? other)
    {
        if (line.Line is not { } l || local is null || other is null)
            return $"{line.Dated(local).Text} against {line.Dated(other).Text}";
        var (one, two) = l.Pair(local.Value, other.Value);
        return local.Period == other.Period
            ? $"{one} against {two} ({local.Period})"
            : $"{one} ({local.Period}) against {two} ({other.Period})";
    }
}
