using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Formats;
using ChildrensTrust.Pipeline.Tests.Formats.Ees;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests;

/// <summary>Each of these was once a fault of this code.</summary>
public sealed class FaultsThatWereTests
{
    private static readonly string Sound = $"{EesRows.Header}\n{EesRows.England}\n{EesRows.Notts}\n";
    private static readonly string Long = string.Concat(Enumerable.Repeat(EesRows.Notts + "\n", 20000));

    [Theory]
    [InlineData("a row")]
    [InlineData("the header")]
    [InlineData("one long line")]
    public async Task An_unpaired_quotation_mark_in_a_long_file_is_a_finding_and_not_a_crash(string where)
    {
        var text = where switch
        {
            "a row" => Sound
                + EesRows.Notts.Replace("Nottinghamshire", "\"Nottinghamshire", StringComparison.Ordinal)
                + "\n"
                + Long,
            "the header" => "\"" + Sound + Long,
            _ => Sound + new string('x', 3_000_000) + "\n",
        };
        var reading = await Drop.ReadAsync(text);
        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldContain("QUOTE_FAULT");
    }

    [Fact]
    public void Digits_of_another_script_are_not_a_year() =>
        PeriodLabel.TryParse("20\u0661\u0662", YearType.Find("academic"), out _, out _).ShouldBeFalse();

    [Fact]
    public void A_pool_of_years_that_runs_backwards_is_not_a_period() =>
        PeriodLabel.TryParse("2020/21 - 18/19", YearType.Find("academic"), out _, out _).ShouldBeFalse();

    [Fact]
    public void Pooled_calendar_years_are_labelled_by_their_years()
    {
        PeriodLabel.TryParse("2014-16", YearType.Find("calendar"), out var period, out _).ShouldBeTrue();
        period.Label.ShouldBe("2014 to 2016");
    }

    [Fact]
    public void A_quarter_of_the_academic_year_is_not_labelled_as_a_financial_one()
    {
        EesTimeIdentifier.TryParse("Academic year Q1", "201213", null, out var period).ShouldBeTrue();
        period.Label.ShouldBe("1 September 2012 to 30 November 2012");
    }

    [Fact]
    public void A_year_of_52_weeks_has_no_week_53()
    {
        EesTimeIdentifier.TryParse("Week 53", "2021", null, out _).ShouldBeFalse();
        EesTimeIdentifier.TryParse("Week 53", "2020", null, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"title":"a","area":"E10000024","indicators":[]}""")]
    [InlineData("""{"title":"a","area":"E10000024","priorities":[]}""")]
    [InlineData("""{"title":"a","area":null,"priorities":[],"indicators":[]}""")]
    [InlineData("{}")]
    [InlineData(
        """{"title":"a","area":"E10000024","priorities":[{"id":"1","title":"x"},{"id":"1","title":"y"}],"indicators":[]}"""
    )]
    public void A_catalogue_that_lacks_something_says_what_to_mend(string json) =>
        Should
            .Throw<CatalogueException>(() =>
                IndicatorCatalogue.Read(BinaryData.FromString(json), Reference.Default.Areas, null)
            )
            .Faults.ShouldNotBeEmpty();

    [Fact]
    public void A_broken_register_of_areas_says_what_to_mend() =>
        Should.Throw<CatalogueException>(() => AreaRegister.Read(BinaryData.FromString("{")));

    [Fact]
    public void A_mixed_verdict_against_neighbours_prints_the_verdicts_against_neighbours()
    {
        var row = Sample.Row(Verdict.Exceeds, "b", null, null) with
        {
            VersusNeighbours = Verdict.Mixed,
            Areas =
            [
                Sample.Part("A NHS", Verdict.Exceeds, 50, 47) with
                {
                    VersusNeighbours = Verdict.DoesNotMeet,
                    Neighbours = new(
                        AverageMethod.Mean,
                        55,
                        Sample.Part("A NHS", Verdict.Exceeds, 50, 47).Local!.Period,
                        1,
                        1,
                        [],
                        []
                    ),
                },
                Sample.Part("B NHS", Verdict.Exceeds, 60, 47) with
                {
                    VersusNeighbours = Verdict.Exceeds,
                    Neighbours = new(
                        AverageMethod.Mean,
                        55,
                        Sample.Part("A NHS", Verdict.Exceeds, 50, 47).Local!.Period,
                        1,
                        1,
                        [],
                        []
                    ),
                },
            ],
        };
        Narrative.Neighbours(Sample.Of(row))[1].Items[0].ShouldContain("A NHS, 50.0% against 55.0%, does not meet");
    }

    [Fact]
    public void A_unit_of_the_catalogue_is_encoded_in_a_drawing_too() =>
        HtmlReport
            .Write(Sample.Of(Sample.Row(Verdict.Exceeds) with { Unit = "<script>x</script>" }))
            .ToString()
            .ShouldNotContain("<script>x");

    [Fact]
    public void The_councils_own_figure_with_nothing_to_compare_it_with_says_so()
    {
        var comparison = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [], AverageMethod.Mean)
            .Compare(
                Reference.Default.Catalogue.Find("overall-absence")!,
                [Known.CouncilsOwn((Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 4)))]
            );
        comparison
            .Places[0]
            .Notes.Texts()
            .ShouldContain(n => n.StartsWith("No comparison with England", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_writes_decimals_with_a_point_whatever_the_culture()
    {
        var figures = new[] { "E10000007", "E10000016", "E10000028", "E10000017" }.Select(c =>
            (c, Known.Figure(Known.Academic(2014), 63.5m))
        );
        var place = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [], AverageMethod.Mean)
            .Compare(
                Reference.Default.Catalogue.Find("overall-absence")!,
                [
                    Known.Series([
                        .. figures,
                        (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 70)),
                        (Known.England, Known.Figure(Known.Academic(2014), 1258.5m)),
                    ]),
                ]
            )
            .Places[0];
        place.Notes[0].Text.ShouldContain("1258.5");
        place.VersusNational.ShouldBe(Verdict.NoComparison);
    }

    [Fact]
    public async Task Two_columns_whose_names_differ_in_a_hyphen_alone_are_one_name_twice()
    {
        var reading = await Drop.ReadAsync(
            Sound.Replace("sess_overall_percent", "sess_overall_percent,sess-overall-percent", StringComparison.Ordinal)
        );
        reading.Codes().ShouldContain("HEADER_REPEATED");
    }
}
