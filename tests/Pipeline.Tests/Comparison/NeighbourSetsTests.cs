using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class NeighbourSetsTests
{
    private const string Notts = Known.Nottinghamshire;
    private const string Kent = "E10000016";
    private static readonly DateOnly AsAt = new(2025, 9, 30);
    private static readonly NeighbourSet Whole = Set("whole", 2021, Notts, Kent);
    private static readonly NeighbourSet OneRow = Set("one row", 2025, Notts);
    private static readonly NeighbourSet Next = Set("next", 2026, Notts, Kent);

    [Fact]
    public void The_set_that_counts_for_an_area_is_the_newest_in_force_that_lists_it()
    {
        NeighbourSets sets = new([Next, OneRow, Whole], AsAt, null);

        (sets.For(Notts), sets.For(Kent)).ShouldBe((OneRow, Whole));
        (sets.NewerWithout(Notts).Any(), sets.NewerWithout(Kent).ShouldHaveSingleItem()).ShouldBe((false, OneRow));
        sets.OthersFor(Kent).ShouldBe([Next, OneRow]);
    }

    [Fact]
    public void A_set_counts_from_its_first_day()
    {
        new NeighbourSets([OneRow], OneRow.From, null).For(Notts).ShouldBe(OneRow);
        new NeighbourSets([OneRow], OneRow.From.AddDays(-1), null).For(Notts).ShouldBeNull();
    }

    [Fact]
    public void Only_a_newer_set_that_leaves_the_area_out_is_named()
    {
        NeighbourSet older = Set("older", 2020, Notts),
            sameDay = Set("same day", 2021, Notts);

        new NeighbourSets([OneRow, Whole, sameDay, older], AsAt, null).NewerWithout(Kent).ShouldBe([OneRow]);
    }

    [Fact]
    public void Where_no_set_in_force_lists_the_area_the_newest_counts_and_has_none_for_it() =>
        new NeighbourSets([OneRow, Set("older", 2021, Notts)], AsAt, null).For(Kent).ShouldBe(OneRow);

    [Fact]
    public void A_set_that_is_asked_for_counts_for_every_area_and_is_unusual_where_another_would_count()
    {
        NeighbourSets sets = new([OneRow, Whole], AsAt, OneRow);

        (sets.For(Kent), sets.IsUnusualFor(Kent), sets.IsUnusualFor(Notts)).ShouldBe((OneRow, true, false));
    }

    [Fact]
    public void An_authority_that_a_newer_model_leaves_out_keeps_its_neighbours()
    {
        var kent = new Comparer(
            new(Reference.Default, new([OneRow, Whole], AsAt, null), AverageMethod.Mean),
            Known.Area(Kent)
        );

        kent.Compare(Known.Absence, [Known.Of2014((Kent, 4.8m), ("E10000007", 4), ("E10000021", 5))])
            .Places.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                p => p.VersusNeighbours.ShouldBe(Verdict.DoesNotMeet),
                p => p.Neighbours!.Average.ShouldBe(4m)
            );
    }

    private static NeighbourSet Set(string id, int year, params string[] areas) =>
        new(
            id,
            new(year, 4, 1),
            areas.ToDictionary(a => a, IReadOnlyList<Neighbour> (_) => [new(Known.Area("E10000007"), "")])
        );
}
