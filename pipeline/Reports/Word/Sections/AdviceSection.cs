using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>The purpose of the report, and what it rests on, in the forms of the report of January 2013.</summary>
internal static class AdviceSection
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
            Block.Heading("Purpose of the Report"),
            Block.Numbered(
                $"To tell the Committee how children and young people in {area} compare with England and with "
                    + $"{area}’s statistical neighbours, as at {asAt}."
            ),
            Block.Heading("Information and Advice"),
            Block.Numbered(
                Placeholder.Check(
                    "The Children’s Trust is a partnership of organisations that provide services to children, young "
                        + $"people and families in {area}. It was established to meet the requirements of the Children "
                        + "Act 2004, which identifies a number of “relevant partners”. Under this Act, the Council is "
                        + "the lead partner with statutory responsibility to make arrangements to promote cooperation "
                        + "to improve children’s wellbeing."
                )
            ),
            Block.Numbered(
                Placeholder.Check(
                    $"{Placeholder.Plan} is the single overarching strategic plan covering services for children and "
                        + $"young people in {area}, as represented by partners to the Children’s Trust. It was "
                        + $"approved by {Placeholder.For("who approved the plan, and when")}."
                )
            ),
            Block.Numbered(
                Placeholder.Check(
                    "The Children’s Trust receives six-monthly progress reports on the priorities of the plan. For "
                        + "each priority, there are a number of key actions and performance indicators to track "
                        + "progress and assess impact for children, young people or families."
                )
            ),
            Block.Numbered(
                $"The figures are the latest of periods that had ended by {asAt}, as they were published by "
                    + $"{compiled}. Most indicators are published once a year. Appendix 1 covers the key actions, "
                    + "Appendix 2 gives every figure with its period, and Appendix 3 gives notes and sources."
            ),
            Block.Numbered(
                "A figure exceeds another where it is better, whether high or low is good for the indicator, and does "
                    + "not meet it where it is worse. It is in line only where the two are exactly equal as published. "
                    + "Figures are rounded for display only."
            ),
        ];
    }
}
