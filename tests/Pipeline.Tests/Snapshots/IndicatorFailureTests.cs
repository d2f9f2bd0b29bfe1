using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>A store that an older version filled may hold figures that no sum can take. They cost their own indicator
/// alone.</summary>
public sealed class IndicatorFailureTests
{
    [Fact]
    public void An_indicator_that_fails_to_compare_is_no_comparison_and_the_rest_is_made()
    {
        const string Notts = "E10000024";
        var largest = Known.Series(
            (Notts, Known.Figure(Known.Academic(2013), -decimal.MaxValue)),
            (Notts, Known.Figure(Known.Academic(2014), decimal.MaxValue)),
            ("E92000001", Known.Figure(Known.Academic(2014), 5m))
        );
        var sound = Known.Series(
            (Notts, Known.Figure(Known.Academic(2014), 4m)),
            ("E92000001", Known.Figure(Known.Academic(2014), 5m))
        );
        var series = new Dictionary<string, IReadOnlyList<SeriesAsOf>>(StringComparer.Ordinal)
        {
            ["overall-absence"] = [largest],
            ["persistent-absence"] = [sound],
        };
        var evidence = new KnownData(series, NeighbourSets.None, [], [], null);
        var failures = new List<IndicatorFailure>();

        var snapshot = new SnapshotDraft(Reference.Default, evidence, new(new(2015, 9, 30)), new(2015, 12, 12)).Make(
            Known.Area(Notts),
            failures
        );

        failures.ShouldHaveSingleItem().Fault.ShouldBeOfType<OverflowException>();
        failures[0].Indicator.ShouldBe("overall-absence");
        snapshot.Rows.Single(r => r.Indicator == "overall-absence").VersusNational.ShouldBe(Verdict.NoComparison);
        snapshot.Rows.Single(r => r.Indicator == "persistent-absence").VersusNational.ShouldBe(Verdict.Exceeds);
    }
}
