using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Which figures may still change, and which should have come.</summary>
internal static class CautionsSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        yield return Block.Subheading("Provisional and overdue figures");
        var provisional = ReportLine.All(snapshot).Where(l => l.Provisional.Any()).ToList();
        yield return Block.Numbered(
            provisional.Count == 0
                ? "No figure is known to be provisional."
                : "Provisional figures, which their publisher may revise:"
        );
        foreach (var line in provisional)
            yield return Block.Bullet(
                $"{line.Name}: {string.Join("; ", line.Provisional.Select(p => $"{p.Whose} ({p.Period})"))}"
            );
        var overdue = DueFigures.Overdue(snapshot.Due);
        yield return Block.Numbered(
            overdue.Count == 0
                ? $"No figure was overdue on {PlaceText.Date(snapshot.Compiled)}."
                : $"Overdue on {PlaceText.Date(snapshot.Compiled)}:"
        );
        foreach (var due in overdue)
            yield return Block.Bullet($"{due.Name}, {due.Next}: expected by {PlaceText.Date(due.Expected)}");
        if (DueFigures.Ended(snapshot.Due) is not { Count: > 0 } ended)
            yield break;
        yield return Block.Numbered(
            $"{DueText.Ended}. The {DueText.Whose("last figure", snapshot.Area.Name)} of each is:"
        );
        foreach (var due in ended)
            yield return Block.Bullet($"{due.Name}: {DueText.Last(due)}");
    }
}
