namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>What a report to a committee must say, in the forms of the report of January 2013; all of it is marked for
/// an officer to check or complete.</summary>
internal static class ClosingSection
{
    public static IEnumerable<Block> Blocks() =>
        [
            Block.Heading("Other Options Considered"),
            Form(
                $"The activities reported on here contribute to the implementation of {Placeholder.Plan}, which was "
                    + "developed after consideration of alternative options."
            ),
            Block.Heading("Reason/s for Recommendation/s"),
            Form(
                "The report provides members of the Committee with an update on the activities of an officer group, in "
                    + "line with reporting requirements within the Council’s Constitution."
            ),
            Block.Heading("Statutory and Policy Implications"),
            Form(
                "This report has been compiled after consideration of implications in respect of finance, equal "
                    + "opportunities, human resources, crime and disorder, human rights, the safeguarding of children, "
                    + "sustainability and the environment and those using the service and where such implications are "
                    + "material they are described below. Appropriate consultation has been undertaken and advice "
                    + "sought on these issues as required."
            ),
            Block.Subheading("Implications for Service Users"),
            Form(
                "The principal service users affected are children, young people and their families, as the plan "
                    + "identifies the Children’s Trust’s over-arching partnership strategy and associated action plans "
                    + "for the delivery of services to them."
            ),
            Block.Subheading("Equalities Implications"),
            Form(
                "The development of the plan included an Equality Impact Assessment. This concluded that the plan was "
                    + "likely to have a positive impact for service users, as it aims to reduce inequality across all "
                    + "protected groups, by identifying need and working together to address this, within available "
                    + "resources."
            ),
            Block.Subheading("Safeguarding of Children Implications"),
            Form(
                "The plan identifies how partner organisations within the Children’s Trust will work together to "
                    + "safeguard children and promote their welfare."
            ),
            Block.Heading("RECOMMENDATION/S"),
            new Block.Text(
                DocumentStyle.Recommendation,
                Placeholder.Check("That the Committee notes the contents of the report.")
            ),
            Block.Plain(Placeholder.For("the name and the post of the officer who is responsible")),
            Block.Plain(
                "For any enquiries about this report please contact: "
                    + $"{Placeholder.For("name, post, telephone and e-mail address")}"
            ),
            Block.Heading("Constitutional Comments"),
            Form("As this report is for noting only, no Constitutional Comments are required."),
            Block.Heading($"Financial Comments ({Placeholder.For("initials and date")})"),
            Form("There are no financial implications arising directly from this report."),
            Block.Heading("Background Papers"),
            Block.Plain(Placeholder.For("the papers")),
            Block.Plain(
                Placeholder.Check(
                    "Except for previously published documents, which will be available elsewhere, the documents "
                        + "listed here will be available for inspection in accordance with Section 100D of the Local "
                        + "Government Act 1972."
                )
            ),
            Block.Heading("Electoral Division(s) and Member(s) Affected"),
            Block.Plain(Placeholder.Check("All.")),
        ];

    private static Block Form(string words) => Block.Numbered(Placeholder.Check(words));
}
