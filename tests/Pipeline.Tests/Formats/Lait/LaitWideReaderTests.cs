using System.Globalization;
using System.Text;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Tests;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Tests.Formats.Lait;

public sealed class LaitWideReaderTests
{
    public const string Header = "\"LA Number\",\"LA and Regions\",\"2014\",\"2015\",\"2016 (Rev)\"";
    public const string Notts = "891,\"Nottinghamshire\",4.41,4.53,4.6";
    public const string England = "970,\"England\",4.5,4.62,NA";

    private const string Absence = "overall-absence";
    private const string NottsCode = "E10000024";

    [Fact]
    public async Task Each_column_of_a_year_is_a_figure_of_the_measure_that_the_files_name_holds()
    {
        var reading = await ReadAsync("lait_TotAbs_export.csv", Notts, England);

        reading.Format.ShouldBe("lait-wide");
        reading
            .Of(Absence, NottsCode)
            .Select(o => (o.Period.Label, o.Value.Value, o.RevisionStatus))
            .ShouldBe([
                ("2013/14", 4.41m, (RevisionStatus?)null),
                ("2014/15", 4.53m, null),
                ("2015/16", 4.6m, RevisionStatus.Revised),
            ]);
        reading.Of(Absence, "E92000001")[^1].Value.ShouldBe(Measure.None(MissingReason.NotGiven, "NA"));
        reading.Series.ToSeries().Select(s => s.Source).Distinct().ShouldBe(["lait:TotAbs"]);
        (reading.Rows.Accepted, reading.Codes().Count).ShouldBe((2, 0));
    }

    [Theory]
    [InlineData("TotAbs.csv", "4.41%", 1)]
    [InlineData("CIN.csv", "4.41%", 0)]
    public async Task A_percent_sign_may_stand_behind_a_percentage(string file, string figure, int accepted) =>
        (await ReadAsync(file, Notts.Replace("4.41", figure))).Rows.Accepted.ShouldBe(accepted);

    [Fact]
    public async Task Of_a_provisional_and_a_revised_year_the_revised_is_used()
    {
        var reading = await Drop.ReadAsync(
            $"{Header},\"2016 (Prov)\"\n{Notts},4.7\n{England},4.6\n",
            Feed.Neighbours,
            "TotAbs.csv"
        );

        var newest = reading.Of(Absence, NottsCode)[^1];
        (newest.Value.Value, newest.RevisionStatus).ShouldBe((4.6m, RevisionStatus.Revised));
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((2, 0));
        reading.Codes().ShouldBe(["STATUSES_SEVERAL"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("totabs.csv", Absence)]
    [InlineData("Tot-Abs (2).xlsx", Absence)]
    [InlineData("16-17 NEET.csv", "neet")]
    [InlineData("lait 1617 neet 2026-01-31.csv", "neet")]
    [InlineData("16-17_not known_NEET.csv", "neet-or-not-known")]
    [InlineData("16_17 not_known NEET.csv", "neet-or-not-known")]
    public async Task The_measure_is_the_longest_name_whatever_its_case_spaces_and_punctuation(
        string file,
        string indicator
    )
    {
        var reading = await ReadAsync(file, Notts);

        reading
            .Series.ToSeries()
            .ShouldHaveSingleItem()
            .Indicator.ShouldStartWith(indicator == "neet" ? "neet" : indicator);
        reading
            .Series.ToSeries()
            .Single()
            .Source.ShouldBe(
                indicator switch
                {
                    Absence => "lait:TotAbs",
                    "neet" => "lait:16-17 NEET",
                    _ => "lait:16-17_not known_NEET",
                }
            );
    }

    [Fact]
    public async Task A_title_of_another_measure_than_the_names_is_refused()
    {
        var text = $"Measure: Persistent absentees (TotPerAbNew)\n{Header}\n{Notts}\n";

        var reading = await Drop.ReadAsync(Encoding.UTF8.GetBytes(text), Feed.Neighbours, "TotAbs.csv");

        (reading.Refused, reading.Findings.ToList().Single().Code).ShouldBe((true, "MEASURE_UNKNOWN"));
    }

    [Theory]
    [InlineData("export.csv")]
    [InlineData("TotAbsPrimary.csv")]
    [InlineData("2016-17 NEET.csv")]
    public async Task A_file_whose_name_holds_no_measure_is_refused_with_a_word_about_naming(string file)
    {
        var reading = await ReadAsync(file, Notts);

        reading.Refused.ShouldBeTrue();
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("MEASURE_UNKNOWN"),
                f => f.Guidance.ShouldContain("TotAbs")
            );
    }

    [Theory]
    [InlineData("LAC_Start_Rate.csv", false)]
    [InlineData("AVG_Attain8_Score_White.csv", false)]
    [InlineData("CIN_LAC.csv", false)]
    [InlineData("lait_TotAbs_rank.csv", false)]
    [InlineData("TotAbs Target.csv", false)]
    [InlineData("LAC Nottinghamshire July 2025 (2).csv", true)]
    [InlineData("lait_CIN_children in need_final_v2.csv", true)]
    [InlineData("TotAbs - export from the Local Authority Interactive Tool.csv", true)]
    public async Task A_name_with_another_word_may_be_that_of_another_measure(string file, bool isRead)
    {
        var reading = await ReadAsync(file, Notts);

        (reading.Refused, reading.Codes().Contains("MEASURE_UNKNOWN")).ShouldBe((!isRead, !isRead));
    }

    [Theory]
    [InlineData("2015/16", "2015/16")]
    [InlineData("2025-26", "2025/26")]
    [InlineData("2014-16", "2013/14 to 2015/16")]
    [InlineData("2016-17 (OT)", "2016/17")]
    [InlineData("Year 2025", "2024/25")]
    [InlineData("2025 (prov)", "2024/25")]
    public async Task A_label_of_any_pattern_is_read(string label, string period)
    {
        var reading = await Drop.ReadAsync(
            $"{Header.Replace("2014", label)}\n{Notts}\n",
            Feed.Neighbours,
            "TotAbs.csv"
        );

        reading.Of(Absence, NottsCode).Select(o => o.Period.Label).ShouldContain(period);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("FY24")]
    [InlineData("Values 2014")]
    public async Task A_column_that_is_no_year_is_said_and_not_used(string name)
    {
        var reading = await Drop.ReadAsync($"{Header.Replace("2014", name)}\n{Notts}\n", Feed.Neighbours, "TotAbs.csv");

        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Code.ShouldBe("PERIOD_UNREADABLE"), f => f.Column.ShouldBe(name));
        reading.Of(Absence, NottsCode).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_table_without_a_year_of_the_measure_is_refused()
    {
        var reading = await Drop.ReadAsync(
            "LA Number,LA and Regions,2015/16\n891,Nottinghamshire,20\n",
            Feed.Neighbours,
            "Under18concep.csv"
        );

        reading.Codes().ShouldBe(["PERIOD_UNREADABLE", "COLUMN_MISSING"]);
        reading.Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("999,\"Nowhere\",1,2,3", "AREA_UNKNOWN")]
    [InlineData("970,\"Nottinghamshire\",1,2,3", "CODES_DISAGREE")]
    [InlineData("891,\"Nottinghamshire\",1,n/k,3", "CELL_UNREADABLE")]
    [InlineData("891,\"Nottinghamshire\",1,200,3", "PERCENT_OUT_OF_RANGE")]
    public async Task A_row_with_a_fault_is_rejected(string row, string code)
    {
        var reading = await ReadAsync("TotAbs.csv", England, row);

        reading.Codes().ShouldBe([code]);
        (reading.Rows.Accepted, reading.Rows.Rejected).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_average_over_neighbours_that_the_screen_shows_is_passed_over()
    {
        var reading = await ReadAsync("TotAbs.csv", Notts, "-,\"Statistical Neighbours\",4.4,4.5,4.6");

        (
            reading.Rows.Accepted,
            reading.Rows.Skipped["average over statistical neighbours"],
            reading.Codes().Count
        ).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task One_side_of_a_gap_is_no_figure_and_that_is_said()
    {
        var reading = await ReadAsync("FSM_AVG_Attain8_Score.csv", Notts);

        reading.Series.ToSeries().ShouldBeEmpty();
        reading.Codes().ShouldBe(["NOTHING_KNOWN"]);
    }

    [Fact]
    public async Task The_table_of_statistics_is_refused_with_a_word_about_which_to_take()
    {
        var reading = await Drop.ReadAsync(
            "\"LA Number\",\"LA and Regions\",\"Trend\",\"Change from previous year\",\"Polarity\",\"Latest "
                + "National Rank\",\"Quartile "
                + "Banding\",\"A\",\"B\",\"C\",\"D\"\n891,\"Nottinghamshire\",\"Increase\",0.1,\"Low\",40,\"B\",\"1 to "
                + "2\",\"2 to 3\",\"3 to 4\",\"4 to 5\"\n",
            Feed.Neighbours,
            "TotAbs.csv"
        );

        reading.Refused.ShouldBeTrue();
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("DERIVED_FIGURES"),
                f => f.Guidance.ShouldContain("one column per year")
            );
    }

    [Theory]
    [InlineData("TotAbs")]
    [InlineData("Under18concep")]
    [InlineData("CPP_rate")]
    [InlineData("ChildPov")]
    [InlineData("6wksBreast")]
    [InlineData("16-17 NEET")]
    public async Task The_export_gives_what_the_long_table_gives(string measure)
    {
        var cells = await LongAsync(measure);
        var text =
            "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
            + string.Concat(cells.Select(c => $"{measure},x,{c.Year},\"{c.Area}\",{c.Value},{c.Number},NA\n"));
        var years = cells.Select(c => c.Year).Distinct().Order(StringComparer.Ordinal).ToList();
        var areas = cells.GroupBy(c => (c.Number, c.Area)).ToList();
        var wide =
            $"\"LA Number\",\"LA and Regions\",{string.Join(',', years.Select(y => $"\"{y}\""))}\n"
            + string.Concat(
                areas.Select(a =>
                    $"{a.Key.Number},\"{a.Key.Area}\",{string.Join(',', years.Select(y => a.SingleOrDefault(c => c.Year == y).Value ?? "NA"))}\n"
                )
            );

        IReadOnlyList<object?>[] table =
        [
            ["LA Number", "LA and Regions", .. years],
            .. areas.Select(
                IReadOnlyList<object?> (a) =>
                    [
                        Typed(a.Key.Number),
                        a.Key.Area,
                        .. years.Select(y => Typed(a.SingleOrDefault(c => c.Year == y).Value ?? "NA")),
                    ]
            ),
        ];

        var fromLong = await Drop.ReadAsync(text, Feed.Neighbours);
        var fromWide = await Drop.ReadAsync(wide, Feed.Neighbours, $"lait export {measure}.csv");
        var fromWorkbook = await Drop.ReadAsync(
            new XlsxBook().Sheet("Table", table).ToBytes(),
            Feed.Neighbours,
            $"lait export {measure}.xlsx"
        );

        fromWide.Codes().ShouldBeEmpty();
        fromWide.Rows.Accepted.ShouldBe(areas.Count);
        Figures(fromWide).ShouldBe(Figures(fromLong));
        Figures(fromWorkbook).ShouldBe(Figures(fromLong));
        Figures(fromLong).Count().ShouldBeGreaterThan(500);
    }

    private static async Task<List<(string Year, string Area, string Value, string Number)>> LongAsync(string measure)
    {
        var cells = new List<(string, string, string, string)>();
        await using var file = File.OpenRead(SharedFeeds.Path("lait/bds_long_22_measures.csv"));
        await using var csv = CsvReader.Create(file, new CsvReaderOptions { HasHeader = false }, leaveOpen: true);
        while (await csv.ReadAsync(TestContext.Current.CancellationToken))
        {
            if (csv.GetString(0) == measure)
                cells.Add((csv.GetString(2), csv.GetString(3), csv.GetString(4), csv.GetString(5)));
        }
        return cells;
    }

    private static object Typed(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : cell;

    private static IEnumerable<string> Figures(FileReading reading) =>
        reading
            .Series.ToSeries()
            .SelectMany(s =>
                s.Observations.Select(o =>
                    $"{s.Indicator} {s.Area} {s.Source} {o.Period.Key} {o.Value.Value:G29} {o.Value.Symbol} "
                    + $"{o.RevisionStatus}"
                )
            )
            .Order(StringComparer.Ordinal);

    [Fact]
    public async Task A_rate_with_a_comma_and_no_point_is_not_guessed()
    {
        var reading = await Drop.ReadAsync(
            $"{LaitRows.Header}\nCPP_rate,x,2015,Nottinghamshire,\"38,123\",891,East Midlands\n",
            Feed.Neighbours
        );

        reading.Codes().ShouldBe(["CELL_UNREADABLE"]);
    }

    [Theory]
    [InlineData("891,Nottinghamshire,8.8,7.8", ",,Girls,Boys")]
    [InlineData("891,Nottinghamshire,8.8,7.8", "970,England,9,8")]
    public async Task A_year_of_more_than_one_column_refuses_the_export(string row, string second)
    {
        var reading = await Drop.ReadAsync(
            Encoding.UTF8.GetBytes($"LA Number,LA and Regions,2015,\n{second}\n{row}\n"),
            Feed.Neighbours,
            "TotAbs.csv"
        );

        reading.Refused.ShouldBeTrue();
        reading.Rows.Reconciles.ShouldBeTrue();
        reading.Codes().Distinct().ShouldBe(["HEADER_CHANGED"]);
    }

    [Theory]
    [InlineData("Female", 0)]
    [InlineData("All", 1)]
    public async Task A_row_of_one_sex_does_not_count(string sex, int figures)
    {
        var wide = await Drop.ReadAsync(
            Encoding.UTF8.GetBytes($"LA Number,LA and Regions,2015,Sex\n891,Nottinghamshire,4.53,{sex}\n"),
            Feed.Neighbours,
            "TotAbs.csv"
        );
        var @long = await Drop.ReadAsync($"{LaitRows.Header},Sex\n{LaitRows.Notts},{sex}\n", Feed.Neighbours);

        wide.Of("overall-absence", "E10000024").Count.ShouldBe(figures);
        @long.Of("overall-absence", "E10000024").Count.ShouldBe(figures);
        new[] { wide, @long }.SelectMany(r => r.Codes()).Distinct().ShouldBe(figures == 1 ? [] : ["NO_FIGURE"]);
    }

    private static Task<FileReading> ReadAsync(string file, params string[] rows) =>
        Drop.ReadAsync(Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', rows)}\n"), Feed.Neighbours, file);
}
