using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class KeyActionListsTests
{
    [Theory]
    [InlineData("2011-09-29", false)]
    [InlineData("2011-09-30", true)]
    [InlineData("2012-09-30", true)]
    [InlineData("2012-11-30", true)]
    public void A_list_is_of_the_period_where_it_was_published_in_the_year_before_the_as_at_date_or_since(
        string published,
        bool expected
    ) => KeyActionLists.IsOfThePeriod(List(published, "a"), new(2012, 9, 30)).ShouldBe(expected);

    [Fact]
    public void The_newest_list_is_the_one_that_was_published_last() =>
        SnapshotNeeds
            .Choose(
                [
                    .. new[]
                    {
                        List("2011-11-30", "older"),
                        List("2012-11-30", "newer"),
                        List("2013-01-31", "later"),
                        Known.Release("2012-12-01", "no list"),
                    }
                        .SelectMany(ReleaseIndex.RowsOf)
                        .OrderByDescending(r => r.Age, ReleaseAge.Order),
                ],
                [],
                new(2012, 12, 12)
            )
            .Select(r => r.ReleaseId)
            .ShouldBe(["newer"]);

    private static Release List(string published, string id) =>
        Known.Release(published, id) with
        {
            Feed = Feed.KeyActions,
        };
}
