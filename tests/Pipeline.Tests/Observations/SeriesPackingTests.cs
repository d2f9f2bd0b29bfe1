using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class SeriesPackingTests
{
    [Fact]
    public void A_series_from_before_the_limits_at_99_8_were_kept_is_read_without_them()
    {
        const string packed =
            """[{"P":"AcademicYear|20130901|20140831","V":17.40,"N":174,"D":1002,"L":15.1,"U":19.8,"R":2}]""";

        SeriesPacking
            .Unpack(packed)
            .ShouldHaveSingleItem()
            .ShouldBe(Known.Figure(Known.Academic(2014), 17.40m, 174, 1002) with { Lower = 15.1m, Upper = 19.8m });
    }

    [Fact]
    public void The_stored_form_has_these_bytes_and_is_read_back_from_them()
    {
        const string year = "\"P\":\"AcademicYear|20130901|20140831\"";
        const string packed =
            $"[{{{year},\"V\":17.40,\"N\":174,\"D\":1002,\"L\":15.1,\"U\":19.8,\"E\":\"provisional\","
            + "\"T\":\"A note\",\"R\":7,\"R2\":8,\"N2\":3,\"D2\":4,\"L8\":13.9,\"U8\":21.30,\"O\":\"all schools\"},"
            + $"{{{year},\"M\":2,\"S\":\"c\",\"R\":9}}]";
        Observation[] observations =
        [
            Known.Figure(Known.Academic(2014), 17.40m, 174, 1002) with
            {
                Lower = 15.1m,
                Upper = 19.8m,
                Lower998 = 13.9m,
                Upper998 = 21.30m,
                RevisionStatus = RevisionStatus.Provisional,
                Note = "A note",
                Row = 7,
                MinusRow = 8,
                MinusNumerator = 3,
                MinusDenominator = 4,
                Total = "all schools",
            },
            Missing(MissingReason.Suppressed, "c"),
        ];

        SeriesPacking.Pack(observations).ShouldBe(packed);
        SeriesPacking.Unpack(packed).ShouldBe(observations);
    }

    // Stores hold these numbers, so a reason keeps its own for good.
    [Theory]
    [InlineData(0, MissingReason.NotAvailable)]
    [InlineData(1, MissingReason.NotApplicable)]
    [InlineData(2, MissingReason.Suppressed)]
    [InlineData(3, MissingReason.LowReliability)]
    [InlineData(4, MissingReason.RoundsToZero)]
    [InlineData(5, MissingReason.NotAvailableOrSuppressed)]
    [InlineData(6, MissingReason.NotGiven)]
    [InlineData(7, MissingReason.Withheld)]
    [InlineData(8, MissingReason.Conflicting)]
    [InlineData(9, MissingReason.Impossible)]
    [InlineData(10, MissingReason.NotInRelease)]
    [InlineData(11, MissingReason.Abolished)]
    public void A_reason_that_was_stored_as_a_number_is_read_as_the_same_reason(int number, MissingReason reason) =>
        SeriesPacking
            .Unpack($$"""[{"P":"AcademicYear|20130901|20140831","M":{{number}},"S":"x","R":9}]""")
            .ShouldHaveSingleItem()
            .ShouldBe(Missing(reason, "x"));

    [Fact]
    public void Every_reason_has_a_stored_number() => Enum.GetValues<MissingReason>().Length.ShouldBe(12);

    [Fact]
    public void What_is_not_there_takes_no_room() =>
        SeriesPacking
            .Pack([
                new()
                {
                    Period = Known.Academic(2014),
                    Value = Measure.From(1),
                    Row = 2,
                },
            ])
            .ShouldBe("""[{"P":"AcademicYear|20130901|20140831","V":1,"R":2}]""");

    private static Observation Missing(MissingReason reason, string symbol) =>
        new()
        {
            Period = Known.Academic(2014),
            Value = Measure.None(reason, symbol),
            Row = 9,
        };
}
