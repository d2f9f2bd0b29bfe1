using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Formats;

public sealed class AsPeopleSaveThemTests
{
    private const string Notts = "E10000024";
    private const string Ees =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
        + "new_la_code,la_name,school_type,sess_possible,sess_overall,sess_overall_percent\n";
    private const string Row =
        "202223,Academic year,Local authority,E92000001,England,E12000004,East Midlands,891,E10000024,"
        + "Nottinghamshire,Total,100000,6700,6.7\n";
    private const string Return = "indicator,area_code,period,year_type,value,numerator,denominator,status,note\n";

    [Theory]
    [InlineData("E10000024,", "E10000024\u00a0,")]
    [InlineData("E92000001,", "E92000001  ,")]
    [InlineData("Total", "Total\u2009")]
    [InlineData("Total", "All schools")]
    [InlineData("6.7\n", "6.7\u00a0\n")]
    [InlineData("100000,6700", "\"100,000\",\"6,700\"")]
    [InlineData("202223", "2022/23")]
    [InlineData("202223", "2022\u20132023")]
    [InlineData("202223", "202223.0")]
    [InlineData("202223", "\"202,223\"")]
    [InlineData("202223", "22/23")]
    [InlineData("202223", "2022/23p")]
    [InlineData("202223", "202223 [r]")]
    [InlineData("202223", "22/23 (e)")]
    [InlineData("202223", "2022/23 (Provisional)")]
    [InlineData("202223", "2022 to 2023 Rev")]
    public async Task A_row_of_a_publisher_is_read_whatever_its_spaces_dashes_and_separators(string was, string saved)
    {
        var reading = await Drop.ReadAsync(Ees + Row.Replace(was, saved, StringComparison.Ordinal));

        var o = reading.Of("overall-absence", Notts).ShouldHaveSingleItem();
        (o.Period.Label, o.Value.Value, o.Numerator, o.Denominator).ShouldBe(("2022/23", 6.7m, 6700, 100000));
    }

    [Theory]
    [InlineData("old_la_code,new_la_code,la_name", "Old LA Code,New LA Code,LA Name")]
    [InlineData("time_period", "time_period\u00a0")]
    public async Task A_header_in_words_names_the_same_columns(string was, string saved)
    {
        var reading = await Drop.ReadAsync(Ees.Replace(was, saved, StringComparison.Ordinal) + Row);

        reading.Of("overall-absence", Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(6.7m);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_merged_cell_says_the_same_in_each_of_its_rows_unless_it_is_a_figure(bool isOpenDocument)
    {
        var (first, second) = (Cells(Notts, 6.7), Cells("E10000007", ""));
        IReadOnlyList<object?>[] rows = [Ees.TrimEnd().Split(','), first, second];
        (second[0], second[10]) = ("", "");
        if (isOpenDocument)
        {
            (first[0], first[13]) = (Merged("202223"), Merged("6.7"));
            first[10] = new OdsBook.Raw(
                "<table:table-cell table:number-rows-spanned=\"2\" "
                    + "office:value-type=\"string\"><text:p>Primary</text:p></table:table-cell>"
            );
        }
        else
            first[10] = "Primary";
        rows = [.. rows, Cells(Notts, 6.8), Cells("E10000007", 6.9)];

        var reading = await Drop.ReadAsync(
            isOpenDocument
                ? new OdsBook().Sheet("Data", rows).ToBytes()
                : new XlsxBook { Merges = ["A1:N1", "A2:A3", "K2:K3", "N2:N3"] }
                    .Sheet("Data", rows)
                    .ToBytes()
        );

        reading.Rows.Skipped["breakdown"].ShouldBe(2);
        reading.Of("overall-absence", "E10000007").ShouldHaveSingleItem().Value.Value.ShouldBe(6.9m);
        reading.Findings.ToList().ShouldContain(f => f.Code == "CELLS_MERGED" && f.Row == 3);

        static object?[] Cells(string code, object figure) =>
            [
                202223,
                "Academic year",
                "Local authority",
                "E92000001",
                "England",
                "",
                "",
                "",
                code,
                "",
                "Total",
                9,
                1,
                figure,
            ];

        static OdsBook.Raw Merged(string number) =>
            new(
                $"<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"float\" "
                    + $"office:value=\"{number}\"/>"
            );
    }

    [Theory]
    [InlineData(6.7, "", "")]
    [InlineData("6.7%", "", "")]
    [InlineData(6.7, "201112", 5.1)]
    public async Task A_merged_period_holds_for_each_row_and_a_merged_figure_for_the_first(
        object figure,
        string hiddenPeriod,
        object hiddenFigure
    )
    {
        var rows = XlsxBook.Typed(Ees + Row + Row.Replace("891,E10000024,Nottinghamshire", "830,E10000007,Derbyshire"));
        rows[1] = [.. rows[1].SkipLast(1), figure];
        rows[2] = [hiddenPeriod, .. rows[2].Skip(1).SkipLast(1), hiddenFigure];

        var reading = await Drop.ReadAsync(
            new XlsxBook { Merges = ["A2:A3", "N2:N3"] }
                .Sheet("Data", rows)
                .ToBytes()
        );

        reading.Of("overall-absence", Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(6.7m);
        var second = reading.Of("overall-absence", "E10000007").ShouldHaveSingleItem();
        (second.Period.Label, second.Value.Value).ShouldBe(("2022/23", null));
    }

    [Theory]
    [InlineData("overall-absence,E10000024,202324,academic,7.4", "2023/24")]
    [InlineData("overall-absence,E10000024,0910,academic,7.4", "2009/10")]
    [InlineData("overall-absence,E10000024,910,academic,7.4", "2009/10")]
    [InlineData("overall-absence,E10000024,2002/3,academic,7.4", "2002/03")]
    [InlineData("neet-16-to-17,E10000024,23/24,financial,3", "2023/24")]
    [InlineData("re-referrals,E10000024,FY2023/24,reporting,3", "Year to 31 March 2024")]
    [InlineData("child-protection-plans,E10000024,31 Mar 2024,,30", "31 March 2024")]
    [InlineData("child-protection-plans,E10000024,31st March 2024,,30", "31 March 2024")]
    [InlineData("first-time-entrants,E10000024,Oct 2023 to Sep 2024,,170", "Year to 30 September 2024")]
    [InlineData("neet-years-12-to-14,E10000024,Q3 2023/24,,3", "2023/24 Q3")]
    [InlineData("neet-years-12-to-14,E10000024,2023 Q3,calendar,3", "2023/24 Q2")]
    public async Task A_period_is_read_as_people_write_it(string row, string label)
    {
        var reading = await Drop.ReadAsync($"{Return}{row},,,,\n", Feed.Local);

        reading.Codes().ShouldBeEmpty();
        var series = reading.Series.ToSeries().ShouldHaveSingleItem();
        series.Observations.ShouldHaveSingleItem().Period.Label.ShouldBe(label);
    }

    [Fact]
    public async Task A_note_is_shown_as_it_was_written()
    {
        var reading = await Drop.ReadAsync(
            $"{Return}overall-absence,{Notts},2022/23,academic,7.9%,,,,Head\u2019s count \u2013 early\n",
            Feed.Local
        );

        var o = reading.Of("overall-absence", Notts).ShouldHaveSingleItem();
        (o.Value.Value, o.Note).ShouldBe((7.9m, "Head\u2019s count \u2013 early"));
    }

    [Fact]
    public async Task Lines_of_text_below_a_table_are_no_rows()
    {
        var reading = await Drop.ReadAsync(
            $"{Return}overall-absence,{Notts},2022/23,academic,7.9,,,,\nSource: own records\nNote: one, two\n",
            Feed.Local
        );

        reading.Codes().ShouldBeEmpty();
        (reading.Rows.Accepted, reading.Rows.Skipped["line of text"]).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_row_of_a_part_that_lost_its_quotation_marks_does_not_count_towards_refusal()
    {
        var part = Row.Replace("Nottinghamshire,Total", "Nottinghamshire, County of,Primary", StringComparison.Ordinal);
        var whole = part.Replace("Primary", "Total", StringComparison.Ordinal);

        (await Drop.ReadAsync(Ees + Row + part)).Rows.Rejected.ShouldBe(0);
        (await Drop.ReadAsync(Ees + Row + whole)).Rows.Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("State-funded schools", 6.7, "COLUMN_CONSTANT")]
    [InlineData("Pupil referral unit", null, "NO_HEADLINE")]
    [InlineData("Special", null, "NO_HEADLINE")]
    public async Task A_column_that_says_the_same_in_every_row_needs_no_total(string word, double? value, string code)
    {
        var reading = await Drop.ReadAsync(Ees + Row.Replace("Total", word, StringComparison.Ordinal));

        reading.Codes().ShouldBe([code]);
        (reading.Of("overall-absence", Notts).SingleOrDefault()?.Value.Value).ShouldBe((decimal?)value);
    }

    [Fact]
    public async Task A_column_that_is_seen_to_divide_later_counts_only_by_its_total()
    {
        var reading = await Drop.ReadAsync(
            Ees + Row.Replace("Total", "Mainstream", StringComparison.Ordinal).Replace("6.7", "6.6") + Row
        );

        reading.Of("overall-absence", Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(6.7m);
        (reading.Rows.Accepted, reading.Rows.Skipped["breakdown"]).ShouldBe((1, 1));
        reading.Codes().ShouldNotContain("COLUMN_CONSTANT");
    }

    [Fact]
    public async Task Two_columns_that_differ_by_an_underscore_are_two()
    {
        const string header =
            "time_period,time_identifier,geographic_level,country_code,country_name,new_la_code,l3_by19,l3by19\n";
        var reading = await Drop.ReadAsync(
            header + $"202223,Academic year,Local authority,E92000001,England,{Notts},4359,51.8\n"
        );

        reading.Of("level-3-by-19", Notts).ShouldHaveSingleItem().Value.Value.ShouldBe(51.8m);
    }

    [Theory]
    [InlineData("2021-04-01", "E06000059")]
    [InlineData("2018-04-01", "E10000009")]
    public async Task A_name_that_two_authorities_have_had_is_that_of_the_day_in_force(string day, string code)
    {
        string[] names =
        [
            "Dorset",
            "Medway Towns",
            "City of York",
            "Devon",
            "Derbyshire",
            "Suffolk",
            "Kent",
            "Norfolk",
            "Warwickshire",
            "Leicestershire",
            "Staffordshire",
            "Lancashire",
        ];
        var text = string.Concat(
            Enumerable.Range(0, 11).Select(i => string.Join(',', names.Select((_, n) => names[(n + i) % 12])) + "\n")
        );
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var reading = await FeedReader.ReadAsync(
            new(file, "sn.csv", Feed.Neighbours) { InForce = Given.Day(day) },
            Reference.Default,
            TestContext.Current.CancellationToken
        );

        reading.Codes().ShouldBeEmpty();
        reading.Neighbours.Keys.ShouldContain(code);
        reading.Neighbours.Keys.ShouldContain("E06000035");
    }
}
