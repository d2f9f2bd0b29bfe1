using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The heading of the report, its purpose, and what it rests on.</summary>
internal static class OpeningSection
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        var (area, asAt, compiled) = (
            snapshot.Area.Name,
            PlaceText.Date(snapshot.AsAt),
            PlaceText.Date(snapshot.Compiled)
        );
        return
        [
            Block.Plain($"Report to {Placeholder.For("the name of the committee")}"),
            Block.Plain(Placeholder.For("the date of the meeting")),
            Block.Plain($"Agenda Item: {Placeholder.For("number")}"),
            Block.Plain($"REPORT OF {Placeholder.For("the officer who is responsible")}"),
            new Block.Text(DocumentStyle.Title, snapshot.Title),
            new Block.Text(DocumentStyle.Subtitle, $"Progress as at {asAt}"),
            .. SnapshotNotices.For(snapshot).Select(notice => new Block.Text(DocumentStyle.Notice, notice)),
            Block.Heading("Purpose of the Report"),
            Block.Numbered(
                $"To tell the Committee how children and young people in {area} compare with England and with "
                    + $"{area}’s statistical neighbours, as at {asAt}."
            ),
            Block.Heading("Information and Advice"),
            Block.Numbered(
                Placeholder.For("the plan that these indicators and key actions belong to, and when it was approved")
            ),
            Block.Numbered(
                $"The figures are the latest of periods that had ended by {asAt}, as they were published by "
                    + $"{compiled}. Most indicators are published once a year. Appendix 2 gives every figure with its "
                    + "period. Appendix 3 gives notes and sources."
            ),
            Block.Numbered(
                "A figure exceeds another where it is better, whether high or low is good for the indicator, and does "
                    + "not meet it where it is worse. It is in line only where the two are exactly equal as published. "
                    + "Figures are rounded for display only."
            ),
        ];
    }
}
