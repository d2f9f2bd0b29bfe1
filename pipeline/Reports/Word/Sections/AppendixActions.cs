using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Appendix 1: each key action and how it stands.</summary>
internal static class AppendixActions
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        yield return Block.Heading("Appendix 1: progress towards key actions");
        if (snapshot.Actions is not { Items.Count: > 0 } actions)
        {
            yield return Block.Plain(snapshot.Actions?.Note ?? "This report has no list of key actions.");
            yield break;
        }
        yield return new Block.Table(
            "Key actions and how they stand",
            $"One row for each of {actions.Total} key actions: reference, priority, action, lead, status and "
                + $"note. {actions.Completed} completed, {actions.OnSchedule} on schedule, {actions.Behind} behind "
                + "schedule.",
            [
                new("Reference", 10),
                new("Priority", 14),
                new("Action", 44),
                new("Lead", 22),
                new("Status", 14),
                new("Note", 22),
            ],
            [.. actions.Items.Select(a => new[] { a.Reference, a.Priority, a.Action, a.Lead, a.Status.Word(), a.Note })]
        );
    }
}
