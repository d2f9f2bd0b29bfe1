namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>What only an officer can write: all of it is marked.</summary>
internal static class ClosingSection
{
    public static IEnumerable<Block> Blocks() =>
        [
            Block.Heading("Other Options Considered"),
            Block.Numbered(Placeholder.For("the options that were considered, or why there are none")),
            Block.Heading("Reason/s for Recommendation/s"),
            Block.Numbered(Placeholder.For("the reasons")),
            Block.Heading("Statutory and Policy Implications"),
            Block.Numbered(
                Placeholder.For(
                    "implications in respect of finance, equal opportunities, human resources, crime and "
                        + "disorder, human rights, the safeguarding of children, sustainability and the environment "
                        + "and those using the service, and what was consulted on"
                )
            ),
            Block.Subheading("Implications for Service Users"),
            Block.Numbered(Placeholder.For("the implications")),
            Block.Subheading("Equalities Implications"),
            Block.Numbered(Placeholder.For("the implications")),
            Block.Subheading("Safeguarding of Children Implications"),
            Block.Numbered(Placeholder.For("the implications")),
            Block.Heading("RECOMMENDATION/S"),
            new Block.Text(
                DocumentStyle.Recommendation,
                Placeholder.For("the recommendation, such as that the Committee notes the contents of the report")
            ),
            Block.Plain(Placeholder.For("the name and the post of the officer who is responsible")),
            Block.Plain(
                "For any enquiries about this report please contact: "
                    + $"{Placeholder.For("name, post, telephone and e-mail address")}"
            ),
            Block.Heading("Constitutional Comments"),
            Block.Numbered(Placeholder.For("the comments, with initials and date")),
            Block.Heading("Financial Comments"),
            Block.Numbered(Placeholder.For("the comments, with initials and date")),
            Block.Heading("Background Papers"),
            Block.Plain(Placeholder.For("the papers")),
            Block.Heading("Electoral Division(s) and Member(s) Affected"),
            Block.Plain(Placeholder.For("the divisions, or All")),
        ];
}
