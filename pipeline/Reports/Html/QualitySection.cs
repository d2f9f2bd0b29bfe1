using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>How good the data is: what was found in the files, how many neighbours have a figure, what could not be
/// compared, and where periods differ.</summary>
internal static class QualitySection
{
    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot)
    {
        var lines = ReportLine.WithFigures(snapshot);
        return new(
            "quality",
            "Data quality",
            [
                .. Findings(snapshot),
                .. Coverage(snapshot, lines),
                .. Uncompared(ReportLine.All(snapshot)),
                .. OtherPeriods(lines),
            ]
        );
    }

    private static IEnumerable<PageBlock> Findings(Snapshot snapshot)
    {
        yield return new PageHeading(3, "What was found in the files");
        if (snapshot.Findings.Count == 0)
        {
            yield return new PageText("The checks found nothing to report in the files behind this comparison.");
            yield break;
        }
        yield return PageTable.Create(
            "Findings of the checks",
            [
                new("File"),
                new("Check"),
                new("How much it matters"),
                new("How often", IsNumber: true),
                new("What to do"),
            ],
            snapshot.Findings.Select(f => new PageRow(
                f.File,
                f.Code,
                f.Severity,
                $"{f.Count}",
                Check.Find(f.Code)?.Guidance ?? "See the findings of the release."
            ))
        );
    }

    private static IEnumerable<PageBlock> Coverage(Snapshot snapshot, IReadOnlyList<ReportLine> lines)
    {
        if (snapshot.NeighbourSet is not { } set)
            yield break;
        var names = set.Members.DistinctBy(m => m.Code).ToDictionary(m => m.Code, m => m.Name);
        var partial = lines.Where(l => l.Place.Neighbours is { } n && n.N < n.Of).ToList();
        var whole = lines.Count(l => l.Place.Neighbours is { Of: > 0 } n && n.N == n.Of);
        yield return new PageHeading(3, "How many similar councils have a figure");
        yield return new PageText($"For {whole} of {lines.Count} figures, every similar council has one too.");
        if (partial.Count > 0)
            yield return PageTable.Create(
                "Figures without all similar councils",
                [new("Indicator"), new("Similar councils with a figure"), new("Similar councils without")],
                partial.Select(l => new PageRow(
                    PageCell.To(l),
                    Having(l.Place.Neighbours!),
                    string.Join(", ", l.Place.Neighbours!.Missing.Select(code => names.GetValueOrDefault(code, code)))
                ))
            );
    }

    private static PageCell Having(SnapshotNeighbours n) =>
        new($"{n.N} of {n.Of}", n.IsBelowMinimum ? $"fewer than {n.Minimum}: read the average with care" : null);

    private static IEnumerable<PageBlock> Uncompared(IReadOnlyList<ReportLine> lines)
    {
        var without = lines.Where(l => l.Place.VersusNational == Verdict.NoComparison).ToList();
        yield return new PageHeading(3, "What could not be compared with England");
        yield return without.Count == 0
            ? new PageText("Every figure could be compared with England.")
            : new PageList([.. without.Select(l => Linked(l) with { Small = string.Join(" ", l.Place.Notes) })]);
    }

    // An indicator of several areas has no part of the page to lead to: each area has one.
    private static PageCell Linked(ReportLine line) => line.IsWhole ? new(line.Name) : PageCell.To(line);

    private static IEnumerable<PageBlock> OtherPeriods(IReadOnlyList<ReportLine> lines)
    {
        var other = lines.Select(l => PageCell.To(l) with { Small = Elsewhen(l) }).Where(c => c.Small != "").ToList();
        yield return new PageHeading(3, "Where the periods differ");
        yield return other.Count == 0
            ? new PageText("Every figure is compared with figures of the same period.")
            : new PageList(other);
    }

    private static string Elsewhen(ReportLine line)
    {
        var others = new[]
        {
            ("England", line.Place.National?.Period),
            ("similar councils", line.Place.Neighbours?.Period),
        }
            .Where(o => PlaceText.Elsewhen(line.Place, o.Item2) != "")
            .ToList();
        return line.Place.Local is not { } local || others.Count == 0
            ? ""
            : $"{line.Area} {local.Period}, {string.Join(", ", others.Select(o => $"{o.Item1} {o.Item2}"))}";
    }
}
