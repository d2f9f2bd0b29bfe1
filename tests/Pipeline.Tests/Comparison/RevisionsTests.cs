using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

/// <summary>Children in low income families in 2021/22, as the interactive tool's editions of December 2024 and April
/// 2026 have them: 23.3 against 20.0, then 18.1 against 18.6.</summary>
public sealed class RevisionsTests
{
    private static readonly (string Area, Observation Observation)[] December2024 =
    [
        (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 23.3m)),
        (Known.England, Known.Figure(Known.Academic(2014), 20.0m)),
    ];
    private static readonly (string Area, Observation Observation)[] April2026 =
    [
        (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), 18.1m)),
        (Known.England, Known.Figure(Known.Academic(2014), 18.6m)),
    ];

    [Fact]
    public void What_an_earlier_edition_gave_is_told_with_the_verdict_it_would_have_given()
    {
        var place = Compare(("2015-10-01", "old", December2024), ("2015-11-01", "new", April2026));

        place.VersusNational.ShouldBe(Verdict.Exceeds);
        place
            .Revisions.Select(r =>
                (r.Which, r.Was, r.Now, r.WasFigure!.Release.Id, r.NowFigure!.Release.Id, r.VerdictWas, r.VerdictNow)
            )
            .ShouldBe([
                ("local", 23.3m, 18.1m, "old", "new", Verdict.DoesNotMeet, Verdict.Exceeds),
                ("national", 20.0m, 18.6m, "old", "new", Verdict.DoesNotMeet, Verdict.Exceeds),
            ]);
        place
            .Notes.Texts()
            .ShouldContain(
                "A revision changed the verdict against England: the figure for Nottinghamshire for 2013/14 was 23.3 "
                    + "and is 18.1 and the figure for England for 2013/14 was 20.0 and is 18.6; with the earlier "
                    + "figures it would be “does not meet”."
            );
    }

    [Fact]
    public void Figures_that_were_revised_together_turn_no_verdict_that_was_the_same_before()
    {
        var place = Compare(("2015-10-01", "old", Both(96.7m)), ("2015-11-01", "new", Both(94.7m)));

        place.Revisions.Select(r => (r.Which, r.Flips)).ShouldBe([("local", false), ("national", false)]);
        place.Notes.Select(n => n.Code).ShouldNotContain(NoteCode.RevisedVerdict);

        static (string, Observation)[] Both(decimal value) =>
            [
                (Known.Nottinghamshire, Known.Figure(Known.Academic(2014), value)),
                (Known.England, Known.Figure(Known.Academic(2014), value)),
            ];
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter() =>
        Compare(("2015-11-01", "new", April2026), ("2015-10-01", "old", December2024)).Revisions.Count.ShouldBe(2);

    [Fact]
    public void The_same_figure_in_two_editions_is_no_revision() =>
        Compare(("2015-10-01", "old", April2026), ("2015-11-01", "new", April2026)).Revisions.ShouldBeEmpty();

    [Fact]
    public void The_edition_just_before_is_the_one_that_counts() =>
        Compare(
            ("2015-09-01", "older", December2024),
            ("2015-10-01", "old", April2026),
            ("2015-11-01", "new", April2026)
        )
            .Revisions.ShouldBeEmpty();

    [Fact]
    public void An_edition_that_withheld_the_figure_is_stepped_over() =>
        Compare(
            ("2015-09-01", "older", December2024),
            ("2015-10-01", "old", [(Known.Nottinghamshire, Known.Figure(Known.Academic(2014), null))]),
            ("2015-11-01", "new", April2026)
        )
            .Revisions.Select(r => (r.Which, r.WasFigure!.Release.Id))
            .ShouldBe([("local", "older"), ("national", "older")]);

    [Fact]
    public void A_revised_neighbour_moves_the_average()
    {
        var (kent, period) = ("E10000016", Known.Academic(2014));
        var series = new SeriesAsOf(
            "a series",
            0,
            [
                Known.Released(Known.Release("2015-10-01", "old"), [.. April2026, (kent, Known.Figure(period, 17))]),
                Known.Released(Known.Release("2015-11-01", "new"), [.. April2026, (kent, Known.Figure(period, 19))]),
            ],
            Known.AsAt
        );

        var revision = Known
            .Comparer(Known.Area(Known.Nottinghamshire), [new(Known.Area(kent), "")], AverageMethod.Mean)
            .Compare(Known.Absence, [series])
            .Places.Single()
            .Revisions.ShouldHaveSingleItem();

        (revision.Which, revision.Was, revision.Now, revision.VerdictWas, revision.VerdictNow, revision.Flips).ShouldBe(
            ("neighbours", 17, 19, Verdict.DoesNotMeet, Verdict.Exceeds, true)
        );
    }

    [Fact]
    public void An_average_is_revised_where_it_differs_at_the_publishers_decimals_and_is_told_with_those()
    {
        var period = Known.Academic(2014);
        string[] codes = ["E10000016", "E10000007", "E10000028"];
        var neighbours = codes.Select(c => new Neighbour(Known.Area(c), "")).ToList();
        AreaComparison With(decimal kentWas, decimal kentNow)
        {
            (string, Observation)[] Edition(decimal kent) =>
                [
                    .. April2026,
                    ("E10000016", Known.Figure(period, kent)),
                    ("E10000007", Known.Figure(period, 18m)),
                    ("E10000028", Known.Figure(period, 18.3m)),
                ];
            var series = new SeriesAsOf(
                "a series",
                0,
                [
                    Known.Released(Known.Release("2015-10-01", "old"), Edition(kentWas)),
                    Known.Released(Known.Release("2015-11-01", "new"), Edition(kentNow)),
                ],
                Known.AsAt
            );
            return Known
                .Comparer(Known.Area(Known.Nottinghamshire), neighbours, AverageMethod.Mean)
                .Compare(Known.Absence, [series])
                .Places.Single();
        }

        // Means of 17.8333… and 18.2666…; then of 18.1333… and 18.1, which are the same at one decimal.
        var turned = With(17.2m, 18.5m);
        turned
            .Revisions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(r => (r.Was, r.Now, r.Flips).ShouldBe((17.8m, 18.3m, true)));
        turned
            .Notes.Texts()
            .ShouldContain(
                "A revision changed the verdict against similar councils: the similar councils’ average for 2013/14 "
                    + "was 17.8 and is 18.3; with the earlier figure it would be “does not meet”."
            );
        With(18.1m, 18.0m).Revisions.ShouldBeEmpty();
    }

    [Fact]
    public void An_earlier_figure_of_England_that_could_be_no_average_turns_no_verdict()
    {
        (string, Observation)[] Edition(decimal england) =>
            [
                .. new[] { Known.Nottinghamshire, "E10000007", "E10000016", "E10000028", "E10000017" }.Select(
                    (a, i) => (a, Known.Figure(Known.Academic(2014), 100 + i))
                ),
                (Known.England, Known.Figure(Known.Academic(2014), england)),
            ];

        var place = Compare(("2015-10-01", "old", Edition(1258)), ("2015-11-01", "new", Edition(99)));

        place.VersusNational.ShouldBe(Verdict.DoesNotMeet);
        place
            .Revisions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(r =>
                (r.Was, r.Now, r.VerdictWas, r.Flips).ShouldBe((1258, 99, Verdict.NoComparison, false))
            );
        place.Notes.Texts().ShouldNotContain(n => n.StartsWith("A revision changed", StringComparison.Ordinal));
    }

    private static AreaComparison Compare(
        params (string Published, string Id, (string Area, Observation Observation)[] Figures)[] editions
    ) =>
        Known.Compare(
            new SeriesAsOf(
                "a series",
                0,
                editions.Select(e => Known.Released(Known.Release(e.Published, e.Id), e.Figures)),
                Known.AsAt
            )
        );
}
