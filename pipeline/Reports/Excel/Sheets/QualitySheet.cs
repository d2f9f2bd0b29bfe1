using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What the checks found in the files behind the comparison.</summary>
internal static class QualitySheet
{
    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Data quality",
            "What the checks found in the files behind this comparison",
            ["This worksheet contains one table. A row with an error was not used; a row with a warning was."],
            "The checks found nothing in the files behind this comparison."
        ).Table(
            snapshot.Findings,
            new Column<SnapshotFinding>("File", 52, f => f.File),
            new("Check", 32, f => f.Code),
            new("Severity", 13, f => f.Severity),
            new("How often", 12, f => f.Count),
            new("What can be done", 80, f => Cell.Words(Check.Find(f.Code)?.Guidance, "not stated"))
        );
}
