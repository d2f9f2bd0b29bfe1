using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotScheduleTests
{
    private static readonly SnapshotSchedule Schedule = new();

    [Theory]
    [InlineData("2012-01-01", "2011-09-30")]
    [InlineData("2012-03-30", "2011-09-30")]
    [InlineData("2012-03-31", "2012-03-31")]
    [InlineData("2012-09-29", "2012-03-31")]
    [InlineData("2012-09-30", "2012-09-30")]
    [InlineData("2012-12-31", "2012-09-30")]
    public void The_last_as_at_date_is_the_newest_on_or_before_a_day(string day, string asAt) => SnapshotSchedule.LastAsAt(Given.Day(day)).ShouldBe(Given.Day(asAt));

    [Theory]
    [InlineData("2012-09-30", "2012-12-12")]
    [InlineData("2013-03-31", "2013-06-12")]
    public void A_snapshot_falls_due_as_long_after_its_date_as_that_of_the_report_of_January_2013(string asAt, string due) => Schedule.Due(Given.Day(asAt)).ShouldBe(Given.Day(due));

    [Theory]
    [InlineData("2023-09-30", "2024-02-29")]
    [InlineData("2022-09-30", "2023-03-01")]
    public void A_leap_day_counts_as_a_day(string asAt, string due) => new SnapshotSchedule(152).Due(Given.Day(asAt)).ShouldBe(Given.Day(due));

    [Theory]
    [InlineData("2012-12-11", "2012-03-31")]
    [InlineData("2012-12-12", "2012-09-30")]
    public void The_newest_snapshot_is_owed_from_the_day_it_falls_due(string today, string asAt) =>
        Schedule.DueOn(Given.Day(today), Given.Day(today)).ShouldBe([Given.Day(asAt)]);

    [Fact]
    public void The_newest_due_is_owed_even_where_the_first_release_arrived_after_it_fell_due() =>
        Schedule.DueOn(new(2013, 2, 1), new(2013, 1, 15)).ShouldBe([new(2012, 9, 30)]);

    [Fact]
    public void Every_snapshot_that_fell_due_since_the_first_release_arrived_is_owed_the_earliest_first() =>
        Schedule.DueOn(new(2013, 12, 31), new(2012, 12, 12)).ShouldBe([new(2012, 9, 30), new(2013, 3, 31), new(2013, 9, 30)]);

    [Fact]
    public void What_fell_due_the_day_before_the_first_release_arrived_is_not_owed() =>
        Schedule.DueOn(new(2013, 12, 31), new(2012, 12, 13)).ShouldBe([new(2013, 3, 31), new(2013, 9, 30)]);

    [Fact]
    public void A_schedule_without_delay_owes_a_snapshot_on_its_as_at_date() =>
        new SnapshotSchedule(0).DueOn(new(2012, 9, 30), new(2012, 9, 30)).ShouldBe([new(2012, 9, 30)]);

    [Fact]
    public void A_delay_longer_than_half_a_year_owes_the_one_before() =>
        new SnapshotSchedule(200).DueOn(new(2012, 12, 12), new(2012, 12, 12)).ShouldBe([new(2012, 3, 31)]);
}
