using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Releases;

public sealed class ReleaseDatesTests
{
    private static readonly DateTimeOffset Arrived = new(2025, 11, 3, 23, 30, 0, TimeSpan.FromHours(-2));

    [Theory]
    [InlineData(DateOrigin.Metadata, "metadata")]
    [InlineData(DateOrigin.FileName, "file name")]
    [InlineData(DateOrigin.Arrival, "arrival")]
    public void The_words_for_an_origin_are_those_that_every_store_has(DateOrigin origin, string words) =>
        origin.Words().ShouldBe(words);

    [Fact]
    public void Metadata_says_when_a_file_was_published_whatever_its_name_says()
    {
        var dates = Find("2024-10-31.csv", ("published", "2024-11-21"));

        (dates.Published, dates.PublishedFrom).ShouldBe((new(2024, 11, 21), DateOrigin.Metadata));
    }

    [Fact]
    public void The_case_of_a_metadata_name_does_not_matter() =>
        Find("a.csv", ("Published", "2024-11-21")).Published.ShouldBe(new(2024, 11, 21));

    [Theory]
    [InlineData("absence_2024-10-31.csv", "2024-10-31")]
    [InlineData("absence_20241031.csv", "2024-10-31")]
    [InlineData("absence_2024_10_31.csv", "2024-10-31")]
    [InlineData("20241031_absence_20230101.csv", "2024-10-31")]
    public void A_day_in_the_name_says_when_a_file_was_published(string file, string published)
    {
        var dates = Find(file);

        (dates.Published, dates.PublishedFrom).ShouldBe((Given.Day(published), DateOrigin.FileName));
    }

    [Theory]
    [InlineData("d3_cpps_subsequent_plan_2013_to_2024.csv")]
    [InlineData("nat_char (201112 to 201617).csv")]
    [InlineData("absence_20241331.csv")]
    [InlineData("absence_20240230.csv")]
    [InlineData("absence_120241031.csv")]
    [InlineData("absence_2024-1031.csv")]
    [InlineData("New_Statistical_Neighbour_Groupings_April_2021.csv")]
    public void A_file_whose_name_has_no_day_was_published_when_it_arrived_in_universal_time(string file)
    {
        var dates = Find(file);

        (dates.Published, dates.PublishedFrom).ShouldBe((new(2025, 11, 4), DateOrigin.Arrival));
    }

    [Theory]
    [InlineData("New_Statistical_Neighbour_Groupings_April_2021.csv", "2021-04-01")]
    [InlineData("sn model may 2025.csv", "2025-05-01")]
    [InlineData("sn-model-SEPT-2025.csv", "2025-09-01")]
    [InlineData("snJun2025.csv", null)]
    [InlineData("sn_2025-05-19.csv", "2025-05-19")]
    [InlineData("summary_2021.csv", null)]
    [InlineData("neighbours.csv", null)]
    public void A_month_or_a_day_in_the_name_says_from_when_a_model_holds(string file, string? inForce) =>
        Find(file).InForce.ShouldBe(inForce is null ? null : Given.Day(inForce));

    [Fact]
    public void Metadata_say_from_when_a_model_holds_whatever_its_name_says() =>
        Find("April_2021.csv", ("inforce", "2014-10-01")).InForce.ShouldBe(new(2014, 10, 1));

    [Theory]
    [InlineData("UD_NEETNK_LA_dashboard_2022_final.csv", "final")]
    [InlineData("gcse_Provisional_2012.csv", "provisional")]
    [InlineData("gcse_revised.csv", "revised")]
    [InlineData("gcse.csv", null)]
    public void A_word_in_the_name_says_how_final_a_file_is(string file, string? status) =>
        (Find(file).RevisionStatus?.Word()).ShouldBe(status);

    [Fact]
    public void Metadata_say_how_final_a_file_is_whatever_its_name_says() =>
        Find("gcse_final.csv", ("status", "Revised")).RevisionStatus.ShouldBe(RevisionStatus.Revised);

    [Theory]
    [InlineData("published", "31/10/2024", "The metadata published is not a date.")]
    [InlineData("published", "2024-02-30", "The metadata published is not a date.")]
    [InlineData("published", "0001-01-01", "The metadata published is not between 1990 and 2100.")]
    [InlineData("inforce", "9999-12-31", "The metadata inforce is not between 1990 and 2100.")]
    [InlineData("inforce", "April 2021", "The metadata inforce is not a date.")]
    [InlineData("status", "draft", "The metadata status is not provisional, revised or final.")]
    public void Metadata_that_cannot_be_read_are_a_fault(string name, string value, string message)
    {
        ReleaseDates.Find("a.csv", new Dictionary<string, string> { [name] = value }, Arrived, out var fault);

        fault.ShouldBe(Check.MetadataUnreadable.Found(message));
    }

    [Fact]
    public void Empty_metadata_count_as_none() =>
        Find("2024-10-31.csv", ("published", ""), ("status", "")).PublishedFrom.ShouldBe(DateOrigin.FileName);

    private static ReleaseDates Find(string file, params (string Name, string Value)[] metadata)
    {
        var dates = ReleaseDates.Find(file, metadata.ToDictionary(m => m.Name, m => m.Value), Arrived, out var fault);
        fault.ShouldBeNull();
        return dates;
    }
}
