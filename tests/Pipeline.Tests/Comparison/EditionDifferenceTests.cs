using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class EditionDifferenceTests
{
    private const string Derbyshire = "E10000007";
    private static readonly Period Year = Known.Academic(2014);

    [Fact]
    public void Changed_figures_and_the_verdicts_that_they_turned_are_counted()
    {
        var difference = Between(
            [(Known.Nottinghamshire, 23.3m), (Known.England, 20), (Derbyshire, 18)],
            [(Known.Nottinghamshire, 18.1m), (Known.England, 18.6m), (Derbyshire, 18)]
        );

        (difference.Compared, difference.Changed, difference.Flips).ShouldBe((3, 2, 1));
        difference
            .Changes.Single(c => c.Area == Known.Nottinghamshire)
            .ShouldBe(new(Known.Nottinghamshire, Year, 23.3m, 18.1m, Verdict.DoesNotMeet, Verdict.Exceeds));
    }

    [Fact]
    public void A_verdict_may_turn_although_the_areas_own_figure_did_not_change()
    {
        var difference = Between([(Derbyshire, 19), (Known.England, 20)], [(Derbyshire, 19), (Known.England, 18.6m)]);

        (difference.Changed, difference.Flips).ShouldBe((1, 1));
        difference
            .Changes.Select(c => (c.Area, c.Was == c.Now))
            .ShouldBe([(Derbyshire, true), (Known.England, false)], ignoreOrder: true);
    }

    [Fact]
    public void A_withdrawn_figure_is_a_change_and_turns_no_verdict()
    {
        var difference = Between([(Derbyshire, 19), (Known.England, 20)], [(Derbyshire, null), (Known.England, 20)]);

        (difference.Compared, difference.Changed, difference.Withdrawn, difference.Added, difference.Flips).ShouldBe(
            (1, 0, 1, 0, 0)
        );
    }

    [Theory]
    [InlineData("4.42889", "4.43", true)]
    [InlineData("4.43", "4.42889", true)]
    [InlineData("16.5", "17", true)]
    [InlineData("4.42", "4.43", false)]
    [InlineData("4.42889", "4.42", false)]
    public void Rounding_is_counted_apart(string was, string now, bool isRounding)
    {
        var difference = Between(
            [(Derbyshire, Given.Number(was)), (Known.England, 20)],
            [(Derbyshire, Given.Number(now)), (Known.England, 20)]
        );

        (difference.Changed, difference.Rounded).ShouldBe(isRounding ? (0, 1) : (1, 0));
    }

    [Fact]
    public void A_year_that_the_later_edition_leaves_out_is_listed_as_withdrawn()
    {
        ReleasedSeries Edition(string published, params (int Year, decimal Value)[] figures) =>
            Known.Released(
                Known.Release(published, published),
                [.. figures.Select(f => (Derbyshire, Known.Figure(Known.Academic(f.Year), f.Value)))]
            );

        var difference = EditionDifference.Between(
            Known.Absence,
            Edition("2024-12-01", (2012, 15), (2013, 15), (2014, 15)),
            Edition("2026-04-01", (2014, 11), (2015, 11)),
            Reference.Default.Areas
        );

        (difference.Compared, difference.Changed, difference.Withdrawn).ShouldBe((1, 1, 2));
        difference
            .Changes.Where(c => c.Now is null)
            .Select(c => c.Period)
            .ShouldBe([Known.Academic(2012), Known.Academic(2013)]);
    }

    [Fact]
    public void A_figure_given_for_the_first_time_is_none_of_the_compared()
    {
        var difference = Between([(Derbyshire, null), (Known.England, 20)], [(Derbyshire, 19), (Known.England, 21)]);

        (difference.Compared, difference.Changed, difference.Added, difference.Withdrawn).ShouldBe((1, 1, 1, 0));
    }

    /// <summary>First-time entrants: England 1,258 where every authority lies between 63 and 318. Each edition is
    /// checked with its own authorities.</summary>
    [Theory]
    [InlineData(1258, 1258, 0)]
    [InlineData(1258, 110, 0)]
    [InlineData(110, 1258, 0)]
    [InlineData(110, 150, 2)]
    public void No_verdict_turns_on_a_figure_of_England_that_cannot_be_an_average(int was, int now, int turned)
    {
        string[] areas = [Known.Nottinghamshire, Derbyshire, "E10000016", "E10000028", "E10000017"];
        (string, decimal?)[] Edition(int england) =>
            [.. areas.Select((a, i) => (a, (decimal?)(100 + (20 * i)))), (Known.England, england)];

        Between(Edition(was), Edition(now)).Flips.ShouldBe(turned);
    }

    [Fact]
    public void A_period_that_the_later_edition_does_not_speak_of_is_no_change()
    {
        var earlier = Known.Released(
            Known.Release("2015-10-01", "old"),
            (Derbyshire, Known.Figure(Known.Academic(2013), 1)),
            (Derbyshire, Known.Figure(Year, 2))
        );
        var later = Known.Released(Known.Release("2015-11-01", "new"), (Derbyshire, Known.Figure(Year, 2)));

        EditionDifference.Between(Known.Absence, earlier, later, Reference.Default.Areas).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Areas_and_periods_are_in_order_and_an_area_of_one_edition_alone_is_no_change()
    {
        ReleasedSeries Edition(string published, string id, int more, params string[] areas) =>
            Known.Released(
                Known.Release(published, id),
                [
                    .. from area in areas
                    from ending in new[] { 2013, 2014 }
                    select (area, Known.Figure(Known.Academic(ending), ending + more)),
                ]
            );

        var difference = EditionDifference.Between(
            Known.Absence,
            Edition("2015-10-01", "old", 0, "E10000016", Derbyshire, "E10000028"),
            Edition("2015-11-01", "new", 1, "E10000017", "E10000016", Derbyshire),
            Reference.Default.Areas
        );

        difference.Compared.ShouldBe(4);
        difference
            .Changes.Select(c => (c.Area, c.Period))
            .ShouldBe([
                (Derbyshire, Known.Academic(2013)),
                (Derbyshire, Year),
                ("E10000016", Known.Academic(2013)),
                ("E10000016", Year),
            ]);
    }

    [Fact]
    public void England_is_not_compared_with_itself() =>
        Between([(Known.England, 20)], [(Known.England, 21)])
            .Changes.ShouldHaveSingleItem()
            .ShouldBe(new(Known.England, Year, 20, 21, Verdict.NoComparison, Verdict.NoComparison));

    private static EditionDifference Between(
        (string Area, decimal? Value)[] earlier,
        (string Area, decimal? Value)[] later
    )
    {
        ReleasedSeries Of(string published, string id, (string Area, decimal? Value)[] figures) =>
            Known.Released(
                Known.Release(published, id),
                [.. figures.Select(f => (f.Area, Known.Figure(Year, f.Value)))]
            );
        return EditionDifference.Between(
            Known.Absence,
            Of("2015-10-01", "old", earlier),
            Of("2015-11-01", "new", later),
            Reference.Default.Areas
        );
    }
}
