using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Releases;

/// <summary>What a file says of its own scope, by its name.</summary>
public sealed class NarrowerNameTests
{
    [Theory]
    [InlineData("absence_in_prus.csv", true)]
    [InlineData("Absence in Pupil-Referral units.csv", true)]
    [InlineData("absence_special_schools_2024.csv", true)]
    [InlineData("Absence_2term_nat_reg_la.csv", true)]
    [InlineData("absence-autumn-2024.csv", true)]
    [InlineData("absence_by_term.csv", false)]
    [InlineData("absence_special_3term.csv", true)]
    [InlineData("absence primary 2024.csv", true)]
    [InlineData("absence_primary_secondary_special.csv", false)]
    [InlineData("absence all schools, special schools shown apart.csv", false)]
    [InlineData("special_educational_needs.csv", false)]
    [InlineData("prudence.csv", false)]
    [InlineData("1_absence_3term_nat_reg_la.csv", false)]
    public void A_name_that_says_some_schools_or_terms_is_asked_about(string name, bool isAsked) =>
        (NarrowerName.Find(name, [], [Absence(Known.Academic(2024))], Reference.Default.Catalogue)?.Code).ShouldBe(
            isAsked ? "OTHER_SCOPE" : null
        );

    [Theory]
    [InlineData("Absence in pupil referral units, England", true)]
    [InlineData("Table 1: special schools only, autumn term", true)]
    [InlineData("Figures are for special schools only.", true)]
    [InlineData("Absence in primary, secondary and special schools", false)]
    [InlineData("Figures exclude pupil referral units before 2013.", false)]
    [InlineData("Source: Department for Education", false)]
    public void A_title_or_a_note_that_says_so_is_asked_about(string text, bool isAsked) =>
        (
            NarrowerName.Find("absence.csv", [text], [Absence(Known.Academic(2024))], Reference.Default.Catalogue)?.Code
        ).ShouldBe(isAsked ? "OTHER_SCOPE" : null);

    [Fact]
    public void A_name_that_says_a_term_goes_with_figures_of_a_term() =>
        NarrowerName
            .Find(
                "absence-autumn-2024.csv",
                [],
                [Absence(new(PeriodKind.Term, new(2024, 9, 1), new(2024, 12, 31)))],
                Reference.Default.Catalogue
            )
            .ShouldBeNull();

    private static Series Absence(Period period) =>
        new(
            "overall-absence",
            Known.England,
            "ees:sess_overall_percent",
            0,
            "sess_overall_percent",
            [Known.Figure(period, 7.1m)]
        );
}
