using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class AlternativesTests
{
    private static readonly Neighbour Derbyshire = new(Known.Area("E10000007"), "");
    private static readonly Neighbour Kent = new(Known.Area("E10000016"), "");
    private static readonly Neighbour Suffolk = new(Known.Area("E10000029"), "");

    [Fact]
    public void Every_other_average_and_every_other_set_is_tried_and_the_chosen_one_is_not_repeated()
    {
        var other = new NeighbourSet(
            "another set",
            new(2014, 10, 1),
            new Dictionary<string, IReadOnlyList<Neighbour>> { [Known.Nottinghamshire] = [Suffolk] }
        );
        var known = Known.Of2014((Known.Nottinghamshire, 4.8m), ("E10000007", 4), ("E10000016", 5), ("E10000029", 6));

        var place = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [Derbyshire, Kent], AverageMethod.Mean, other)
            .Compare(Known.Absence, [known])
            .Places.Single();

        place.VersusNeighbours.ShouldBe(Verdict.DoesNotMeet);
        // There are no counts, so nothing can be pooled.
        place
            .Alternatives.Select(a => (a.Set.Id, a.Group.Method, a.Group.Average, a.Versus))
            .ShouldBe([
                ("the set", AverageMethod.Median, 4.5m, Verdict.DoesNotMeet),
                ("another set", AverageMethod.Mean, 6m, Verdict.Exceeds),
                ("another set", AverageMethod.Median, 6m, Verdict.Exceeds),
            ]);
    }
}
