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
        var difference = Between([(Known.Nottinghamshire, 23.3m), (Known.England, 20), (Derbyshire, 18)], [(Known.Nottinghamshire, 18.1m), (Known.England, 18.6m), (Derbyshire, 18)]);

        (difference.Compared, difference.Changed, difference.Flips).ShouldBe((3, 2, 1));
        difference.Changes.Single(c => c.Area == Known.Nottinghamshire).ShouldBe(new(Known.Nottinghamshire, Year, 23.3m, 18.1m, Verdict.DoesNotMeet, Verdict.Exceeds));
    }

    [Fact]
    public void A_verdict_may_turn_although_the_areas_own_figure_did_not_change()
    {
        var difference = Between([(Derbyshire, 19), (Known.England, 20)], [(Derbyshire, 19), (Known.England, 18.6m)]);

        (difference.Changed, difference.Flips).ShouldBe((1, 1));
        difference.Changes.Select(c => (c.Area, c.Was == c.Now)).ShouldBe([(Derbyshire, true), (Known.England, false)], ignoreOrder: true);
    }

    [Fact]
    public void A_withdrawn_figure_is_a_change_and_turns_no_verdict()
    {
        var difference = Between([(Derbyshire, 19), (Known.England, 20)], [(Derbyshire, null), (Known.England, 20)]);

        (difference.Compared, difference.Changed, difference.Flips).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void A_period_that_the_later_edition_does_not_speak_of_is_no_change()
    {
        var earlier = Known.Released(Known.Release("2015-10-01", "old"), (Derbyshire, Known.Figure(Known.Academic(2013), 1)), (Derbyshire, Known.Figure(Year, 2)));
        var later = Known.Released(Known.Release("2015-11-01", "new"), (Derbyshire, Known.Figure(Year, 2)));

        EditionDifference.Between(Known.Absence, earlier, later).Changes.ShouldBeEmpty();
    }

    private static EditionDifference Between((string Area, decimal? Value)[] earlier, (string Area, decimal? Value)[] later)
    {
        ReleasedSeries Of(string published, string id, (string Area, decimal? Value)[] figures) =>
            Known.Released(Known.Release(published, id), [.. figures.Select(f => (f.Area, Known.Figure(Year, f.Value)))]);
        return EditionDifference.Between(Known.Absence, Of("2015-10-01", "old", earlier), Of("2015-11-01", "new", later));
    }
}
