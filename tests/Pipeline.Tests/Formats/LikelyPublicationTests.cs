using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Tests.Catalogue;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Formats;

public sealed class LikelyPublicationTests
{
    [Theory]
    [InlineData("category,CPP_At31_unknown", "“Children in need” (Department for Education)", "d6_cpps_reviewed")]
    [InlineData(
        "sess_late,sess_late_percent",
        "“Pupil absence in schools in England”",
        "it would need sess_overall_percent"
    )]
    [InlineData(
        "cla_group,characteristic,percentage",
        "“Children looked after in England including adoptions”",
        "la_cla_placement_stability"
    )]
    [InlineData(
        "social_care_group,t_pupils",
        "“Outcomes for children in need",
        "The catalogue takes nothing from that publication"
    )]
    [InlineData(
        "agency_headcount,vacancy_fte",
        "“Children's social work workforce”",
        "it would need turnover_rate_fte"
    )]
    public async Task A_file_that_brings_nothing_says_what_it_seems_to_be_and_what_is_missing(
        string columns,
        string publication,
        string missing
    )
    {
        var sample = new EesSample("a.csv", "Reporting year,2025", columns)
        {
            England = [string.Join(',', columns.Split(',').Select(_ => "5"))],
            Nottinghamshire = [string.Join(',', columns.Split(',').Select(_ => "4"))],
            Figures = [],
        };
        var finding = (await sample.ReadAsync()).Findings.ToList().Single(f => f.Code == "NOTHING_KNOWN");

        finding.Message.ShouldContain($"It seems to be from {publication}");
        finding.Message.ShouldContain(missing);
    }

    [Fact]
    public async Task Of_two_indicators_that_are_as_near_both_are_named()
    {
        var sample = new EesSample("a.csv", "Academic year,202324", "sess_late")
        {
            England = ["1"],
            Nottinghamshire = ["1"],
            Figures = [],
        };

        var finding = (await sample.ReadAsync()).Findings.ToList().Single(f => f.Code == "NOTHING_KNOWN");

        finding.Message.ShouldContain(
            "For overall-absence it would need sess_overall_percent; for persistent-absence, "
                + "enrolments_pa_10_exact_percent"
        );
    }

    [Fact]
    public async Task A_file_like_no_publication_says_nothing_of_any() => (
            await new EesSample("a.csv", "Reporting year,2025", "something,else")
            {
                England = ["1,2"],
                Nottinghamshire = ["1,2"],
                Figures = [],
            }.ReadAsync()
        ).Findings.ToList().ShouldNotContain(f => f.Message.Contains("seems", StringComparison.Ordinal));

    [Theory]
    [InlineData("absence_in_prus.csv", "NO_HEADLINE", "“Pupil absence in schools in England”")]
    [InlineData("ks4_la.csv", "NO_HEADLINE", "It seems to be from")]
    [InlineData("send_sen_la.csv", "NOTHING_KNOWN", "“Outcomes for children in need")]
    public async Task A_real_release_of_another_scope_says_what_it_seems_to_be(string file, string code, string says)
    {
        await using var stream = File.OpenRead(SharedFeeds.Path($"year/{file}"));
        var reading = await FeedReader.ReadAsync(
            new(stream, file, Feed.National),
            Reference.Default,
            TestContext.Current.CancellationToken
        );

        reading.Findings.ToList().Single(f => f.Code == code).Message.ShouldContain(says);
    }

    [Fact]
    public async Task A_table_of_no_known_format_says_what_it_seems_to_be() =>
        (await Drop.ReadAsync("year,la_name,sess_overall_percent\n2011,Nottinghamshire,5.7\n"))
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .Message.ShouldContain("It seems to be from “Pupil absence in schools in England”");
}
