using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class SeriesChoiceTests
{
    private const string Notts = Known.Nottinghamshire;
    private const string Part = "E16000081";
    private const string OtherPart = "E16000023";

    [Fact]
    public void Without_a_figure_for_the_area_the_first_series_with_one_for_England_is_chosen()
    {
        SeriesAsOf kent = Rank(0, ("E10000016", 2014)),
            second = Rank(2, (Known.England, 2014)),
            first = Rank(1, (Known.England, 2013));

        Choice([kent, second, first]).Publisher.ShouldBe(first);
        Choice([kent, Rank(1, ("E10000016", 2014))]).Publisher.ShouldBe(kent);
        Choice([]).Publisher.ShouldBeNull();
    }

    [Theory]
    [InlineData(2013, 2014, true)]
    [InlineData(2014, 2014, false)]
    [InlineData(2014, 2013, false)]
    public void The_parts_are_used_where_one_of_them_has_a_later_figure_than_the_area(int area, int part, bool parts) =>
        Choice([Rank(0, (Notts, area), (Part, part), (OtherPart, 2012))]).IsInParts.ShouldBe(parts);

    [Fact]
    public void The_series_with_the_latest_figure_of_any_part_is_chosen()
    {
        var later = Rank(1, (Part, 2014), (OtherPart, 2011));

        Choice([Rank(0, (Notts, 2013)), later]).Publisher.ShouldBe(later);
    }

    private static SeriesChoice Choice(IReadOnlyList<SeriesAsOf> known) =>
        SeriesChoice.For(known, Notts, [Part, OtherPart]);

    private static SeriesAsOf Rank(int rank, params (string Area, int Ending)[] figures) =>
        new(
            $"series {rank}",
            rank,
            [
                Known.Released(
                    Known.Release("2014-10-01", "a"),
                    rank,
                    [.. figures.Select(f => (f.Area, Known.Figure(Known.Academic(f.Ending), 4.8m)))]
                ),
            ],
            Known.AsAt
        );
}
