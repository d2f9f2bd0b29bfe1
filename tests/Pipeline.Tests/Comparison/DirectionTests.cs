using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class DirectionTests
{
    [Theory]
    [InlineData(Polarity.High, "0.1", Direction.Improving)]
    [InlineData(Polarity.High, "-0.1", Direction.Declining)]
    [InlineData(Polarity.Low, "0.1", Direction.Declining)]
    [InlineData(Polarity.Low, "-0.1", Direction.Improving)]
    [InlineData(Polarity.Neutral, "0.1", Direction.Higher)]
    [InlineData(Polarity.Neutral, "-0.1", Direction.Lower)]
    [InlineData(Polarity.High, "0", Direction.NoChange)]
    public void A_change_is_named_by_polarity(Polarity polarity, string change, Direction direction) =>
        Directions.From(Given.Number(change), Known.Absence with { Polarity = polarity }).ShouldBe(direction);

    [Theory]
    [InlineData("0.5", Direction.NoChange)]
    [InlineData("-0.5", Direction.NoChange)]
    [InlineData("0.51", Direction.Declining)]
    [InlineData("-0.51", Direction.Improving)]
    public void Up_to_the_tolerance_there_is_no_change(string change, Direction direction) =>
        Directions.From(Given.Number(change), Known.Absence with { ChangeTolerance = 0.5m }).ShouldBe(direction);

    [Fact]
    public void The_tolerance_is_said_where_it_decided()
    {
        var place = Known.Compare(
            Known.Series(
                (Known.Nottinghamshire, Known.Figure(Known.Academic(2013), 4.5m)),
                (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 4.8m))
            ),
            Known.Absence with
            {
                ChangeTolerance = 0.5m,
            }
        );

        (place.Change, place.Direction).ShouldBe((0.3m, Direction.NoChange));
        place.Notes.Texts().ShouldContain("A change of up to 0.5 percentage points counts as similar.");
    }

    [Theory]
    [InlineData(Verdict.DoesNotMeet, Direction.Declining, Outlook.WorseAndGettingWorse)]
    [InlineData(Verdict.Exceeds, Direction.Improving, Outlook.BetterAndImproving)]
    [InlineData(Verdict.DoesNotMeet, Direction.Improving, null)]
    [InlineData(Verdict.DoesNotMeet, Direction.NoChange, null)]
    [InlineData(Verdict.InLine, Direction.Declining, null)]
    [InlineData(Verdict.NoJudgement, Direction.Higher, null)]
    [InlineData(Verdict.DoesNotMeet, null, null)]
    public void Worse_and_getting_worse_takes_both(Verdict verdict, Direction? direction, Outlook? outlook) =>
        Outlooks.From(verdict, direction).ShouldBe(outlook);
}
