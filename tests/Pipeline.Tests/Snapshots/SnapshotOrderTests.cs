using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotOrderTests
{
    private static readonly SnapshotSchedule Schedule = new ScheduleOptions().Of(Cadence.Default);
    private static readonly DateOnly September = new(2012, 9, 30);
    private static readonly SnapshotHeader Usual = Header(September, "2012-12-12", 2);

    [Fact]
    public void A_look_back_that_was_compiled_for_an_earlier_day_does_not_count() =>
        Counting(Usual, Header(September, "2012-11-15", 3)).ShouldBe(2);

    [Fact]
    public void A_what_if_does_not_count_where_there_is_a_usual_one() =>
        Counting(Usual, Header(September, "2012-12-13", 4) with { WhatIf = true }).ShouldBe(2);

    [Fact]
    public void Of_the_same_compile_date_the_newest_version_counts() =>
        Counting(Header(September, "2012-12-12", 3), Usual).ShouldBe(3);

    [Fact]
    public void A_what_if_that_is_alone_is_shown_and_is_never_last_time()
    {
        var alone = Usual with { WhatIf = true };

        Counting(alone).ShouldBe(2);
        LastTime(new(2013, 3, 31), alone).ShouldBeNull();
    }

    [Fact]
    public void Last_time_is_the_version_that_counts_of_the_date_before() =>
        LastTime(
                new(2013, 3, 31),
                Header(new(2012, 3, 31), "2012-06-12", 1),
                Usual,
                Header(September, "2012-11-15", 3),
                Header(September, "2012-12-12", 4) with
                {
                    WhatIf = true,
                }
            )
            .ShouldBe(Usual);

    [Fact]
    public void What_was_compiled_later_is_not_last_time() =>
        LastTime(new(2013, 3, 31), Usual, Header(September, "2013-12-12", 3)).ShouldBe(Usual);

    [Fact]
    public void A_date_of_the_cadence_is_not_held_against_one_that_is_none()
    {
        var other = Header(new(2012, 10, 29), "2012-12-12", 1);

        LastTime(new(2013, 3, 31), Usual, other).ShouldBe(Usual);
        LastTime(new(2013, 3, 30), Usual, other).ShouldBe(other);
    }

    private static int Counting(params SnapshotHeader[] versions) => versions.PreferredFirst().First().Version;

    private static SnapshotHeader? LastTime(DateOnly asAt, params SnapshotHeader[] headers) =>
        SnapshotOrder.PreviousReport(headers, Sample.Of() with { AsAt = asAt, Compiled = new(2013, 6, 12) }, Schedule);

    private static SnapshotHeader Header(DateOnly asAt, string compiled, int version) =>
        new(
            "E10000024",
            Cadence.Trust,
            asAt,
            Given.Day(compiled),
            version,
            "",
            $"E10000024/{asAt:yyyy-MM-dd}/v{version}/",
            false
        );
}
