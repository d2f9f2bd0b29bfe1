using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>Composes small snapshots. Their figures are illustrative.</summary>
internal static class Sample
{
    public static readonly SnapshotSource Source = new(
        "national",
        "ees:sess_overall_percent",
        "national-0123",
        "absence.csv",
        17,
        "sess_overall_percent",
        null
    );

    public static SnapshotRow Row(
        Verdict national,
        string id = "overall-absence",
        decimal? local = 5.7m,
        decimal? england = 5.8m
    ) =>
        new()
        {
            Indicator = id,
            Name = $"Name of {id}",
            Narrative = $"wording of {id}",
            Priority = "Priority 1",
            Origin = "report",
            Polarity = Polarity.Low,
            Unit = "%",
            Decimals = 1,
            Frequency = "annual",
            Local = local is null ? null : Local(local.Value),
            National = england is null ? null : National(england.Value),
            VersusNational = national,
            VersusNeighbours = Verdict.NoComparison,
        };

    public static SnapshotPart Part(string name, Verdict national, decimal local, decimal england) =>
        new()
        {
            Code = "E16000081",
            Name = name,
            Local = Local(local),
            National = National(england),
            VersusNational = national,
            VersusNeighbours = Verdict.NoComparison,
        };

    public static Snapshot Of(params SnapshotRow[] rows) =>
        new()
        {
            Title = "A title",
            AsAt = new(2012, 9, 30),
            Compiled = new(2012, 12, 12),
            Version = 1,
            Area = new("E10000024", "Nottinghamshire"),
            Catalogue = "0123456789abcdef",
            Code = "0.1.0",
            NeighbourSet = new("neighbours-0123", new(2009, 4, 1), [new("E10000007", "Derbyshire", "Very close")]),
            Summary = SnapshotSummary.Count(rows, r => r.VersusNational),
            SummaryNeighbours = SnapshotSummary.Count(rows, r => r.VersusNeighbours),
            Rows = rows,
            Actions = null,
            Findings = [],
            Inputs =
            [
                new(
                    "national-0123",
                    "national",
                    "absence.csv",
                    new(2012, 3, 28),
                    "metadata",
                    "final",
                    null,
                    new('0', 64)
                ),
            ],
        };

    public static SnapshotActions Actions(int completed, int onSchedule, int behind, string action = "An action") =>
        new(
            completed + onSchedule + behind,
            completed,
            onSchedule,
            behind,
            [new("Priority 1", "1.1", action, "Service Director", KeyActionStatus.Completed, "")]
        );

    private static SnapshotLocal Local(decimal value) => new(value, "2010/11", "final", 57, 1000, 5.1m, 6.2m, Source);

    private static SnapshotNational National(decimal value) =>
        new(value, "2010/11", true, null, Source with { Row = 2 });
}
