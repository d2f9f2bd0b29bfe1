using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class PackedObservationsTests
{
    private static readonly Period Year = YearType.Find("academic")!.Ending(2012);

    private static readonly Observation Full = new()
    {
        Period = Year,
        Value = Measure.From(17.40m),
        Numerator = 1,
        Denominator = 2,
        MinusNumerator = 3,
        MinusDenominator = 4,
        Lower = 5.5m,
        Upper = 6.5m,
        RevisionStatus = RevisionStatus.Provisional,
        Note = "a note",
        Row = 7,
        MinusRow = 8,
    };

    [Fact]
    public void Every_part_of_an_observation_is_read_back()
    {
        var missing = new Observation
        {
            Period = Year.Next,
            Value = Measure.None(MissingReason.Suppressed, "c"),
            Row = 9,
        };

        SeriesPacking.Unpack(SeriesPacking.Pack([Full, missing])).ShouldBe([Full, missing]);
    }

    [Fact]
    public void A_figure_keeps_the_decimals_it_was_published_with() =>
        SeriesPacking.Pack([Full]).ShouldContain("\"V\":17.40,", Case.Sensitive);

    [Fact]
    public void What_is_not_there_takes_no_room() =>
        SeriesPacking
            .Pack([
                new()
                {
                    Period = Year,
                    Value = Measure.From(1),
                    Row = 2,
                },
            ])
            .ShouldBe("[{\"P\":\"AcademicYear|20110901|20120831\",\"V\":1,\"R\":2}]");
}
