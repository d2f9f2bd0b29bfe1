using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Pipeline.Tests.Formats.Neighbours;

/// <summary>The neighbour model as each of its editions lays it out.</summary>
public sealed class NeighbourLayoutsTests
{
    private const string Notts = "E10000024";
    private const string Csv = "stat-neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv";
    private const string Workbook = "stat-neighbours/lait_sn_april_2021.xlsx";

    // The list of May 2025, by number and by name.
    private static readonly string[] Numbers = ["830", "935", "933", "886", "926", "937", "855", "802", "860", "888"];
    private static readonly string[] Names =
    [
        "Derbyshire",
        "Suffolk",
        "Somerset",
        "Kent",
        "Norfolk",
        "Warwickshire",
        "Leicestershire",
        "North Somerset",
        "Staffordshire",
        "Lancashire",
    ];

    private static readonly string WideHeader =
        "old_la_code,la_name,region_ind,region_name,"
        + string.Join(',', Enumerable.Range(1, 10).Select(i => $"SN_{i},SN_{i}P"));
    private static readonly string NamesHeader =
        "la_name," + string.Join(',', Enumerable.Range(1, 10).Select(i => $"stat_{i}"));

    [Fact]
    public async Task The_real_workbook_has_the_neighbours_of_the_real_csv()
    {
        var csv = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(SharedFeeds.Path(Csv)),
            Feed.Neighbours,
            Path.GetFileName(Csv)
        );
        var workbook = await Drop.ReadAsync(
            await File.ReadAllBytesAsync(SharedFeeds.Path(Workbook)),
            Feed.Neighbours,
            Path.GetFileName(Workbook)
        );

        Lists(workbook).ShouldBe(Lists(csv));
        workbook
            .Neighbours[Notts]
            .Select(n => n.Area.Number)
            .ShouldBe(["830", "860", "888", "885", "925", "940", "909", "881", "886", "896"]);
        workbook.Format.ShouldBe("neighbour-model");
        workbook.Codes().ShouldBeEmpty();
        // Cumberland, Westmorland and Furness, and the words above the old lists.
        workbook.Rows.Skipped["no neighbours published"].ShouldBe(3);
        workbook
            .Neighbours.Keys.Select(c => Reference.Default.Areas.FindByCode(c)!.Number!)
            .ShouldBeSubsetOf(csv.Neighbours.Keys.Select(c => Reference.Default.Areas.FindByCode(c)!.Number!));
        workbook.Neighbours.Keys.ShouldContain("E10000009");
    }

    [Fact]
    public async Task Two_helper_rows_above_the_header_are_passed_over()
    {
        var header =
            "LA num,LA Name,LA number,GOInd,GOReg,"
            + string.Join(',', Enumerable.Range(1, 10).Select(i => $"SN{i},SNP"));
        var row = "891,Nottinghamshire,891,8,East Midlands," + string.Join(',', Numbers.Select(n => $"{n},Very close"));
        var reading = await ReadAsync($"A,B,C,D,E,3,4\n1,2,3,4,5,6,7\n{header}\n{row}\n");

        Neighbours(reading).ShouldBe(Numbers);
    }

    [Fact]
    public async Task The_edition_of_2025_pairs_each_neighbour_with_its_own_closeness_column()
    {
        var reading = await ReadAsync(
            $"{WideHeader}\n891,Nottinghamshire,8,East "
                + $"Midlands,{string.Join(',', Numbers.Select((n, i) => $"{n},{(i == 0 ? "Extremely close" : "Close ")}"))}\n"
        );

        Neighbours(reading).ShouldBe(Numbers);
        reading.Neighbours[Notts].Select(n => n.Closeness).Distinct().ShouldBe(["Extremely close", "Close"]);
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task Neighbours_by_name_are_those_by_number()
    {
        var reading = await ReadAsync($"{NamesHeader}\nNottinghamshire,{string.Join(',', Names)}\n");

        Neighbours(reading).ShouldBe(Numbers);
        reading.Neighbours[Notts].ShouldAllBe(n => n.Closeness == "");
        reading.Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_abolished_neighbour_that_a_list_by_name_leaves_out_makes_it_shorter_and_is_said()
    {
        var reading = await ReadAsync(
            $"{NamesHeader}\nNottinghamshire,{string.Join(',', Names).Replace("Suffolk", "N/A")}\n"
                + $"Kent,{string.Join(',', Enumerable.Repeat("NA", 10))}\n"
        );

        Neighbours(reading).ShouldBe(Numbers.Where(n => n != "935"));
        var found = reading.Findings.ToList().ShouldHaveSingleItem();
        (found.Code, found.Message).ShouldBe(("NEIGHBOURS_FEWER", "1 of the lists names fewer than ten neighbours."));
        (reading.Rows.Accepted, reading.Rows.Skipped["no neighbours published"]).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_abolished_authority_stays_a_member()
    {
        var reading = await ReadAsync(
            $"{NamesHeader}\nNottinghamshire,{string.Join(',', Names).Replace("Suffolk", "Cumbria")}\n"
        );

        reading.Neighbours[Notts][1].Area.Until.ShouldBe(new DateOnly(2023, 3, 31));
    }

    [Theory]
    [InlineData("Nowhereshire")]
    [InlineData("England")]
    [InlineData("East Midlands")]
    public async Task A_name_that_is_no_authoritys_rejects_its_row(string name)
    {
        var reading = await ReadAsync(
            $"{NamesHeader}\nNottinghamshire,{string.Join(',', Names).Replace("Suffolk", name)}\nKent,{string.Join(',', Names).Replace("Kent", "Essex")}\n"
        );

        reading.Codes().ShouldBe(["AREA_UNKNOWN"]);
        reading.Neighbours.Keys.ShouldBe(["E10000016"]);
        reading.Findings.ToList()[0].Message.ShouldNotContain(name);
    }

    [Theory]
    [InlineData("neighbours_may_2025.csv", "838")]
    [InlineData("neighbours_october_2014.csv", "835")]
    [InlineData("neighbours.csv", null)]
    public async Task Dorset_is_the_one_of_the_day_that_the_files_name_says_or_unknown(string file, string? number)
    {
        var reading = await Drop.ReadAsync(
            $"{NamesHeader}\nNottinghamshire,{string.Join(',', Names).Replace("Suffolk", "Dorset")}\n",
            Feed.Neighbours,
            file
        );

        if (number is null)
            reading.Codes().ShouldBe(["AREA_UNKNOWN"]);
        else
            reading.Neighbours[Notts][1].Area.Number.ShouldBe(number);
    }

    [Fact]
    public async Task A_model_whose_last_neighbour_has_another_column_behind_it_is_refused()
    {
        var reading = await ReadAsync(
            $"{WideHeader.Replace("SN_10P", "Note")}\n891,Nottinghamshire,8,East "
                + $"Midlands,{string.Join(',', Numbers.Select(n => $"{n},Close"))}\n"
        );

        reading.Codes().ShouldBe(["COLUMN_MISSING"]);
        reading.Refused.ShouldBeTrue();
    }

    private static Task<FileReading> ReadAsync(string text) => Drop.ReadAsync(text, Feed.Neighbours);

    private static IEnumerable<string> Neighbours(FileReading reading) =>
        reading.Neighbours[Notts].Select(n => n.Area.Number!);

    private static IEnumerable<string> Lists(FileReading reading) =>
        reading
            .Neighbours.OrderBy(n => n.Key, StringComparer.Ordinal)
            .Select(n => $"{n.Key}: {string.Join(", ", n.Value.Select(v => $"{v.Area.Code} {v.Closeness}"))}");
}
