using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
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
    [InlineData("absence_special_3term.csv", true)]
    [InlineData("absence primary 2024.csv", true)]
    [InlineData("absence_state_funded_primary_schools.csv", true)]
    [InlineData("absence_not_rounded_special_schools.csv", true)]
    [InlineData("absence_by_term.csv", false)]
    [InlineData("absence_by_term_autumn_spring_summer.csv", false)]
    [InlineData("absence_primary_secondary_special.csv", false)]
    [InlineData("absence all schools, special schools shown apart.csv", false)]
    [InlineData("special_educational_needs.csv", false)]
    [InlineData("sen2_special_schools_2024.csv", true)]
    [InlineData("sen2_timeliness_2024.csv", false)]
    [InlineData("special-educational-needs-special-schools.csv", true)]
    [InlineData("prudence.csv", false)]
    [InlineData("1_absence_3term_nat_reg_la.csv", false)]
    public void A_name_that_says_some_schools_or_terms_is_asked_about(string name, bool isAsked) =>
        Find(Reading(name)).ShouldBe(isAsked ? "OTHER_SCOPE" : null);

    [Theory]
    [InlineData("Absence in pupil referral units, England", true)]
    [InlineData("Table 1: special schools only, autumn term", true)]
    [InlineData("Absence in state-funded special schools", true)]
    [InlineData("Absence in special schools. Figures may not sum because of rounding.", true)]
    [InlineData("Absence in special educational schools", true)]
    [InlineData("Table 4: special educational needs schools", true)]
    [InlineData("Pupils with special educational needs in special schools", true)]
    [InlineData("Pupils with special educational needs (SEN) by school", false)]
    [InlineData("Special educational needs and disability, England", false)]
    [InlineData("Absence in primary, secondary and special schools", false)]
    [InlineData("Absence, published autumn 2018", false)]
    [InlineData("Performance against targets", false)]
    [InlineData("National rank", true)]
    [InlineData("Target", true)]
    [InlineData("Change from previous year", true)]
    [InlineData("Secondary school overall absence", true)]
    [InlineData("Persistent absence", true)]
    [InlineData("Projected absence", true)]
    [InlineData("Absence by IMD quintile 1", true)]
    public void A_title_that_says_so_is_asked_about(string title, bool isAsked)
    {
        var reading = Reading("absence.csv");
        reading.Titles.Add(title);

        Find(reading).ShouldBe(isAsked ? "OTHER_SCOPE" : null);
    }

    [Theory]
    [InlineData("Figures are for special schools only.", true)]
    [InlineData("Includes pupils in special schools, pupil referral units and alternative provision.", false)]
    [InlineData("Figures exclude pupil referral units before 2013.", false)]
    [InlineData("Secondary suppression has been applied to protect confidentiality.", false)]
    [InlineData("The academic year covers the autumn, spring and summer terms.", false)]
    [InlineData("Source: School Census (spring 2019)", false)]
    public void A_note_that_says_only_is_asked_about(string note, bool isAsked)
    {
        var reading = Reading("absence.csv");
        reading.Notes.Add(note);

        Find(reading).ShouldBe(isAsked ? "OTHER_SCOPE" : null);
    }

    [Theory]
    [InlineData("overall-absence", "Absence of pupils eligible for free school meals", true)]
    [InlineData("overall-absence", "Absence by eligibility: FSM and non-FSM", false)]
    [InlineData("overall-absence", "Absence of girls in all schools", true)]
    [InlineData("overall-absence", "Absence in all special schools", true)]
    [InlineData("overall-absence", "Absence: autumn and spring terms", true)]
    [InlineData("overall-absence", "Absence, half terms 1 to 4", true)]
    [InlineData("overall-absence", "Academies", true)]
    [InlineData("overall-absence", "Source: School Census, autumn term 2024", false)]
    [InlineData("overall-absence", "Pupils in independent schools are not included", false)]
    [InlineData("overall-absence", "Absence of pupils with SEN support", true)]
    [InlineData("overall-absence", "Pupils eligible for free school meals, published March 2025", true)]
    [InlineData("overall-absence", "Girls - source: school census", true)]
    [InlineData("overall-absence", "Absence of all pupils, not only girls", false)]
    [InlineData("overall-absence", "Absence in mainstream and special schools", false)]
    [InlineData("overall-absence", "Absence without special schools", false)]
    [InlineData("overall-absence", "Virtual School for Looked After Children", false)]
    [InlineData("overall-absence", "Table 4: absence (girls in Table 5)", false)]
    [InlineData("overall-absence", "Table 4: absence (girls, see Table 5)", true)]
    [InlineData("overall-absence", "Absence in rural areas", true)]
    [InlineData("breastfeeding-6-to-8-weeks", "Breastfeeding, teenage mothers", true)]
    [InlineData("breastfeeding-6-to-8-weeks", "Breastfeeding initiation", true)]
    [InlineData("breastfeeding-6-to-8-weeks", "Breastfeeding prevalence at 6 to 8 weeks", false)]
    [InlineData("reception-obesity", "Percentage point change, 2010/11", true)]
    [InlineData("overall-absence", "Children in need", true)]
    [InlineData("child-protection-plans", "Children in need", false)]
    [InlineData("ehc-plans-within-20-weeks", "EHC plans and SEN support", false)]
    [InlineData("good-level-of-development", "Early years, most deprived decile", true)]
    [InlineData("good-level-of-development", "Early years, most deprived and least deprived", false)]
    [InlineData("reception-obesity", "Severe obesity, Reception", true)]
    [InlineData("reception-obesity", "Obesity (including severe obesity), Reception", false)]
    [InlineData("reception-obesity", "Underweight, healthy weight, overweight and severe obesity", false)]
    [InlineData("children-looked-after", "Children looked after in England", false)]
    public void A_title_of_some_children_is_asked_about_unless_the_indicator_is_about_them(
        string indicator,
        string title,
        bool isAsked
    )
    {
        var reading = Reading("table.csv");
        reading.Titles.Add(title);

        (NarrowerName.Find(reading, [Absence(Known.Academic(2024)) with { Indicator = indicator }])?.Code).ShouldBe(
            isAsked ? "OTHER_SCOPE" : null
        );
    }

    [Fact]
    public void The_letters_of_a_group_inside_another_word_of_a_column_say_nothing()
    {
        var reading = Reading("absence_sen.csv");
        reading.Header = ["sess_absent_percent", "meals_present", "health"];

        Find(reading).ShouldBe("OTHER_SCOPE");
    }

    [Fact]
    public void A_file_with_a_column_of_children_says_itself_which_rows_are_of_all()
    {
        var reading = Reading("absence_fsm.csv");
        reading.Header = ["time_period", "free_school_meals_status"];

        Find(reading).ShouldBeNull();
    }

    [Fact]
    public void The_name_of_a_file_in_a_zip_counts_as_its_own()
    {
        var reading = Reading("download.zip");
        reading.InnerFile = "data/absence_in_prus.csv";

        Find(reading).ShouldBe("OTHER_SCOPE");
    }

    [Fact]
    public void A_file_with_a_column_of_types_of_school_says_itself_which_rows_are_of_all()
    {
        var reading = Reading("absence special extract.csv");
        reading.Header = ["time_period", "school_type"];

        Find(reading).ShouldBeNull();
    }

    [Theory]
    [InlineData("LAIT_spring_2026.csv")]
    [InlineData("LAIT_primary_school_measures.csv")]
    public void Of_other_indicators_a_season_or_a_kind_of_school_in_the_name_says_nothing(string name) =>
        NarrowerName
            .Find(
                Reading(name),
                [Absence(Known.Academic(2024)), Absence(Known.Academic(2024)) with { Indicator = "level-3-by-19" }]
            )
            .ShouldBeNull();

    [Fact]
    public void A_name_that_says_a_term_goes_with_figures_of_a_term() =>
        NarrowerName
            .Find(
                Reading("absence-autumn-2024.csv"),
                [Absence(new(PeriodKind.Term, new(2024, 9, 1), new(2024, 12, 31)))]
            )
            .ShouldBeNull();

    private static string? Find(FileReading reading) =>
        NarrowerName.Find(reading, [Absence(Known.Academic(2024))])?.Code;

    private static FileReading Reading(string name) => new(Reference.Default, name);

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
