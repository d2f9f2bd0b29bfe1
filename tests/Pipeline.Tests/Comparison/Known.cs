using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>Composes what was known: releases and their series, in few words.</summary>
internal static class Known
{
    public const string England = AreaRegister.England;
    public const string Nottinghamshire = "E10000024";
    private const int Council = ChildrensTrust.Pipeline.Observations.Series.LocalReturnPreference;

    public static readonly DateOnly AsAt = new(2015, 9, 30);

    public static Area Area(string code) => Reference.Default.Areas.FindByCode(code)!;

    public static Period Academic(int ending) => YearType.Find("academic")!.Ending(ending);

    public static Period Reporting(int ending) => YearType.Find("reporting")!.Ending(ending);

    public static Period Quarter(string label)
    {
        PeriodLabel.TryParse(label, null, out var period, out _).ShouldBeTrue();
        return period;
    }

    public static Release Release(string published, string id, DateTimeOffset? arrived = null) =>
        new()
        {
            Id = id,
            Feed = Feed.National,
            File = $"{id}.csv",
            Format = "ees",
            Sha256 = new('0', 64),
            Size = 1,
            ETag = "\"1\"",
            Status = ReleaseStatus.Complete,
            Published = Given.Day(published),
            PublishedFrom = DateOrigin.Metadata,
            Arrived = arrived ?? new(2015, 12, 1, 0, 0, 0, TimeSpan.Zero),
            Rows = new(1, 1, new Dictionary<string, long>(), 0),
            Observations = 1,
            SeriesCount = 1,
            FindingCount = 0,
            Indicators = ["an-indicator"],
            Catalogue = "0123456789abcdef",
            Code = "0.1.0",
        };

    public static Observation Figure(
        Period period,
        decimal? value,
        decimal? numerator = null,
        decimal? denominator = null
    ) =>
        new()
        {
            Period = period,
            Value = value is { } figure ? Measure.From(figure) : Measure.None(MissingReason.Suppressed, "c"),
            Numerator = numerator,
            Denominator = denominator,
            Row = 2,
        };

    public static ReleasedSeries Released(Release release, params (string Area, Observation Observation)[] figures) =>
        Released(release, 0, figures);

    public static ReleasedSeries Released(
        Release release,
        int rank,
        params (string Area, Observation Observation)[] figures
    ) =>
        new(
            release,
            figures
                .GroupBy(f => f.Area)
                .ToDictionary(
                    g => g.Key,
                    g => new Series(
                        "an-indicator",
                        g.Key,
                        "a series",
                        rank,
                        "a column",
                        [.. g.Select(f => f.Observation).OrderBy(o => o.Period)]
                    )
                )
        );

    /// <summary>An indicator in per cent of which a low figure is good.</summary>
    public static readonly Indicator Absence = new()
    {
        Id = "an-indicator",
        Name = "An indicator",
        Narrative = "an indicator",
        Origin = Origin.Ours,
        Priority = "1",
        Unit = Unit.Percent,
        Decimals = 1,
        Polarity = Polarity.Low,
        Frequency = Frequency.Annual,
    };

    public static SeriesAsOf Of2014(params (string Area, decimal Value)[] figures) =>
        Series([.. figures.Select(f => (f.Area, Figure(Academic(2014), f.Value)))]);

    public static AreaComparison Compare(SeriesAsOf known, Indicator? indicator = null) =>
        Comparer(Area(Nottinghamshire), [], AverageMethod.Mean)
            .Compare(indicator ?? Absence, [known])
            .Places.ShouldHaveSingleItem();

    public static Comparer Comparer(
        Area area,
        IReadOnlyList<Neighbour> neighbours,
        AverageMethod method,
        params IReadOnlyList<NeighbourSet> others
    )
    {
        NeighbourSet set = new(
            "the set",
            new(2009, 4, 1),
            new Dictionary<string, IReadOnlyList<Neighbour>> { [area.Code] = neighbours }
        );
        return new(new(Reference.Default, new([set, .. others], AsAt, set), method), area);
    }

    public static SeriesAsOf Series(params (string Area, Observation Observation)[] figures) =>
        new("a series", 0, [Released(Release("2015-10-01", "a"), figures)], AsAt);

    public static SeriesAsOf CouncilsOwn(params (string Area, Observation Observation)[] figures) =>
        new("local:an-indicator", Council, [Released(Release("2015-10-02", "local"), Council, figures)], AsAt);
}
