using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class DirectionTests
{
    [Theory]
    [InlineData(Polarity.High, "0.1", "improving")]
    [InlineData(Polarity.High, "-0.1", "declining")]
    [InlineData(Polarity.Low, "0.1", "declining")]
    [InlineData(Polarity.Low, "-0.1", "improving")]
    [InlineData(Polarity.Neutral, "0.1", "higher")]
    [InlineData(Polarity.Neutral, "-0.1", "lower")]
    [InlineData(Polarity.High, "0", "no change")]
    public void A_change_is_named_by_polarity(Polarity polarity, string change, string words) =>
        Direction.From(Given.Number(change), Known.Absence with { Polarity = polarity }).ShouldBe(words);

    [Theory]
    [InlineData("0.5", "no change")]
    [InlineData("-0.5", "no change")]
    [InlineData("0.51", "declining")]
    [InlineData("-0.51", "improving")]
    public void Up_to_the_tolerance_there_is_no_change(string change, string words) =>
        Direction.From(Given.Number(change), Known.Absence with { ChangeTolerance = 0.5m }).ShouldBe(words);

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

        (place.Change, place.Direction).ShouldBe((0.3m, "no change"));
        place.Notes.ShouldContain("A change of up to 0.5 percentage points counts as no change.");
    }

    [Theory]
    [InlineData(Verdict.DoesNotMeet, "declining", "worse and getting worse")]
    [InlineData(Verdict.Exceeds, "improving", "better and improving")]
    [InlineData(Verdict.DoesNotMeet, "improving", null)]
    [InlineData(Verdict.DoesNotMeet, "no change", null)]
    [InlineData(Verdict.InLine, "declining", null)]
    [InlineData(Verdict.NoJudgement, "higher", null)]
    [InlineData(Verdict.DoesNotMeet, null, null)]
    public void Worse_and_getting_worse_takes_both(Verdict verdict, string? direction, string? outlook) =>
        Outlook.From(verdict, direction).ShouldBe(outlook);
}
