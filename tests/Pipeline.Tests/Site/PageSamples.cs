using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Comparison;
using ChildrensTrust.Pipeline.Tests.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Site;

/// <summary>Composes one page of each kind, with a text of the caller's wherever a text can come from
/// outside.</summary>
internal static class PageSamples
{
    public static readonly SnapshotHeader Header = new(
        "E10000024",
        Cadence.Trust,
        new(2012, 9, 30),
        new(2012, 12, 12),
        1,
        "hash",
        "E10000024/2012-09-30/v1/",
        true
    )
    {
        AreaName = "Nottinghamshire",
        WithComparison = 2,
        Exceeds = 1,
        DoesNotMeet = 1,
    };

    public static Snapshot Snapshot(string text = "A note") =>
        Sample.Of(
            Sample.Row(Verdict.Exceeds) with
            {
                Name = text,
                Notes = [text],
                Neighbours = new(
                    AverageMethod.Mean,
                    5.75m,
                    "2010/11",
                    9,
                    10,
                    ["E10000007"],
                    [new("E10000007", text, 5.9m, Sample.Source)]
                ),
                Previous = new(6.1m, "2009/10", Sample.Source),
                Change = -0.4m,
                Direction = Direction.Improving,
                Rank = new(20, 150),
                Quartile = "A",
                History = [new("2009/10", 6.1m, 6.2m, null, null), new("2010/11", 5.7m, 5.8m, 5.75m, text)],
            },
            Sample.Row(Verdict.Mixed, "breastfeeding-6-to-8-weeks") with
            {
                Areas =
                [
                    Sample.Part(text, Verdict.DoesNotMeet, 42.1m, 47.3m),
                    Sample.Part("Bassetlaw NHS", Verdict.Exceeds, 50.25m, 47.3m),
                ],
            }
        ) with
        {
            Area = new("E10000024", text),
            Inputs = [new("national-0123", "national", text, new(2012, 3, 28), "metadata", text, text, new('0', 64))],
            Edition = new(null, text, true, [], [], false, false),
        };

    public static IReadOnlyList<PageModel> All(string text = "A note")
    {
        var reference = Reference.Default;
        var snapshot = Snapshot(text);
        var (earlier, later) = (
            Known.Release("2012-03-28", "a") with
            {
                File = text,
            },
            Known.Release("2012-06-01", "b") with
            {
                File = text,
                Notice = text,
                RevisionStatus = RevisionStatus.Final,
                Indicators = ["overall-absence"],
                FindingCount = 1,
            }
        );
        EditionDifference difference = new(
            Known.Absence with
            {
                Name = text,
            },
            earlier,
            later,
            3,
            [new(Known.Nottinghamshire, Known.Academic(2011), 5.6m, 5.625m, Verdict.Exceeds, Verdict.DoesNotMeet)]
        );
        DueFigure due = new(PageLink.Indicator("overall-absence", text), text, text, new(2012, 3, 28), true)
        {
            Upload = [new(text, "national", text), new(text, "neighbours", text)],
        };
        var ended = due with { IsOverdue = false, IsEnded = true, LastPublished = new(2011, 12, 14) };
        Finding finding = new("CELL_UNREADABLE", Severity.Error, text, 12, text);
        return
        [
            HomeModel.Create(
                reference,
                [Header, Header with { Area = "E10000007", AreaName = text, Folder = "E10000007/2012-09-30/v1/" }],
                [ReleaseOutline.Of(earlier), ReleaseOutline.Of(later)],
                2
            ) with
            {
                Story = SnapshotStory.Of(Header, snapshot),
                Overdue = FiguresOfFile.Group([due, due with { Next = text }]),
                Ended = [ended],
            },
            HomeModel.Create(reference, [], [], 0) with
            {
                Area = text,
                OtherAreas = [.. Enumerable.Range(0, 20).Select(i => new PageLink(text, $"snapshots/E{i}/index.html"))],
            },
            AreaModel.Find(reference, [Header with { AreaName = text }], "E10000024")! with
            {
                Story = SnapshotStory.Of(Header, snapshot),
            },
            SnapshotModel.Create(
                reference,
                [(Header, snapshot, ["report.html", "snapshot.json"])],
                new HashSet<string> { "national-0123" }
            ),
            IndicatorsModel.Create(reference, (Header, snapshot)),
            IndicatorModel.Create(
                reference,
                reference.Catalogue.Find("overall-absence")!,
                (Header, snapshot),
                [later],
                [difference]
            ) with
            {
                Said = [Said(text)],
                Next = due,
            },
            IndicatorModel.Create(
                reference,
                reference.Catalogue.Find("breastfeeding-6-to-8-weeks")!,
                (Header, snapshot),
                [],
                []
            ),
            new ReleasesModel(
                [new FailedFile(text, new(2012, 12, 1, 9, 30, 0, TimeSpan.Zero), text, text)],
                ReleaseLine.List([earlier, later, later with { Published = new(2031, 1, 1) }, Duplicate(later, text)])
            )
            {
                Years = [new(new("2012", "releases/2012.html"), 60)],
            },
            new ReleaseYearModel("Files published in 2012", ReleaseLine.List([earlier, later]))
            {
                Years = [new(new("2012", "releases/2012.html"), 60)],
            },
            ReleaseModel.Create(reference, later, [finding], [difference], []),
            ReleaseModel.Create(reference, later with { Published = new(2031, 1, 1) }, [finding], [difference], []),
            ReleaseModel.Create(
                reference,
                later with
                {
                    Status = ReleaseStatus.Quarantined,
                    Format = "local-return",
                },
                [finding],
                [],
                []
            ),
            ReleaseModel.Create(
                reference,
                later with
                {
                    Status = ReleaseStatus.Quarantined,
                    Format = "unknown",
                },
                [finding],
                [],
                []
            ),
            ReleaseModel.Create(reference, Duplicate(later, text), [finding], [], []),
            ReleaseModel.Create(reference, Withdrawn(later, text), [finding], [], [Header]) with
            {
                CatalogueNotInUse = text,
            },
            new DueModel(
                new(2012, 12, 13),
                [due, due with { Upload = [], IsOverdue = false }, ended],
                [new(text, new(2012, 9, 30), new(2012, 12, 12), true)]
            ),
            new NotFoundModel(),
        ];
    }

    private static Release Duplicate(Release release, string text) =>
        release with
        {
            Status = ReleaseStatus.Quarantined,
            SameAs = $"obesity/{text}",
        };

    private static Release Withdrawn(Release release, string text) =>
        release with
        {
            Status = ReleaseStatus.Withdrawn,
            Withdrawal = new(
                2,
                [
                    new(false, text, new(2012, 12, 1, 9, 30, 0, TimeSpan.Zero), text),
                    new(true, text, new(2012, 12, 2, 9, 30, 0, TimeSpan.Zero), text),
                ]
            ),
        };

    private static SnapshotMention Said(string text) =>
        new(
            new(text, "snapshots/E10000024/2012-03-31/index.html"),
            1,
            text,
            new(5.9m, "5.9%", "2009/10", null),
            null,
            null,
            VerdictView.From(Verdict.DoesNotMeet),
            VerdictView.From(Verdict.NoComparison)
        );
}
