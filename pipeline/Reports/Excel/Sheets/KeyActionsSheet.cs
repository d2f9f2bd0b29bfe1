using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The plan's key actions and how they stand.</summary>
internal static class KeyActionsSheet
{
    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Key actions",
            "Key actions and how they stand",
            [
                $"This worksheet contains one table. Completed {snapshot.Actions?.Completed ?? 0}, on schedule "
                    + $"{snapshot.Actions?.OnSchedule ?? 0}, behind schedule {snapshot.Actions?.Behind ?? 0}.",
            ],
            snapshot.Actions?.Note ?? "This report has no list of key actions."
        ).Table(
            snapshot.Actions?.Items ?? [],
            new Column<SnapshotAction>("Reference", 13, a => Cell.Words(a.Reference)),
            new("Priority", 24, a => Cell.Words(a.Priority)),
            new("Action", 60, a => Cell.Words(a.Action)),
            new("Lead", 28, a => Cell.Words(a.Lead, "not stated")),
            new("Status", 18, a => Cell.Words(a.Status.Word())),
            new("Note", 40, a => Cell.Words(a.Note))
        );
}
