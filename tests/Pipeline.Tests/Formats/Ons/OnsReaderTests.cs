using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Tests;
using static ChildrensTrust.Pipeline.Tests.Formats.Ons.OnsRows;

namespace ChildrensTrust.Pipeline.Tests.Formats.Ons;

public sealed class OnsReaderTests
{
    private const string Poverty = "children-in-low-income-families";
    private const string NottsCode = "E10000024";

    private const string Measured = "Children in relative poverty before housing costs";

    private const string Spelt =
        "AREACD,AREANM,Geography,Variable Name,Indicator,Mission,Category,Period,Value,Measure,Unit,Lower "
        + "Confidence Interval (95%),Upper Confidence Interval (95%),Observation Status,Polarity,Notes";

    private const string Obese =
        "E10000024,Nottinghamshire,County,Obesity,Reception: Prevalence of obesity (including severe "
        + "obesity),,,2006/07,8.7,Prevalence,%,8.1,9.3,Normal value,-1,";

    [Fact]
    public async Task An_area_code_may_be_in_lower_case() =>
        (await WebAsync(Notts.Replace(NottsCode, "e10000024"))).Of(Poverty, NottsCode).ShouldHaveSingleItem();

    [Fact]
    public async Task A_file_without_any_area_of_the_register_says_so() =>
        (await WebAsync(Notts.Replace(NottsCode, "E99999999"))).Codes().ShouldBe(["NOTHING_KNOWN"]);

    [Theory]
    [InlineData("p", "18.1", RevisionStatus.Provisional, null, null)]
    [InlineData("Revised", "18.1", RevisionStatus.Revised, null, null)]
    [InlineData("e", "18.1", null, "An estimate.", null)]
    [InlineData("c", "0", null, null, MissingReason.Suppressed)]
    public async Task A_status_says_how_final_a_figure_is_and_that_it_is_missing(
        string status,
        string value,
        RevisionStatus? revision,
        string? note,
        MissingReason? missing
    )
    {
        var o = (
            await WebAsync(
                $"E10000024,Nottinghamshire,County,{Measured},2021-04-01/P1Y,{value},Percentage,%,,,{status},"
            )
        )
            .Of(Poverty, NottsCode)
            .ShouldHaveSingleItem();

        (o.RevisionStatus, o.Value.Missing).ShouldBe((revision, missing));
        if (note is not null)
            o.Note.ShouldBe(note);
    }

    [Theory]
    [InlineData("E10000024,Derbyshire", "CODES_DISAGREE")]
    [InlineData("E92000001,Wales", "CODES_DISAGREE")]
    [InlineData(",Nottinghamshire", "AREA_BY_NAME")]
    [InlineData(",Atlantis", "AREA_UNKNOWN")]
    [InlineData(",", "AREA_UNKNOWN")]
    public async Task A_code_and_a_name_are_of_one_area_and_one_of_them_is_needed(string area, string code) =>
        (await WebAsync(Notts.Replace("E10000024,Nottinghamshire", area))).Codes().ShouldBe([code]);

    [Fact]
    public async Task A_row_of_the_web_edition_is_a_figure_with_its_period_and_its_note()
    {
        var reading = await WebAsync(Notts);

        reading.Format.ShouldBe("ons");
        var o = reading.Of(Poverty, NottsCode).ShouldHaveSingleItem();
        (o.Value.Value, o.Period).ShouldBe((18.10592029m, YearType.Find("financial")!.Ending(2022)));
        o.Note.ShouldBe("This data has been aggregated and may show differences to other published figures");
        reading
            .Series.ToSeries()
            .ShouldHaveSingleItem()
            .Source.ShouldBe("ons:Children in relative poverty before housing costs");
    }

    [Fact]
    public async Task A_row_of_the_spelt_out_edition_is_a_figure_with_its_interval()
    {
        var o = (await SpeltAsync(Obese)).Of("reception-obesity", NottsCode).ShouldHaveSingleItem();

        (o.Value.Value, o.Lower, o.Upper, o.Note, o.Period.Label).ShouldBe((8.7m, 8.1m, 9.3m, null, "2006/07"));
    }

    [Fact]
    public async Task Both_editions_of_one_figure_are_the_same_observation()
    {
        const string web =
            "E10000024,Nottinghamshire,County,Reception: Prevalence of obesity (including severe "
            + "obesity),2006-08-01T00:00:00/P1Y,8.7,Percentage,%,8.1,9.3,,";

        (await WebAsync(web))
            .Of("reception-obesity", NottsCode)[0]
            .ShouldBe((await SpeltAsync(Obese)).Of("reception-obesity", NottsCode)[0]);
    }

    [Fact]
    public async Task A_category_that_names_a_group_in_every_row_is_no_topic() =>
        (await SpeltAsync(Obese.Replace("obesity),,,", "obesity),,Lone parent families,")))
            .Of("reception-obesity", NottsCode)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Spreading opportunity", "")]
    [InlineData("", "Spreading opportunity")]
    public async Task A_row_may_leave_out_the_topic_of_the_file(string first, string second)
    {
        var reading = await SpeltAsync(
            Obese.Replace("obesity),,,", $"obesity),,{first},"),
            Obese.Replace("obesity),,,", $"obesity),,{second},").Replace("2006/07", "2007/08")
        );

        reading.Of("reception-obesity", NottsCode).Select(o => o.Period.Label).ShouldBe(["2006/07", "2007/08"]);
    }

    [Theory]
    [InlineData("Percentage, boys", 0)]
    [InlineData("Average percentage over 3 years", 0)]
    [InlineData("Share of UK total", 0)]
    [InlineData("Percentage", 1)]
    [InlineData("Proportion", 1)]
    [InlineData("", 1)]
    public async Task A_measure_of_another_name_is_another(string measure, int accepted) =>
        (
            await Drop.ReadAsync($"{Web}\n{Notts.Replace(",Percentage,", $",\"{measure}\",")}\n", Feed.National)
        ).Rows.Accepted.ShouldBe(accepted);

    [Theory]
    [InlineData("", "Girls", 0, "NO_FIGURE")]
    [InlineData("Ward code", "E05000001", 0, "NO_FIGURE")]
    [InlineData("Sex", "Female", 0, "NO_FIGURE")]
    [InlineData("Family type", "Lone parent families", 0, "NO_FIGURE")]
    [InlineData("Variant", "Lone parent", 0, "NO_FIGURE")]
    [InlineData("Deprivation quintile", "1", 0, "NO_FIGURE")]
    [InlineData("sex_code", "2", 0, "NO_FIGURE")]
    [InlineData("Quarter", "Q1", 0, "NO_FIGURE")]
    [InlineData("Sex", "Persons", 1, null)]
    [InlineData("Sex", "", 1, null)]
    [InlineData("Statistic", "Rank", 0, "NO_FIGURE")]
    [InlineData("Basis", "Households below average income", 1, "COLUMN_NOT_READ")]
    public async Task A_column_that_the_format_does_not_have_may_say_that_a_row_is_of_a_part(
        string column,
        string word,
        int figures,
        string? code
    )
    {
        var reading = await Drop.ReadAsync($"{Web},{column}\n{Notts},{word}\n", Feed.National);

        reading.Of(Poverty, NottsCode).Count.ShouldBe(figures);
        reading.Codes().ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Overweight_is_never_obesity()
    {
        var reading = await SpeltAsync(
            Obese.Replace(
                "Reception: Prevalence of obesity (including severe obesity)",
                "Overweight children at reception age (aged four to five years)"
            )
        );

        reading.Series.ToSeries().ShouldHaveSingleItem().Indicator.ShouldBe("reception-excess-weight");
    }

    [Fact]
    public async Task After_housing_costs_is_another_indicator()
    {
        var reading = await WebAsync(Notts, Notts.Replace("before", "after"));

        reading.Rows.Skipped["no indicator of the catalogue"].ShouldBe(1);
        reading.Of(Poverty, NottsCode).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(",County or Unitary Authority,", ",,", "no geography given")]
    [InlineData("E10000024", "Cl_L2_1a", "cluster of areas")]
    [InlineData("E10000024", "E07000032", "area not in the register")]
    [InlineData("E10000024", "S12000033", "area not in the register")]
    [InlineData(",Percentage,%,", ",Count,People,", "another measure than the indicator's")]
    [InlineData(",Percentage,%,", ",Percentage,Number,", "another measure than the indicator's")]
    [InlineData(",Percentage,%,", ",Percentage,Percentage points,", "another measure than the indicator's")]
    public async Task A_row_that_is_not_wanted_is_passed_by_with_its_reason(string right, string wrong, string reason)
    {
        var reading = await WebAsync(Notts.Replace(right, wrong));

        reading.Rows.Skipped[reason].ShouldBe(1);
        reading.Series.ToSeries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_category_is_no_headline()
    {
        var reading = await SpeltAsync(Obese.Replace("obesity),,,", "obesity),,Boys,"), Obese);

        reading.Rows.Skipped["breakdown by category"].ShouldBe(1);
        reading.Rows.Accepted.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "c", MissingReason.Suppressed)]
    [InlineData("", "x", MissingReason.NotAvailable)]
    [InlineData("", "u", MissingReason.LowReliability)]
    [InlineData("na", "", MissingReason.NotGiven)]
    [InlineData("na", "Value suppressed for disclosure control reasons", MissingReason.Suppressed)]
    [InlineData("", "Value not published for data quality reasons", MissingReason.LowReliability)]
    [InlineData("", "Value missing due to incompleteness of source data", MissingReason.NotAvailable)]
    public async Task A_status_says_why_a_figure_is_missing(string value, string status, MissingReason reason)
    {
        var o = (await WebAsync(Notts.Replace("18.10592029", value).Replace("%,,,,", $"%,,,{status},")))
            .Of(Poverty, NottsCode)
            .ShouldHaveSingleItem();

        (o.Value.Value, o.Value.Missing).ShouldBe((null, reason));
    }

    [Theory]
    [InlineData("u", "Of low reliability.")]
    [InlineData("b", "A break in the series.")]
    [InlineData("Interpret with caution", "Interpret with caution.")]
    public async Task A_status_beside_a_figure_becomes_its_note(string status, string note)
    {
        var o = (await WebAsync(Notts.Replace("%,,,,", $"%,,,{status},")))
            .Of(Poverty, NottsCode)
            .ShouldHaveSingleItem();

        (o.Value.Value, o.Note).ShouldBe(
            (18.10592029m, $"{note} This data has been aggregated and may show differences to other published figures")
        );
    }

    [Theory]
    [InlineData("2021-04-01/P12M", "2021/22")]
    [InlineData("2021-04-01/P1Y", "2021/22")]
    [InlineData("2021-04-01T00:00:00/P1Y", "2021/22")]
    [InlineData("2021/22", "2021/22")]
    [InlineData("2021-04-01/P3M", "2021/22 Q1")]
    [InlineData("2021-04-01/P3Y", "2021/22 to 2023/24")]
    [InlineData("2021-04-01/P1M", "April 2021")]
    [InlineData("2021-04-01/P1D", "1 April 2021")]
    public async Task A_period_is_a_day_and_a_length_or_a_label(string period, string label) =>
        (await WebAsync(Notts.Replace("2021-04-01/P1Y", period)))
            .Of(Poverty, NottsCode)
            .ShouldHaveSingleItem()
            .Period.Label.ShouldBe(label);

    [Theory]
    [InlineData("2021-04-31/P1Y")]
    [InlineData("2022-01-01/P1Y")]
    [InlineData("2021-07-01/P1Y")]
    [InlineData("2021-04-01/P2M")]
    [InlineData("2021-04-01/P0Y")]
    [InlineData("9999-04-01/P1Y")]
    [InlineData("last year")]
    [InlineData("")]
    public async Task A_period_that_cannot_be_read_rejects_its_row(string period) =>
        (await WebAsync(Notts.Replace("2021-04-01/P1Y", period))).Codes().ShouldBe(["PERIOD_UNREADABLE"]);

    [Fact]
    public async Task A_figure_that_cannot_be_read_rejects_its_row() =>
        (await WebAsync(Notts, Notts.Replace("2021", "2022").Replace("18.10592029", "many")))
            .Codes()
            .ShouldBe(["CELL_UNREADABLE"]);

    [Fact]
    public async Task A_file_without_an_indicator_of_the_catalogue_says_so() =>
        (await WebAsync(Notts.Replace("before", "after"))).Codes().ShouldBe(["NOTHING_KNOWN"]);

    [Fact]
    public async Task A_workbook_gives_the_same_observations_as_its_csv_twin()
    {
        var table =
            $"{Spelt}\n{Obese}\n{Obese.Replace("E10000024,Nottinghamshire,County", "E92000001,England,Country").Replace("8.7", "9.9").Replace("8.1,9.3", "9.8,10")}\n";
        var twin = await Drop.ReadAsync(NhsSheets.Of(("Data", table)), Feed.Obesity, "file.xlsx");

        twin.Series.ToSeries().Count().ShouldBe(2);
        twin.Summary().ShouldBe((await Drop.ReadAsync(table, Feed.Obesity)).Summary());
    }

    [Fact]
    public async Task The_real_file_of_children_in_poverty_is_read_whole()
    {
        await using var stream = File.OpenRead(SharedFeeds.Path("poverty/ons_els_children-in-relative-poverty.csv"));
        var reading = await FeedReader.ReadAsync(
            new(stream, "ons_els_children-in-relative-poverty.csv", Feed.National),
            Reference.Default,
            TestContext.Current.CancellationToken
        );

        reading.Codes().ShouldBeEmpty();
        reading.Rows.Reconciles.ShouldBeTrue();
        (reading.Rows.Read, reading.Rows.Rejected, reading.Rows.Skipped["no indicator of the catalogue"]).ShouldBe(
            (2472, 0, 824)
        );
        reading
            .Of(Poverty, NottsCode)
            .Select(o => (o.Period.Label, o.Value.Value))
            .ShouldBe([
                ("2021/22", 18.10592029m),
                ("2022/23", 19.60467631m),
                ("2023/24", 19.16556028m),
                ("2024/25", 19.51379893m),
            ]);
    }

    private static Task<FileReading> WebAsync(params string[] rows) =>
        Drop.ReadAsync($"\uFEFF{Web}\n{string.Join('\n', rows)}\n", Feed.National);

    private static Task<FileReading> SpeltAsync(params string[] rows) =>
        Drop.ReadAsync($"\uFEFF{Spelt}\r\n{string.Join("\r\n", rows)}\r\n", Feed.Obesity);
}
