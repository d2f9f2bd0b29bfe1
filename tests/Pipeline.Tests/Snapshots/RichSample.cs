using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>A composed snapshot in which everything that a snapshot can hold is there. Its figures are
/// illustrative.</summary>
internal static class RichSample
{
    public static Snapshot Of() =>
        Sample.Of(Worse(), Better(), InParts(), Suppressed()) with
        {
            Version = 2,
            Edition = new(
                1,
                "Made on request. What is different from version 1: it uses 1 file that version 1 did not use.",
                false,
                ["national-0123"],
                ["national-0000"],
                true,
                false
            )
            {
                Withdrawn = ["national-0000"],
            },
            NeighbourSet = new(
                "neighbours-0123",
                new(2009, 4, 1),
                [new("E10000007", "Derbyshire", "Very close"), new("E10000016", "Kent", "Close")]
            )
            {
                NewerWithoutArea = [new("neighbours-0124", new(2012, 4, 1))],
            },
            Actions = Sample.Actions(4, 9, 1),
            Findings = [new("national-0123", "absence.csv", "AREA_UNKNOWN", "warning", 2)],
            Inputs =
            [
                .. Sample.Of().Inputs,
                new(
                    "obesity-0123",
                    "obesity",
                    "obesity.csv",
                    new(2011, 12, 14),
                    "file name",
                    null,
                    "Illustrative figures. Do not quote them.",
                    new('1', 64)
                ),
            ],
            Due =
            [
                new("overall-absence", "Name of overall-absence", "2010/11", "2011/12", new(2012, 11, 30), true)
                {
                    BroughtBy =
                    [
                        new("Pupil absence", "Department for Education", "gov.uk: Pupil absence", "3term", "national"),
                    ],
                },
                new("obesity", "Name of obesity", null, "2011/12", new(2012, 12, 31), false),
            ],
            Since = new(
                new(2012, 3, 31),
                new(2012, 6, 12),
                1,
                [
                    new()
                    {
                        Indicator = "overall-absence",
                        Name = "Name of overall-absence",
                        Local = FigureChange.NewFigure,
                        LocalWas = new(5.4m, "2009/10"),
                        LocalNow = new(6.35m, "2010/11"),
                        NationalWas = new(6.0m, "2009/10"),
                        NationalNow = new(5.8m, "2010/11"),
                        NeighboursWas = new(5.9m, "2009/10"),
                        NeighboursNow = new(5.95m, "2010/11"),
                        VersusNationalWas = Verdict.Exceeds,
                        VersusNationalNow = Verdict.DoesNotMeet,
                        VersusNeighboursWas = Verdict.Exceeds,
                        VersusNeighboursNow = Verdict.DoesNotMeet,
                    },
                    new()
                    {
                        Indicator = "ended",
                        Name = "An indicator that ended",
                        Part = "Bassetlaw NHS",
                        Local = FigureChange.NoLongerReported,
                        LocalWas = new(1.25m, "2008/09"),
                        VersusNationalWas = Verdict.InLine,
                    },
                ]
            ),
        };

    private static SnapshotRow Worse() =>
        Sample.Row(Verdict.DoesNotMeet, local: 6.35m) with
        {
            About = "Sessions missed as a share of possible sessions.",
            ChangeTolerance = 0.1m,
            CountsWith = "another-indicator",
            Return = new(
                6.5m,
                "2011/12 Q2",
                "provisional",
                Verdict.NoComparison,
                Verdict.NoComparison,
                Sample.Source with
                {
                    Feed = "local",
                }
            ),
            Previous = new(5.4m, "2009/10", Sample.Source with { Row = 9, MinusRow = 8 }),
            Change = 0.95m,
            Direction = Direction.Declining,
            Outlook = Outlook.WorseAndGettingWorse,
            Neighbours = Group(AverageMethod.Mean, 5.95m),
            VersusNeighbours = Verdict.DoesNotMeet,
            Significance = new(
                TestOutcome.Worse,
                TestOutcome.Worse,
                TestOutcome.Similar,
                null,
                "Wilson score interval",
                6.1m,
                6.6m
            ),
            Rank = new(120, 152),
            Quartile = "D",
            Trend = "increasing and getting worse",
            Spread = new(152, 3.9m, 5.2m, 5.7m, 6.1m, 7.4m, 79m),
            Tests =
            [
                new("national", "interval against value", 95m, TestOutcome.Worse),
                new("neighbours", "two intervals", 99.8m, TestOutcome.Similar),
            ],
            Comparators =
            [
                new(
                    "region",
                    "East Midlands",
                    null,
                    5.75m,
                    "2010/11",
                    null,
                    null,
                    Verdict.DoesNotMeet,
                    Sample.Source with
                    {
                        Row = 3,
                    }
                ),
                new("type", "Counties", AverageMethod.Mean, 5.65m, "2010/11", 27, 27, Verdict.DoesNotMeet, null),
            ],
            Alternatives =
            [
                new("neighbours-0000", new(2007, 1, 1), AverageMethod.Median, 5.9m, 10, 10, Verdict.DoesNotMeet),
            ],
            Revisions =
            [
                new(
                    "local",
                    "2010/11",
                    6.3m,
                    6.35m,
                    Sample.Source,
                    Sample.Source with
                    {
                        Row = 18,
                    },
                    Verdict.DoesNotMeet,
                    Verdict.DoesNotMeet
                ),
            ],
            History =
            [
                new("2009/10", 5.4m, 6.0m, 5.9m, null),
                new("2010/11", 6.35m, 5.8m, 5.95m, "A sixth half term counts from here."),
            ],
            Notes = ["The figure for Nottinghamshire is provisional and may be revised."],
            Local = new(6.35m, "2010/11", "provisional", 6350, 100000, 6.1m, 6.6m, Sample.Source),
            Localities =
            [
                Sample.Part("Ashfield", Verdict.DoesNotMeet, 7.1m, 5.8m) with
                {
                    Code = "E07000170",
                    Comparators =
                    [
                        new(
                            "county",
                            "Nottinghamshire",
                            null,
                            6.35m,
                            "2010/11",
                            null,
                            null,
                            Verdict.DoesNotMeet,
                            Sample.Source
                        ),
                    ],
                    Rank = new(2, 2),
                    Notes = ["A note on Ashfield."],
                },
                Sample.Part("Rushcliffe", Verdict.Exceeds, 4.2m, 5.8m) with
                {
                    Code = "E07000176",
                    Rank = new(1, 2),
                    NewerNational = "2011/12",
                },
            ],
            Sources = ["national-0123"],
        };

    private static SnapshotRow Better() =>
        Sample.Row(Verdict.Exceeds, "level-3-by-19", local: 1258.5m, england: 1200m) with
        {
            Polarity = Polarity.High,
            Unit = "per 100,000",
            Previous = new(1300.25m, "2009/10", Sample.Source),
            Change = -41.75m,
            Direction = Direction.Declining,
            Neighbours = Group(AverageMethod.Mean, null) with
            {
                N = 0,
                Figures = [],
                Period = null,
                Missing = ["E10000007", "E10000016"],
                IsBelowMinimum = true,
            },
        };

    private static SnapshotRow InParts() =>
        Sample.Row(Verdict.Mixed, "breastfeeding-6-to-8-weeks", local: null, england: null) with
        {
            Polarity = Polarity.High,
            Areas =
            [
                Sample.Part("Nottinghamshire NHS", Verdict.Exceeds, 50.04m, 47.2m),
                Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35.5m, 47.2m) with
                {
                    Code = "E16000078",
                },
            ],
            Notes = ["Measured for Nottinghamshire NHS and Bassetlaw NHS separately."],
        };

    private static SnapshotRow Suppressed() =>
        Sample.Row(Verdict.NoComparison, "suppressed", local: null, england: null) with
        {
            LocalMissing = MissingReason.Suppressed,
            Notes = ["No comparison: the figure for Nottinghamshire is suppressed (2010/11)."],
        };

    private static SnapshotNeighbours Group(AverageMethod method, decimal? average) =>
        new(
            method,
            average,
            "2010/11",
            1,
            2,
            ["E10000016"],
            [new("E10000007", "Derbyshire", 5.95m, Sample.Source with { Row = 20 })]
        )
        {
            Absent = [new("E10000016", "Kent", MissingReason.Suppressed)],
            Compared = average,
            Minimum = 5,
            IsBelowMinimum = true,
        };
}
