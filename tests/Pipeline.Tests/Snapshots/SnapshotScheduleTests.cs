using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotScheduleTests
{
    private static readonly SnapshotSchedule Schedule = new ScheduleOptions().Of(Cadence.Default);

    [Theory]
    [InlineData("2012-01-01", "2011-09-30")]
    [InlineData("2012-03-30", "2011-09-30")]
    [InlineData("2012-03-31", "2012-03-31")]
    [InlineData("2012-09-29", "2012-03-31")]
    [InlineData("2012-09-30", "2012-09-30")]
    [InlineData("2012-12-31", "2012-09-30")]
    public void The_last_as_at_date_is_the_newest_on_or_before_a_day(string day, string asAt) =>
        Schedule.LastAsAt(Given.Day(day)).ShouldBe(Given.Day(asAt));

    [Theory]
    [InlineData("2012-09-30", "2012-12-12")]
    [InlineData("2013-03-31", "2013-06-12")]
    public void A_snapshot_falls_due_as_long_after_its_date_as_that_of_the_report_of_January_2013(
        string asAt,
        string due
    ) => Schedule.Due(Given.Day(asAt)).ShouldBe(Given.Day(due));

    [Theory]
    [InlineData("2023-09-30", "2024-02-29")]
    [InlineData("2022-09-30", "2023-03-01")]
    public void A_leap_day_counts_as_a_day(string asAt, string due) =>
        (Schedule with { CompileAfterDays = 152 }).Due(Given.Day(asAt)).ShouldBe(Given.Day(due));

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
        Schedule
            .DueOn(new(2013, 12, 31), new(2012, 12, 12))
            .ShouldBe([new(2012, 9, 30), new(2013, 3, 31), new(2013, 9, 30)]);

    [Fact]
    public void What_had_fallen_due_when_the_first_release_arrived_stays_owed_however_long_nothing_ran() =>
        Schedule
            .DueOn(new(2013, 12, 31), new(2012, 12, 13))
            .ShouldBe([new(2012, 9, 30), new(2013, 3, 31), new(2013, 9, 30)]);

    [Fact]
    public void Only_the_newest_of_those_that_had_fallen_due_when_the_first_release_arrived_is_owed() =>
        Schedule.DueOn(new(2013, 6, 11), new(2013, 6, 11)).ShouldBe([new(2012, 9, 30)]);

    [Fact]
    public void A_schedule_without_delay_owes_a_snapshot_on_its_as_at_date() =>
        (Schedule with { CompileAfterDays = 0 }).DueOn(new(2012, 9, 30), new(2012, 9, 30)).ShouldBe([new(2012, 9, 30)]);

    [Fact]
    public void A_delay_longer_than_half_a_year_owes_the_one_before() =>
        (Schedule with { CompileAfterDays = 200 })
            .DueOn(new(2012, 12, 12), new(2012, 12, 12))
            .ShouldBe([new(2012, 3, 31)]);

    [Fact]
    public void What_is_owed_is_compiled_on_its_due_date_however_late_it_is_made() =>
        Schedule
            .Owed(new(2013, 5, 1), new(2012, 1, 1), new HashSet<DateOnly> { new(2012, 3, 31) })
            .ShouldBe([new(new(2012, 9, 30), new(2012, 12, 12))]);

    [Fact]
    public void The_first_release_may_arrive_after_the_due_date_and_is_in_it() =>
        Schedule
            .Owed(new(2013, 2, 1), new(2013, 1, 15), new HashSet<DateOnly>())
            .ShouldBe([new(new(2012, 9, 30), new(2013, 1, 15))]);

    [Fact]
    public void A_changed_number_of_days_does_not_reach_back_before_the_first_that_was_made() =>
        (Schedule with { CompileAfterDays = 300 })
            .Owed(new(2013, 8, 1), new(2012, 12, 1), new HashSet<DateOnly> { new(2012, 9, 30) })
            .ShouldBeEmpty();

    [Fact]
    public void Quarters_fall_due_one_after_another() =>
        (Schedule with { AsAt = [new(3), new(6), new(9), new(12)] })
            .DueOn(new(2013, 7, 1), new(2012, 9, 1))
            .ShouldBe([new(2012, 3, 31), new(2012, 6, 30), new(2012, 9, 30), new(2012, 12, 31), new(2013, 3, 31)]);

    [Theory]
    [InlineData(-1)]
    [InlineData(367)]
    public void A_setting_out_of_range_is_refused(int days) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => new ScheduleOptions { CompileAfterDays = days })
            .Message.ShouldContain("Snapshot__CompileAfterDays must be 0 to 366");
}
