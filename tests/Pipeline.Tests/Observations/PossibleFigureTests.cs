using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Observations;

/// <summary>The largest figure that each unit can have, at its edge.</summary>
public sealed class PossibleFigureTests
{
    private static readonly Period Year = YearType.Find("academic")!.Ending(2014);

    [Theory]
    [InlineData("overall-absence", "Value", "1000", "1000.01")]
    [InlineData("overall-absence", "Value", "-1000", "-1000.01")]
    [InlineData("level-3-gap-by-19", "Minus", "1000", "1000.01")]
    [InlineData("child-protection-plans", "Value", "100000", "100000.1")]
    [InlineData("breastfeeding-6-to-8-weeks", "Denominator", "10000000000", "10000000001")]
    [InlineData("attainment-8", "Value", "1000", "1000.1")]
    public void A_figure_is_possible_up_to_the_bound_of_its_unit(
        string indicator,
        string role,
        string possible,
        string impossible
    )
    {
        var (found, part) = (Reference.Default.Catalogue.Find(indicator), Enum.Parse<ObservationPart>(role));
        found.ShouldNotBeNull();
        PossibleFigure.IsTooLarge(Given.Number(possible), part, found).ShouldBeFalse();
        PossibleFigure.IsTooLarge(Given.Number(impossible), part, found).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1e27", null, null)]
    [InlineData("5", "10000000001", null)]
    [InlineData("5", null, "1001")]
    public void What_an_older_version_accepted_is_missing_with_its_reason(
        string value,
        string? denominator,
        string? upper
    )
    {
        var absence = Reference.Default.Catalogue.Find("overall-absence")!;
        decimal? Number(string? text) => text is null ? null : Given.Number(text);
        var sound = new Observation
        {
            Period = Year,
            Value = Measure.From(4m),
            Row = 2,
        };
        var wrong = sound with
        {
            Value = Measure.From(Given.Number(value)),
            Denominator = Number(denominator),
            Upper = Number(upper),
            Row = 3,
        };
        var series = new Dictionary<string, Series>(StringComparer.Ordinal)
        {
            ["E10000024"] = new("overall-absence", "E10000024", "dfe", 0, "percent", [sound, wrong]),
        };

        var within = PossibleFigure.Within(series, absence)["E10000024"].Observations;

        within[0].ShouldBe(sound);
        within[1].Value.ShouldBe(Measure.None(MissingReason.Impossible));
        (within[1].Denominator, within[1].Upper, within[1].Row).ShouldBe((null, null, 3));
    }

    [Theory]
    [InlineData("1000", null, null, false)]
    [InlineData("5", "-1001", null, true)]
    [InlineData("5", null, "1001", true)]
    [InlineData("5", "-1000", "1000", false)]
    public void A_limit_at_99_8_beyond_the_bound_takes_the_figure_and_all_limits_away(
        string value,
        string? lower,
        string? upper,
        bool missing
    )
    {
        decimal? Number(string? text) => text is null ? null : Given.Number(text);
        var kept = new Observation
        {
            Period = Year,
            Value = Measure.From(Given.Number(value)),
            Lower = 1,
            Upper = 9,
            Lower998 = Number(lower),
            Upper998 = Number(upper),
            Row = 2,
        };

        var within = Within(("E10000024", kept)).ShouldHaveSingleItem().Value.Observations.ShouldHaveSingleItem();

        within.ShouldBe(
            missing
                ? new Observation
                {
                    Period = Year,
                    Value = Measure.None(MissingReason.Impossible),
                    Row = 2,
                }
                : kept
        );
    }

    [Fact]
    public void An_impossible_figure_of_one_area_leaves_the_others_as_they_are()
    {
        var sound = new Observation
        {
            Period = Year,
            Value = Measure.From(4m),
            Row = 2,
        };

        var within = Within(("E10000024", sound), ("E10000023", sound with { Value = Measure.From(1001) }));

        within["E10000024"].Observations.ShouldBe([sound]);
        within["E10000023"].Observations.ShouldHaveSingleItem().Value.ShouldBe(Measure.None(MissingReason.Impossible));
    }

    private static IReadOnlyDictionary<string, Series> Within(params (string Area, Observation Observation)[] kept) =>
        PossibleFigure.Within(
            kept.ToDictionary(
                k => k.Area,
                k => new Series("overall-absence", k.Area, "dfe", 0, "percent", [k.Observation])
            ),
            Reference.Default.Catalogue.Find("overall-absence")!
        );
}
