using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Tests.Comparison;

public sealed class ComparerTests
{
    private const string Notts = Known.Nottinghamshire;
    private const string England = Known.England;

    private static readonly Indicator Absence = Known.Absence;

    private static readonly Indicator BrokenIn2013 = Absence with
    {
        Breaks = [new(new(2012, 9, 1), "The sixth half term is counted.")],
    };

    private const string NoneForNotts =
        "No comparison with similar councils: the set in force from 1 April 2009 lists none " + "for Nottinghamshire.";

    private static readonly Neighbour Derbyshire = new(Known.Area("E10000007"), "Very close");
    private static readonly Neighbour Kent = new(Known.Area("E10000016"), "Close");
    private static readonly Neighbour Cumbria = new(Known.Area("E10000006"), "Close");

    [Fact]
    public void A_figure_is_compared_with_Englands_of_the_same_period()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m), At(England, 2013, 5.2m), At(England, 2014, 4.5m)));

        (place.Local!.Value, place.National!.Value, place.VersusNational).ShouldBe((4.8m, 4.5m, Verdict.DoesNotMeet));
        place.Notes.Texts().ShouldBeEmpty();
    }

    [Fact]
    public void A_change_over_a_date_of_caution_says_so()
    {
        var place = Compare(
            Known.Series(At(Notts, 2013, 4.8m), At(Notts, 2014, 4.0m), At(England, 2014, 4.5m)),
            Absence with
            {
                Breaks = [new(new(2013, 9, 1), "Schools were closed for a time.", Caution: true)],
            }
        );

        place.Previous!.Value.ShouldBe(4.8m);
        place.Notes.Texts().ShouldBe(["Read the change since 2012/13 with care. Schools were closed for a time."]);
    }

    [Fact]
    public void Where_England_has_a_newer_figure_the_older_ones_are_compared_and_counted_apart()
    {
        var place = Compare(
            Known.Series(At(Notts, 2013, 4.8m), At(Notts, 2012, 4.0m), At(England, 2013, 4.5m), At(England, 2014, 4.4m))
        );

        (place.National!.Value, place.VersusNational, place.Outlook).ShouldBe((4.5m, Verdict.DoesNotMeet, null));
        place.NewerNational.ShouldBe(Known.Academic(2014));
        place.Notes.Select(n => n.Code).ShouldBe([NoteCode.NewerNational]);
    }

    [Fact]
    public void Where_England_has_another_period_it_is_compared_and_said()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m), At(England, 2013, 5.2m)));

        place.VersusNational.ShouldBe(Verdict.Exceeds);
        place.Notes.Texts().ShouldBe(["The figure for England is for 2012/13, not for 2013/14."]);
    }

    [Theory]
    [InlineData(2012, Verdict.Exceeds, "The figure for England is for 2011/12, not for 2013/14.")]
    [InlineData(
        2011,
        Verdict.NoComparison,
        "Not compared with England: their nearest figure is for 2010/11, more than 2 years from 2013/14."
    )]
    [InlineData(2016, Verdict.Exceeds, "The figure for England is for 2015/16, not for 2013/14.")]
    [InlineData(
        2017,
        Verdict.NoComparison,
        "Not compared with England: their nearest figure is for 2016/17, more than 2 years from 2013/14."
    )]
    public void A_figure_of_England_that_is_too_many_years_away_is_not_compared_with(
        int ending,
        Verdict verdict,
        string note
    )
    {
        var place = Compare(
            new SeriesAsOf(
                "a series",
                0,
                [Known.Released(Known.Release("2017-10-01", "a"), At(Notts, 2014, 4.8m), At(England, ending, 5.2m))],
                new(2017, 9, 30)
            )
        );

        place.VersusNational.ShouldBe(verdict);
        place.Notes.Where(n => n.Code != NoteCode.NewerNational).Select(n => n.Text).ShouldBe([note]);
    }

    [Theory]
    [InlineData(2012, 2013, 2013)]
    [InlineData(2013, 2016, 2013)]
    [InlineData(2013, 2015, 2013)]
    [InlineData(2012, 2015, 2015)]
    public void Of_Englands_other_periods_the_nearest_is_taken_and_of_two_as_near_the_earlier(
        int one,
        int other,
        int nearest
    ) =>
        Compare(
            new SeriesAsOf(
                "a series",
                0,
                [
                    Known.Released(
                        Known.Release("2017-10-01", "a"),
                        At(Notts, 2014, 4.8m),
                        At(England, one, 5.2m),
                        At(England, other, 5.3m)
                    ),
                ],
                new(2017, 9, 30)
            )
        )
            .National!.Observation.Period.ShouldBe(Known.Academic(nearest));

    [Fact]
    public void Neighbours_figures_that_are_too_many_years_away_are_not_compared_with()
    {
        var place = Compare(
            Known.Series(At(Notts, 2014, 4.8m), At(England, 2014, 4.5m), At(Kent.Area.Code, 2011, 5.5m)),
            Absence,
            [Derbyshire, Kent]
        );

        (place.VersusNeighbours, place.Neighbours!.Average).ShouldBe((Verdict.NoComparison, null));
        place
            .Notes.Texts()
            .ShouldContain(
                "Not compared with similar councils: their nearest figure is for 2010/11, more than 2 years from "
                    + "2013/14."
            );
        place.Alternatives.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2010-09-30", true)]
    [InlineData("2010-09-29", false)]
    public void A_figure_is_compared_until_five_years_after_its_period(string end, bool compared)
    {
        var day = new Period(PeriodKind.Day, Given.Day(end), Given.Day(end));

        var place = Compare(Known.Series((Notts, Known.Figure(day, 4.8m)), (England, Known.Figure(day, 4.5m))));

        place.VersusNational.ShouldBe(compared ? Verdict.DoesNotMeet : Verdict.NoComparison);
    }

    [Fact]
    public void Where_the_set_in_force_has_no_neighbours_for_the_area_that_is_said() =>
        Known
            .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
            .Compare(Absence, [Known.Series(At(Notts, 2014, 4.8m))])
            .Places.ShouldHaveSingleItem()
            .Notes.Texts()
            .ShouldContain(NoneForNotts);

    [Fact]
    public void Where_no_set_of_neighbours_is_in_force_that_is_said() =>
        new Comparer(new(Reference.Default, NeighbourSets.None, AverageMethod.Mean), Known.Area(Notts))
            .Compare(Absence, [Known.Series(At(Notts, 2014, 4.8m))])
            .Places.ShouldHaveSingleItem()
            .Notes.Texts()
            .ShouldContain("No comparison with similar councils: no set of them was in force.");

    [Fact]
    public void Another_publishers_series_that_would_turn_the_verdict_is_told()
    {
        var place = Compare([
            Rank(0, At(Notts, 2014, 4.8m), At(England, 2014, 4.9m)),
            Rank(1, At(Notts, 2014, 4.8m), At(England, 2014, 4.7m)),
        ]);

        place.VersusNational.ShouldBe(Verdict.Exceeds);
        place
            .Notes.Texts()
            .ShouldBe([
                "On series 1’s figures (4.8 against 4.7, release 1.csv) the verdict against England would be "
                    + "“does not meet”.",
            ]);
    }

    [Fact]
    public void Another_publishers_figure_of_England_that_cannot_be_an_average_turns_nothing()
    {
        (string, Observation)[] others =
        [
            At("E10000007", 2014, 5m),
            At("E10000016", 2014, 5m),
            At("E10000028", 2014, 5m),
            At("E10000017", 2014, 5m),
        ];

        Compare([
            Rank(0, At(Notts, 2014, 4.8m), At(England, 2014, 4.7m)),
            Rank(1, [At(Notts, 2014, 4.8m), At(England, 2014, 49m), .. others]),
        ])
            .Notes.Texts()
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2014, "4.95")]
    [InlineData(2013, "4.7")]
    public void Another_series_that_gives_the_same_verdict_or_speaks_of_another_period_is_not_noted(
        int ending,
        string england
    ) =>
        Compare([
            Rank(0, At(Notts, 2014, 4.8m), At(England, 2014, 4.9m)),
            Rank(1, At(Notts, ending, 4.8m), At(England, ending, Given.Number(england))),
        ])
            .Notes.Texts()
            .ShouldBeEmpty();

    [Fact]
    public void A_later_figure_of_England_is_not_held_against_an_older_one_where_the_same_period_is_known()
    {
        var place = Compare(Known.Series(At(Notts, 2013, 4.8m), At(England, 2013, 5.2m), At(England, 2014, 4.5m)));

        place.National!.Observation.Period.ShouldBe(Known.Academic(2013));
    }

    [Fact]
    public void Across_a_break_in_the_series_nothing_is_compared_with_England()
    {
        var place = Compare(Known.Series(At(Notts, 2013, 4.8m), At(England, 2012, 5.2m)), BrokenIn2013);

        (place.National, place.VersusNational).ShouldBe((null, Verdict.NoComparison));
        place
            .Notes.Texts()
            .ShouldBe([
                "Not compared with England: their nearest figure is for 2011/12, on the other side of a break in the "
                    + "series. The sixth half term is counted.",
            ]);
    }

    [Fact]
    public void A_break_counts_where_the_nearest_figure_is_the_later_one() =>
        Compare(Known.Series(At(Notts, 2012, 4.8m), At(England, 2013, 5.2m)), BrokenIn2013)
            .Notes.ShouldContain(n => n.Code == NoteCode.NoNearPeriod);

    [Fact]
    public void Across_a_break_in_the_series_nothing_is_compared_with_neighbours()
    {
        var place = Compare(
            Known.Series(At(Notts, 2013, 4.8m), At(England, 2013, 5.2m), At(Kent.Area.Code, 2012, 5)),
            BrokenIn2013,
            [Kent]
        );

        (place.Neighbours!.Average, place.VersusNeighbours).ShouldBe((null, Verdict.NoComparison));
        place
            .Notes.Texts()
            .ShouldContain(n =>
                n.StartsWith(
                    "Not compared with similar councils: their nearest figure is for 2011/12, on the other side",
                    StringComparison.Ordinal
                )
            );
    }

    [Fact]
    public void Without_a_figure_of_England_there_is_no_comparison_and_the_reason_is_said()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m)));

        place.VersusNational.ShouldBe(Verdict.NoComparison);
        place.Notes.Texts().ShouldBe(["No comparison with England: no figure is published yet."]);
    }

    [Fact]
    public void Where_the_figure_of_England_is_a_symbol_the_reason_is_what_it_means()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m), Suppressed(England, 2014)));
        var earlier = Compare(Known.Series(At(Notts, 2014, 4.8m), At(England, 2013, 5.2m), Suppressed(England, 2014)));

        place.Notes.Texts().ShouldBe(["No comparison with England: its figure for 2013/14 is suppressed."]);
        earlier
            .Notes.Texts()
            .ShouldBe([
                "The figure for England for 2013/14 is suppressed.",
                "The figure for England is for 2012/13, not for 2013/14.",
            ]);

        static (string, Observation) Suppressed(string area, int year) =>
            (area, Known.Figure(Known.Academic(year), 1) with { Value = Measure.None(MissingReason.Suppressed, "c") });
    }

    [Fact]
    public void A_figure_of_England_that_cannot_be_an_average_of_the_authorities_is_not_compared_with()
    {
        // First-time entrants per 100,000 in 2024, as the tool's edition of April 2026 has them: every authority lies
        // between 63 and 318.
        var place = Compare(
            Known.Series(
                At(Notts, 2014, 120),
                At(England, 2014, 1258),
                At("E10000007", 2014, 63),
                At("E10000016", 2014, 318),
                At("E10000028", 2014, 140),
                At("E10000017", 2014, 150)
            )
        );

        (place.National, place.VersusNational).ShouldBe((null, Verdict.NoComparison));
        place
            .Notes.Texts()
            .ShouldBe([
                "Not compared with England: the published figure for 2013/14 (1258, a.csv, row 2) cannot be an "
                    + "average of the authorities, whose figures are between 63 and 318.",
            ]);
    }

    [Fact]
    public void The_previous_figure_is_that_of_the_year_before()
    {
        var place = Compare(
            Known.Series(At(Notts, 2012, 5.5m), At(Notts, 2013, 5.1m), At(Notts, 2014, 4.8m), At(England, 2014, 4.5m))
        );

        (place.Previous!.Value, place.Change).ShouldBe((5.1m, -0.3m));
        place.Notes.Texts().ShouldBeEmpty();
    }

    [Fact]
    public void The_previous_figure_steps_over_a_gap_and_says_so()
    {
        var place = Compare(
            Known.Series(At(Notts, 2012, 5.5m), At(Notts, 2013, null), At(Notts, 2014, 4.8m), At(England, 2014, 4.5m))
        );

        place.Previous!.Value.ShouldBe(5.5m);
        place.Notes.Texts().ShouldBe(["The previous figure is for 2011/12; there is none in between."]);
    }

    [Fact]
    public void The_previous_figure_of_a_quarter_is_the_same_quarter_a_year_before()
    {
        var place = Compare(
            Known.Series(
                (Notts, Known.Figure(Known.Quarter("2011/12 Q2"), 40)),
                (Notts, Known.Figure(Known.Quarter("2012/13 Q1"), 42)),
                (Notts, Known.Figure(Known.Quarter("2012/13 Q2"), 41)),
                (England, Known.Figure(Known.Quarter("2012/13 Q2"), 47))
            )
        );

        place.Previous!.Observation.Period.Label.ShouldBe("2011/12 Q2");
    }

    [Fact]
    public void Across_a_break_there_is_no_previous_figure_and_the_break_is_named()
    {
        var place = Compare(
            Known.Series(At(Notts, 2012, 5.5m), At(Notts, 2013, 5.1m), At(England, 2013, 5.2m)),
            BrokenIn2013
        );

        (place.Previous, place.Change).ShouldBe((null, null));
        place.Notes.Texts().ShouldBe(["No previous figure is comparable. The sixth half term is counted."]);
    }

    [Fact]
    public void A_first_figure_has_no_previous_one()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m), At(England, 2014, 4.5m)));

        (place.Previous, place.Change).ShouldBe((null, null));
    }

    [Fact]
    public void A_figure_that_is_missing_later_than_the_latest_is_said()
    {
        var place = Compare(Known.Series(At(Notts, 2013, 4.8m), At(Notts, 2014, null), At(England, 2013, 4.5m)));

        place.Notes.Texts().ShouldBe(["The figure for Nottinghamshire for 2013/14 is suppressed."]);
    }

    [Fact]
    public void Of_two_publishers_the_one_with_the_later_figure_counts()
    {
        SeriesAsOf preferred = Rank(0, At(Notts, 2013, 4.8m), At(England, 2013, 5.2m)),
            other = Rank(1, At(Notts, 2014, 4.7m), At(England, 2014, 5.0m));

        var place = Compare([preferred, other]);

        (place.Local!.Value, place.National!.Value).ShouldBe((4.7m, 5.0m));
    }

    [Fact]
    public void Of_two_publishers_that_are_as_late_the_catalogues_first_counts_and_they_are_never_spliced()
    {
        SeriesAsOf preferred = Rank(0, At(Notts, 2014, 4.8m)),
            other = Rank(1, At(Notts, 2014, 4.7m), At(England, 2014, 5.0m));

        var place = Compare([other, preferred]);

        (place.Local!.Value, place.National).ShouldBe((4.8m, null));
    }

    [Fact]
    public void Neighbours_are_averaged_over_those_that_have_a_figure_and_the_others_are_named()
    {
        var known = Known.Series(
            At(Notts, 2014, 4.8m),
            At(England, 2014, 4.5m),
            At(Derbyshire.Area.Code, 2014, 4.4m),
            At(Kent.Area.Code, 2014, null)
        );

        var place = Compare(known, Absence, [Derbyshire, Kent, Cumbria]);

        (place.Neighbours!.Average, place.VersusNeighbours).ShouldBe((4.4m, Verdict.DoesNotMeet));
        place
            .Notes.Texts()
            .ShouldBe([
                "The similar councils’ average is based on 1 of 3. Missing: Kent (suppressed), Cumbria (not in the "
                    + "release).",
                "Read the similar councils’ average with care: it is based on only 1 of 3; at least 5 are needed.",
            ]);
    }

    [Theory]
    [InlineData("4.5", Verdict.InLine)]
    [InlineData("4.4", Verdict.Exceeds)]
    [InlineData("4.6", Verdict.DoesNotMeet)]
    [InlineData("4.45", Verdict.InLine)]
    [InlineData("4.451", Verdict.DoesNotMeet)]
    public void An_average_is_compared_at_the_decimals_that_the_publisher_gives(string local, Verdict verdict)
    {
        // The mean of 4.4 and 4.5 is 4.45, which the publisher would give as 4.5.
        var place = Compare(
            Known.Series(
                At(Notts, 2014, Given.Number(local)),
                At(Derbyshire.Area.Code, 2014, 4.4m),
                At(Kent.Area.Code, 2014, 4.5m)
            ),
            Absence,
            [Derbyshire, Kent]
        );

        (place.Neighbours!.Average, place.VersusNeighbours).ShouldBe((4.45m, verdict));
    }

    [Fact]
    public void Another_comparator_and_another_set_are_averaged_at_the_publishers_decimals_too()
    {
        var other = new NeighbourSet(
            "another set",
            new(2014, 10, 1),
            new Dictionary<string, IReadOnlyList<Neighbour>> { [Notts] = [Derbyshire, Kent] }
        );
        var known = Known.Series(
            At(Notts, 2014, 4.5m),
            At(Derbyshire.Area.Code, 2014, 4.4m),
            At(Kent.Area.Code, 2014, 4.5m),
            At(Cumbria.Area.Code, 2014, 9m)
        );

        var place = Known
            .Comparer(Known.Area(Notts), [Cumbria], AverageMethod.Mean, other)
            .Compare(Absence, [known])
            .Places.ShouldHaveSingleItem();

        place
            .Alternatives.Single(a => a.Set == other && a.Group.Method == AverageMethod.Mean)
            .Versus.ShouldBe(Verdict.InLine);
        // The mean of the three other counties is 5.9666…
        place.Comparators.Single(c => c.Id == "type").Compared.ShouldBe(6.0m);
    }

    [Fact]
    public void A_neighbour_that_was_abolished_before_the_period_is_said_to_be_so()
    {
        var asAt = new DateOnly(2024, 9, 30);
        var known = new SeriesAsOf(
            "a series",
            0,
            [
                Known.Released(
                    Known.Release("2024-10-01", "a"),
                    At(Notts, 2024, 4.8m),
                    At(England, 2024, 4.5m),
                    At(Kent.Area.Code, 2024, 4.4m)
                ),
            ],
            asAt
        );

        Compare(known, Absence, [Kent, Cumbria])
            .Notes.Texts()
            .ShouldBe([
                "The similar councils’ average is based on 1 of 2. Missing: Cumbria (abolished).",
                "Read the similar councils’ average with care: it is based on only 1 of 2; at least 5 are needed.",
            ]);
    }

    [Fact]
    public void Five_neighbours_are_enough_for_an_average_without_a_warning()
    {
        Neighbour[] neighbours =
        [
            .. new[] { "E10000007", "E10000016", "E10000028", "E10000017", "E10000006" }.Select(c => new Neighbour(
                Known.Area(c),
                "Close"
            )),
        ];

        Compare(
            Known.Series([
                At(Notts, 2014, 4.8m),
                At(England, 2014, 4.5m),
                .. neighbours.Select(n => At(n.Area.Code, 2014, 4.4m)),
            ]),
            Absence,
            neighbours
        )
            .Notes.Texts()
            .ShouldBeEmpty();
    }

    public static TheoryData<AverageMethod, string> Averages =>
        new()
        {
            { AverageMethod.Mean, "14.9556" },
            { AverageMethod.Median, "13.9" },
            { AverageMethod.Pooled, "15.4943" },
        };

    [Theory]
    [MemberData(nameof(Averages))]
    public void Repeat_plans_of_2013_are_compared_as_in_the_worked_example(AverageMethod method, string average)
    {
        // Department for Education, characteristics of children in need, table D3, with the statistical neighbours of
        // May 2025; Norfolk's figure is not published.
        var year = YearType.Find("reporting")!.Ending(2013);
        (string Number, decimal? Value, decimal? Numerator, decimal? Denominator)[] published =
        [
            ("830", 16.9m, 125, 740),
            ("935", 13.9m, 78, 562),
            ("933", 11.8m, 54, 457),
            ("886", 19.7m, 241, 1226),
            ("926", null, null, null),
            ("937", 13.3m, 81, 609),
            ("855", 11.8m, 63, 536),
            ("802", 18m, 25, 139),
            ("860", 12.5m, 86, 686),
            ("888", 16.7m, 203, 1215),
        ];
        var neighbours = published
            .Select(p => new Neighbour(Reference.Default.Areas.FindByNumber(p.Number)!, "Very close"))
            .ToList();
        var known = Known.Series([
            (Notts, Known.Figure(year, 17.4m, 174, 1002)),
            (England, Known.Figure(year, 14.9m, 7870, 52680)),
            .. published.Zip(
                neighbours,
                (p, n) => (n.Area.Code, Known.Figure(year, p.Value, p.Numerator, p.Denominator))
            ),
        ]);

        var place = Known
            .Comparer(Known.Area(Notts), neighbours, method)
            .Compare(Absence, [known])
            .Places.ShouldHaveSingleItem();

        decimal.Round(place.Neighbours!.Average!.Value, 4).ShouldBe(Given.Number(average));
        (place.VersusNational, place.VersusNeighbours).ShouldBe((Verdict.DoesNotMeet, Verdict.DoesNotMeet));
        place
            .Notes.Texts()
            .ShouldBe(["The similar councils’ average is based on 9 of 10. Missing: Norfolk (suppressed)."]);
    }

    [Fact]
    public void Neighbours_without_any_figure_give_no_comparison_and_the_reason()
    {
        var place = Compare(Known.Series(At(Notts, 2014, 4.8m), At(England, 2014, 4.5m)), Absence, [Derbyshire, Kent]);

        place.VersusNeighbours.ShouldBe(Verdict.NoComparison);
        place.Notes.Texts().ShouldBe(["No comparison with similar councils: none of them has a figure."]);
    }

    [Fact]
    public void Where_the_neighbours_have_another_period_it_is_compared_and_said()
    {
        var place = Compare(
            Known.Series(
                At(Notts, 2014, 4.8m),
                At(England, 2014, 4.5m),
                At(Kent.Area.Code, 2012, 5.5m),
                At(Kent.Area.Code, 2013, 5m),
                At(Derbyshire.Area.Code, 2012, 9)
            ),
            Absence,
            [Derbyshire, Kent]
        );

        (place.Neighbours!.Average, place.Neighbours.Period).ShouldBe((5m, Known.Academic(2013)));
        place.Notes.Texts().ShouldContain("The figure for similar councils is for 2012/13, not for 2013/14.");
    }

    [Fact]
    public void Neighbours_without_published_counts_cannot_be_pooled_and_that_is_said()
    {
        var known = Known.Series(At(Notts, 2014, 4.8m), At(England, 2014, 4.5m), At(Kent.Area.Code, 2014, 4.4m));

        var place = Known
            .Comparer(Known.Area(Notts), [Kent], AverageMethod.Pooled)
            .Compare(Absence, [known])
            .Places.ShouldHaveSingleItem();

        place.Neighbours!.Average.ShouldBeNull();
        place
            .Notes.Texts()
            .ShouldBe([
                "The similar councils’ figures cannot be pooled: a numerator or a denominator is not published.",
            ]);
    }

    [Fact]
    public void Figures_of_several_releases_are_said_to_be_so()
    {
        var known = new SeriesAsOf(
            "a series",
            0,
            [
                Known.Released(Known.Release("2014-10-01", "england"), At(England, 2014, 4.5m)),
                Known.Released(Known.Release("2014-11-01", "county"), At(Notts, 2014, 4.8m)),
            ],
            Known.AsAt
        );

        Compare(known)
            .Notes.Texts()
            .ShouldBe(["The figures come from 2 releases of one series: county.csv, england.csv."]);
    }

    [Fact]
    public void The_publishers_note_on_the_figure_is_passed_on()
    {
        var known = Known.Series(
            (Notts, Known.Figure(Known.Academic(2014), 4.8m) with { Note = "Should be treated with caution" }),
            At(England, 2014, 4.5m)
        );

        Compare(known).Notes.Texts().ShouldBe(["Note on the figure: Should be treated with caution"]);
    }

    [Fact]
    public void An_indicator_of_which_nothing_is_known_has_no_comparison_and_the_reason()
    {
        var comparison = Known.Comparer(Known.Area(Notts), [], AverageMethod.Mean).Compare(Absence, []);

        (comparison.VersusNational, comparison.VersusNeighbours).ShouldBe((Verdict.NoComparison, Verdict.NoComparison));
        comparison
            .Places.ShouldHaveSingleItem()
            .Notes.Texts()
            .ShouldBe(["No published figure for Nottinghamshire yet."]);
    }

    [Fact]
    public void A_local_figure_that_was_never_anything_but_missing_is_the_reason()
    {
        var place = Compare(Known.Series(At(Notts, 2014, null), At(England, 2014, 4.5m)));

        place.Notes.Texts().ShouldBe(["No comparison: the figure for Nottinghamshire is suppressed (2013/14)."]);
    }

    public sealed class OverParts
    {
        private const string NottsTrust = "E16000081";
        private const string Bassetlaw = "E16000023";

        private static readonly Indicator Breastfeeding = Absence with
        {
            Polarity = Polarity.High,
            Parts = new Dictionary<string, IReadOnlyList<AreaPart>>
            {
                [Notts] = [new(NottsTrust, "Nottinghamshire NHS"), new(Bassetlaw, "Bassetlaw NHS")],
            },
        };

        private static readonly Period Quarter = Known.Quarter("2012/13 Q2");

        [Fact]
        public void Each_part_is_compared_by_its_name_in_the_report()
        {
            var comparison = Compare(40, 35);

            comparison.IsInParts.ShouldBeTrue();
            comparison
                .Places.Select(p => (p.Name, p.Local!.Value, p.VersusNational))
                .ShouldBe([
                    ("Nottinghamshire NHS", 40m, Verdict.DoesNotMeet),
                    ("Bassetlaw NHS", 35m, Verdict.DoesNotMeet),
                ]);
        }

        [Theory]
        [InlineData(40, 35, Verdict.DoesNotMeet)]
        [InlineData(50, 35, Verdict.Mixed)]
        [InlineData(50, 48, Verdict.Exceeds)]
        [InlineData(null, 50, Verdict.NoComparison)]
        [InlineData(50, null, Verdict.NoComparison)]
        public void The_parts_make_one_verdict_where_each_has_one(int? first, int? second, Verdict verdict) =>
            Compare(first, second).VersusNational.ShouldBe(verdict);

        [Fact]
        public void How_many_of_the_parts_can_be_compared_is_said() =>
            PartVerdicts
                .Notes(Compare(null, 50).Places)
                .Texts()
                .ShouldContain("No comparison with England: one of two areas can be compared.");

        [Fact]
        public void Parts_whose_latest_figures_are_of_different_periods_make_no_verdict()
        {
            var known = Known.Series(
                (NottsTrust, Known.Figure(Known.Quarter("2012/13 Q1"), 50)),
                (NottsTrust, Known.Figure(Quarter, null)),
                (Bassetlaw, Known.Figure(Quarter, 50)),
                (England, Known.Figure(Known.Quarter("2012/13 Q1"), 47)),
                (England, Known.Figure(Quarter, 47))
            );

            var comparison = Known.Comparer(Known.Area(Notts), [], AverageMethod.Mean).Compare(Breastfeeding, [known]);

            comparison.Places.Select(p => p.VersusNational).ShouldBe([Verdict.Exceeds, Verdict.Exceeds]);
            comparison.VersusNational.ShouldBe(Verdict.NoComparison);
            PartVerdicts
                .Notes(comparison.Places)
                .Texts()
                .ShouldContain(
                    "No comparison with England: one of two areas can be compared for 2012/13 Q2 "
                        + "(Nottinghamshire NHS has a figure for 2012/13 Q1, Bassetlaw NHS has a figure for 2012/13 "
                        + "Q2)."
                );
        }

        [Fact]
        public void The_area_itself_counts_as_soon_as_it_has_a_figure_as_late()
        {
            var known = Known.Series(
                (NottsTrust, Known.Figure(Quarter, 40)),
                (Notts, Known.Figure(Quarter, 39)),
                (England, Known.Figure(Quarter, 47))
            );

            var comparison = Known.Comparer(Known.Area(Notts), [], AverageMethod.Mean).Compare(Breastfeeding, [known]);

            comparison.IsInParts.ShouldBeFalse();
            comparison.Places.ShouldHaveSingleItem().Local!.Value.ShouldBe(39);
        }

        [Fact]
        public void Another_authority_has_no_parts()
        {
            var comparison = Known
                .Comparer(Kent.Area, [], AverageMethod.Mean)
                .Compare(Breastfeeding, [Known.Series((NottsTrust, Known.Figure(Quarter, 40)))]);

            comparison.IsInParts.ShouldBeFalse();
        }

        private static IndicatorComparison Compare(decimal? first, decimal? second) =>
            Known
                .Comparer(Known.Area(Notts), [], AverageMethod.Mean)
                .Compare(
                    Breastfeeding,
                    [
                        Known.Series(
                            (NottsTrust, Known.Figure(Quarter, first)),
                            (Bassetlaw, Known.Figure(Quarter, second)),
                            (England, Known.Figure(Quarter, 47))
                        ),
                    ]
                );
    }

    private static (string Area, Observation Observation) At(string area, int ending, decimal? value) =>
        (area, Known.Figure(Known.Academic(ending), value));

    private static SeriesAsOf Rank(int rank, params (string Area, Observation Observation)[] figures) =>
        new(
            $"series {rank}",
            rank,
            [Known.Released(Known.Release("2014-10-01", $"release {rank}"), rank, figures)],
            Known.AsAt
        );

    private static AreaComparison Compare(
        SeriesAsOf known,
        Indicator? indicator = null,
        IReadOnlyList<Neighbour>? neighbours = null
    ) => Compare([known], indicator, neighbours);

    // That a comparison without neighbours says so has a test of its own.
    private static AreaComparison Compare(
        IReadOnlyList<SeriesAsOf> known,
        Indicator? indicator = null,
        IReadOnlyList<Neighbour>? neighbours = null
    )
    {
        var place = Known
            .Comparer(Known.Area(Notts), neighbours ?? [], AverageMethod.Mean)
            .Compare(indicator ?? Absence, known)
            .Places.ShouldHaveSingleItem();
        return place with { Notes = [.. place.Notes.Where(n => n.Code != NoteCode.NoNeighbours)] };
    }
}
