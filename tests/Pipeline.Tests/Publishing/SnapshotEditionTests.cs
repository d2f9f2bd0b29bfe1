using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Publishing;

public sealed class SnapshotEditionTests
{
    [Fact]
    public void Another_set_is_no_other_way_of_averaging_where_one_of_the_two_has_no_average()
    {
        var before = Sample.Of(Sample.Row(Verdict.Exceeds));
        var now = Averaged(AverageMethod.Mean) with
        {
            NeighbourSet = new("neighbours-4567", new(2021, 4, 1), []),
            WhatIf = true,
        };

        SnapshotEdition
            .After(before, now, false)
            .Reason.ShouldBe(
                "Made on request, with different similar councils or a different average. What is different from "
                    + "version 1: the similar councils are from a different list."
            );
    }

    [Fact]
    public void Another_way_of_averaging_is_said() =>
        SnapshotEdition
            .After(Averaged(AverageMethod.Mean), Averaged(AverageMethod.Median), false)
            .Reason.ShouldContain("the average of the similar councils is calculated in a different way");

    [Fact]
    public void A_file_that_takes_the_place_of_another_is_said()
    {
        var before = Sample.Of();
        var now = before with { Inputs = [before.Inputs[0] with { Release = "national-another" }] };

        SnapshotEdition
            .After(before, now, false)
            .Reason.ShouldEndWith("it uses 1 file that version 1 did not use; it no longer uses 1 file.");
    }

    private static Snapshot Averaged(AverageMethod method) =>
        Sample.Of(Sample.Row(Verdict.Exceeds) with { Neighbours = new(method, 5.5m, "2010/11", 1, 1, [], []) });
}
