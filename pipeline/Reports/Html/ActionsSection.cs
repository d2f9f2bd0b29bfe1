using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The key actions by priority and status, with the report's sentence about them.</summary>
internal static class ActionsSection
{
    private static readonly (KeyActionStatus Status, string Title, string Mark, string Tone)[] Statuses =
    [
        (KeyActionStatus.Behind, "Behind schedule", "▼", "bad"),
        (KeyActionStatus.OnSchedule, "On schedule", "●", "even"),
        (KeyActionStatus.Completed, "Completed", "✓", "good"),
    ];

    /// <summary>The section; null where no release brought key actions.</summary>
    public static PageSection? Create(Snapshot snapshot) =>
        snapshot.Actions is { Items.Count: > 0 } actions
            ? new(
                "actions",
                "Key actions",
                [
                    .. Narrative.Actions(snapshot).SelectMany(SummarySection.Blocks),
                    Counts(actions),
                    new PageDetails("Each key action", [Table(actions)]),
                ]
            )
            : null;

    // A status that no action has is left out.
    private static PageTable Counts(SnapshotActions actions)
    {
        var statuses = Statuses.Where(s => actions.Items.Any(a => a.Status == s.Status)).ToList();
        return PageTable.Create(
            "Key actions by priority and status",
            [
                new("Priority"),
                .. statuses.Select(s => new PageColumn(s.Title, IsNumber: true)),
                new("All", IsNumber: true),
            ],
            actions
                .Items.GroupBy(a => a.Priority)
                .Select(g => Count(g.Key, [.. g]))
                .Append(Count("All priorities", actions.Items))
        );

        PageRow Count(string title, IReadOnlyList<SnapshotAction> items) =>
            new([
                title,
                .. statuses.Select(s => (PageCell)$"{items.Count(a => a.Status == s.Status)}"),
                $"{items.Count}",
            ]);
    }

    private static PageTable Table(SnapshotActions actions) =>
        new(
            "Each key action",
            [new("Reference"), new("Action"), new("Lead"), new("Status"), new("Note")],
            [
                .. actions
                    .Items.GroupBy(a => a.Priority)
                    .Select(g => new PageGroup(
                        g.Key,
                        [.. g.OrderBy(a => Array.FindIndex(Statuses, s => s.Status == a.Status)).Select(Row)]
                    )),
            ]
        );

    private static PageRow Row(SnapshotAction action)
    {
        var status = Array.Find(Statuses, s => s.Status == action.Status);
        return new(
            action.Reference,
            action.Action,
            action.Lead,
            new PageCell(action.Status.Word()) { Mark = status.Mark, Tone = status.Tone },
            action.Note.Length == 0 ? "none" : action.Note
        );
    }
}
