using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The head of the report: whose it is, to whom, and what a reader must know first.</summary>
internal static class OpeningSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot) =>
        [
            new Block.Text(
                DocumentStyle.Front,
                "Report to "
                    + $"{Placeholder.For("the name of the committee")}, {Placeholder.For("the date of the meeting")}, "
                    + $"agenda item {Placeholder.For("number")}"
            ),
            new Block.Text(DocumentStyle.Front, $"REPORT OF {Placeholder.For("the officer who is responsible")}"),
            new Block.Text(DocumentStyle.Title, snapshot.Title),
            new Block.Text(DocumentStyle.Subtitle, $"Progress as at {PlaceText.Date(snapshot.AsAt)}"),
            .. SnapshotNotices.For(snapshot).Select(notice => new Block.Text(DocumentStyle.Notice, notice)),
        ];
}
