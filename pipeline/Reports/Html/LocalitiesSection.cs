using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The districts of the area, indicator by indicator, where a release carries them.</summary>
internal static class LocalitiesSection
{
    /// <summary>The section; null where no release carries districts.</summary>
    public static PageSection? Create(Snapshot snapshot)
    {
        var lines = ReportLine
            .WithFigures(snapshot)
            .Where(l => l.Row.Localities.Count > 0)
            .DistinctBy(l => l.Row.Indicator)
            .ToList();
        return lines.Count == 0
            ? null
            : new(
                "localities",
                $"Districts of {snapshot.Area.Name}",
                [
                    new PageText(
                        "Each district is compared with England and with the whole area, and ranked among the "
                            + "districts that have a figure of the latest period."
                    ),
                    .. lines.SelectMany(Blocks),
                ]
            );
    }

    private static IEnumerable<PageBlock> Blocks(ReportLine line)
    {
        yield return new PageHeading(3, line.Row.Name);
        if (RankedBars.DrawDistricts(line) is { } bars)
            yield return bars;
        yield return new PageDetails("The figures of the districts", [Table(line), .. Notes(line.Row)]);
    }

    private static PageTable Table(ReportLine line) =>
        PageTable.Create(
            $"{line.Row.Name}: districts",
            [
                new("District"),
                new("Figure", IsNumber: true),
                new("Change"),
                new("Compared with England"),
                new("Compared with the whole area"),
                new("Rank (1 is the best)", IsNumber: true),
            ],
            line.Row.Localities.Select(l => Row(line with { Place = l, Number = 1, Area = l.Name }, l))
        );

    // A note is said once, with those whom it is about.
    private static IEnumerable<PageBlock> Notes(SnapshotRow row)
    {
        var notes = row
            .Localities.SelectMany(l => l.Notes.Select(note => (note, l.Name)))
            .GroupBy(n => n.note, n => n.Name)
            .Select(g => $"{(g.Count() == row.Localities.Count ? "Every district" : string.Join(", ", g))}: {g.Key}")
            .ToList();
        return notes.Count == 0 ? [] : [PageList.From(notes)];
    }

    private static PageRow Row(ReportLine line, SnapshotPart district) =>
        new(
            district.Name,
            new PageCell(
                line.Figure(district.Local?.Value),
                PlaceText.Period(district.Local?.Period, district.Local?.Status)
            ),
            line.Change,
            PageCell.Of(district.VersusNational),
            PageCell.Of(
                district.Comparators.FirstOrDefault(c => c.Id == Comparator.County)?.Versus ?? Verdict.NoComparison
            ),
            district.Rank is { } rank ? $"{rank.Rank} of {rank.Of}" : "not ranked"
        );
}
