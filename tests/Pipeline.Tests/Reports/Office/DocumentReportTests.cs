using System.Globalization;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace ChildrensTrust.Pipeline.Tests.Reports.Office;

public sealed class DocumentReportTests
{
    [Fact]
    public void A_rich_snapshot_makes_a_document_without_a_fault() =>
        Opened(RichSample.Of(), document => document.Faults.ShouldBeEmpty());

    [Fact]
    public void A_snapshot_of_nothing_makes_a_document_without_a_fault() =>
        Opened(Sample.Of() with { NeighbourSet = null, Inputs = [] }, document => document.Faults.ShouldBeEmpty());

    [Fact]
    public void The_same_snapshot_makes_the_same_bytes() =>
        DocumentReport
            .Write(RichSample.Of())
            .ToArray()
            .ShouldBe(DocumentReport.Write(SnapshotJson.Read(SnapshotJson.Write(RichSample.Of()))).ToArray());

    [Fact]
    public void It_opens_with_the_scorecard_and_goes_on_with_the_headings_of_the_report_of_January_2013() =>
        Opened(
            RichSample.Of(),
            document =>
                document
                    .Paragraphs.Where(p => p.Style is "Headline" or "Heading1" or "Heading2")
                    .Select(p => p.Text)
                    .ShouldBe([
                        Scorecard.Of(RichSample.Of()).Headline,
                        "What needs attention",
                        "What is going well",
                        "Progress against Performance Indicators",
                        "Charts: what needs attention",
                        "Purpose of the Report",
                        "Information and Advice",
                        "Exceptions",
                        "What has changed since the last report",
                        "Provisional and overdue figures",
                        "Other Options Considered",
                        "Reason/s for Recommendation/s",
                        "Statutory and Policy Implications",
                        "Implications for Service Users",
                        "Equalities Implications",
                        "Safeguarding of Children Implications",
                        "RECOMMENDATION/S",
                        "Constitutional Comments",
                        "Financial Comments ([to be completed: initials and date])",
                        "Background Papers",
                        "Electoral Division(s) and Member(s) Affected",
                        "Appendix 1: progress towards key actions",
                        "Appendix 2: overview of performance",
                        "Appendix 3: notes and sources",
                    ])
        );

    [Fact]
    public void Every_sentence_and_item_of_the_narrative_is_in_it() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                var narrative = Narrative
                    .National(RichSample.Of())
                    .Concat(Narrative.Neighbours(RichSample.Of()))
                    .ToList();
                document
                    .Having("FrontBullet")
                    .SkipWhile(text => text != narrative[0].Lead)
                    .Take(narrative.Count)
                    .ShouldBe(narrative.Select(p => p.Lead));
                document.Having("FrontBullet2").ShouldBe(narrative.SelectMany(p => p.Items));
            }
        );

    [Fact]
    public void Paragraphs_are_numbered_by_Word_and_not_by_hand() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document.Having("ListNumber").ShouldAllBe(text => !char.IsDigit(text[0]));
                var style = document
                    .Part.StyleDefinitionsPart!.Styles!.Elements<Style>()
                    .Single(s => s.StyleId == "ListNumber");
                var list = style.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value;
                var lists = document.Part.NumberingDefinitionsPart!.Numbering;
                var instance = lists.Elements<NumberingInstance>().Single(n => n.NumberID! == list);
                lists
                    .Elements<AbstractNum>()
                    .Single(a => a.AbstractNumberId! == instance.AbstractNumId!.Val!)
                    .Elements<Level>()
                    .First()
                    .LevelText!.Val!.Value.ShouldBe("%1.");
            }
        );

    [Fact]
    public void What_only_an_officer_can_write_is_marked() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)),
            document =>
            {
                var marked = document
                    .Body.Descendants<Run>()
                    .Where(r => r.RunProperties?.Highlight is not null)
                    .ToList();
                marked.ShouldAllBe(r =>
                    r.InnerText == "[to be checked]"
                    || r.InnerText.StartsWith("[to be completed: ", StringComparison.Ordinal)
                        && r.InnerText.EndsWith(']')
                );
                marked.Count(r => r.InnerText == "[to be checked]").ShouldBe(14);
                marked.Count.ShouldBeGreaterThan(20);
                document
                    .Having("Recommendation")
                    .ShouldBe(["That the Committee notes the contents of the report. [to be checked]"]);
            }
        );

    [Fact]
    public void The_first_page_has_the_counts_and_each_line_that_needs_attention_or_goes_well() =>
        Opened(
            Ranked(),
            document =>
            {
                var card = Scorecard.Of(Ranked());
                document.Counts.ShouldBe(card.Counts.Select(c => $"{c.Number}\n{c.Words}"));
                document
                    .TableBelow("What needs attention")
                    .ShouldBe([
                        ["Indicator", "Period", "Now", "Before", "England", "Rank"],
                        ["Name of worse (per 10,000)", "2010/11", "6.4", "5.4", "5.8", "120 of 152"],
                    ]);
                document
                    .TableBelow("What is going well")
                    .ShouldBe([
                        ["Indicator", "Period", "Now", "England"],
                        ["Name of better", "2010/11", "5.7%", "5.8%"],
                    ]);
                document.Having("Front").ShouldContain(t => t.EndsWith(card.News, StringComparison.Ordinal));
            }
        );

    // In twentieths of a point: a letter of Arial at 10 points is some 5 points wide, and a cell has 4 on each side.
    [Fact]
    public void The_periods_figures_and_ranks_of_the_first_page_stay_on_one_line()
    {
        var ranked = Ranked();
        var (row, period) = (ranked.Rows[0], "Year to 31 March 2025");
        Opened(
            ranked with
            {
                Rows =
                [
                    row with
                    {
                        Local = row.Local! with { Period = period },
                        National = row.National! with { Period = period },
                    },
                ],
            },
            document =>
            {
                var table = document.Body.Elements<Table>().ElementAt(1);
                var widths = table
                    .Descendants<GridColumn>()
                    .Select(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture))
                    .ToList();
                var cells = OpenedDocument.Rows(table)[1];
                cells.Count.ShouldBe(6);
                for (var i = 1; i < cells.Count; i++)
                    widths[i].ShouldBeGreaterThanOrEqualTo((cells[i].Length * 100) + 160, cells[i]);
            }
        );
    }

    [Fact]
    public void The_next_page_begins_after_the_summary() =>
        Opened(
            RichSample.Of(),
            document =>
                document
                    .Body.Descendants<PageBreakBefore>()
                    .Single()
                    .Ancestors<Paragraph>()
                    .Single()
                    .InnerText.ShouldBe("Progress against Performance Indicators")
        );

    private static Snapshot Ranked() =>
        Sample.Of(
            RichSample.Of().Rows[0] with
            {
                Name = "Name of worse",
                Unit = "per 10,000",
                CountsWith = null,
            },
            Sample.Row(Verdict.Exceeds, "better")
        );

    [Fact]
    public void Each_chart_has_a_text_alternative_with_its_figures() =>
        Opened(
            RichSample.Of(),
            document =>
                document
                    .Charts.Single()
                    .Alternative.ShouldStartWith(
                        "Name of overall-absence. 2010/11: Nottinghamshire 6.4%; England 5.8%; similar councils"
                    )
        );

    [Theory]
    [InlineData(9, 9, 4, 2)]
    [InlineData(9, 1, 5, 1)]
    [InlineData(9, 0, 6, 0)]
    [InlineData(1, 9, 1, 5)]
    [InlineData(0, 9, 0, 6)]
    [InlineData(2, 2, 2, 2)]
    [InlineData(0, 0, 0, 0)]
    public void Charts_show_both_what_needs_attention_and_what_goes_well(int bad, int good, int attention, int well)
    {
        IEnumerable<SnapshotRow> Rows(int count, Verdict verdict, string name) =>
            Enumerable.Range(1, count).Select(i => Charted(verdict, 3) with { Indicator = $"{name}{i}", Name = name });
        Opened(
            Sample.Of([.. Rows(bad, Verdict.DoesNotMeet, "Bad"), .. Rows(good, Verdict.Exceeds, "Good")]),
            document =>
            {
                document
                    .Charts.Select(c => c.Chart.Title.Split(':')[0])
                    .ShouldBe([.. Enumerable.Repeat("Bad", attention), .. Enumerable.Repeat("Good", well)]);
                document
                    .Having("Heading2")
                    .Where(h => h.StartsWith("Charts", StringComparison.Ordinal))
                    .ShouldBe([
                        .. attention > 0 ? ["Charts: what needs attention"] : Array.Empty<string>(),
                        .. well > 0 ? ["Charts: what is going well"] : Array.Empty<string>(),
                    ]);
            }
        );
    }

    [Theory]
    [InlineData(Outlook.WorseAndGettingWorse, 3, null, true)]
    [InlineData(Outlook.WorseAndGettingWorse, 2, null, false)]
    [InlineData(Outlook.WorseAndGettingWorse, 3, "A new definition.", false)]
    [InlineData(null, 3, null, false)]
    public void A_figure_that_is_moving_away_has_a_trend_and_any_other_stands_beside_similar_councils(
        Outlook? outlook,
        int periods,
        string? latestBreak,
        bool isTrend
    )
    {
        var row = Charted(Verdict.DoesNotMeet, periods) with { Outlook = outlook };
        Opened(
            Sample.Of(
                row with
                {
                    History = [.. row.History.SkipLast(1), row.History[^1] with { Break = latestBreak }],
                }
            ),
            document => document.Charts.Single().Chart.IsLines.ShouldBe(isTrend)
        );
    }

    // Without the rest of the rich row's figures, so that only these decide.
    private static SnapshotRow Charted(Verdict verdict, int periods)
    {
        var row = RichSample.Of().Rows[0];
        return Sample.Row(verdict) with
        {
            Neighbours = row.Neighbours,
            History =
            [
                .. Enumerable.Range(0, periods).Select(i => new HistoryPoint($"{2008 + i}", 5m + i, 5.8m, null, null)),
            ],
        };
    }

    [Fact]
    public void A_column_that_is_empty_in_every_row_is_left_out() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)) with
            {
                Actions = Sample.Actions(1, 0, 0),
            },
            document =>
            {
                OpenedDocument
                    .Rows(document.Tables[0])[0]
                    .ShouldBe(["Reference", "Priority", "Action", "Lead", "Status"]);
                OpenedDocument
                    .Rows(document.Tables[1])[0]
                    .ShouldBe([
                        "Indicator",
                        "Nottinghamshire",
                        "England",
                        "Compared with England",
                        "Compared with similar councils",
                    ]);
            }
        );

    [Fact]
    public void An_indicator_without_a_figure_has_a_sentence_and_no_row() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                OpenedDocument.Rows(document.Tables[1]).ShouldNotContain(r => r[0].StartsWith("Name of suppressed"));
                document
                    .Having("Normal")
                    .ShouldContain("No figure for Nottinghamshire to report: Name of suppressed. Appendix 3 says why.");
            }
        );

    [Fact]
    public void A_note_that_several_indicators_share_is_said_once() =>
        Opened(
            Sample.Of(
                Sample.Row(Verdict.Exceeds, "one") with
                {
                    Notes = ["Shared.", "Its own."],
                },
                Sample.Row(Verdict.Exceeds, "two") with
                {
                    Notes = ["Shared."],
                }
            ),
            document =>
                document
                    .Having("FrontBullet")
                    .TakeLast(2)
                    .ShouldBe(["Name of one; Name of two: Shared.", "Name of one: Its own."])
        );

    [Fact]
    public void Worse_and_getting_worse_is_told_with_its_figures() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document.Having("ListNumber").ShouldContain("One figure is worse than England and getting worse:");
                document
                    .Having("ListBullet")
                    .ShouldContain(
                        "Name of overall-absence: 6.4% (2010/11), previously 5.4% (2009/10); England 5.8% (2010/11)"
                    );
            }
        );

    [Fact]
    public void A_verdict_that_turned_is_told_with_the_figures_then_and_now() =>
        Opened(
            RichSample.Of(),
            document =>
                document
                    .Having("ListBullet")
                    .ShouldContain(
                        "Name of overall-absence: against England “exceeds” then (5.4% against 6.0%, 2009/10), "
                            + "“does not meet” now (6.4% against 5.8%, 2010/11); "
                            + "against similar councils “exceeds” then (5.4% against 5.9%, 2009/10), “does not meet” "
                            + "now (6.4% against 6.0%, 2010/11)"
                    )
        );

    [Fact]
    public void Provisional_and_overdue_figures_are_named() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document
                    .Having("ListBullet")
                    .ShouldContain(
                        "Name of overall-absence: Nottinghamshire (2010/11); "
                            + "the council’s own later figure (2011/12 Q2)"
                    );
                document
                    .Having("ListBullet")
                    .ShouldContain("Name of overall-absence, 2011/12: expected by 30 November 2012");
            }
        );

    [Fact]
    public void A_table_repeats_its_header_and_says_what_it_holds() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document.Tables.Count.ShouldBe(3);
                foreach (var table in document.Tables)
                {
                    var rows = table.Elements<TableRow>().ToList();
                    rows[0].TableRowProperties!.Elements<TableHeader>().ShouldHaveSingleItem();
                    rows.ShouldAllBe(r => r.TableRowProperties!.Elements<CantSplit>().Any());
                    table
                        .GetFirstChild<TableProperties>()!
                        .TableDescription!.Val!.Value.ShouldStartWith("One row for each");
                    table
                        .PreviousSibling<Paragraph>()!
                        .ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Caption");
                    OpenedDocument.Rows(table).SelectMany(r => r).ShouldAllBe(text => text.Length > 0);
                }
            }
        );

    [Fact]
    public void Every_heading_stays_on_the_page_of_what_it_heads() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                var styles = document.Part.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();
                string[] heading = ["Headline", "Heading1", "Heading2", "Caption"];
                foreach (var id in heading)
                    styles.Single(s => s.StyleId == id).StyleParagraphProperties!.KeepNext.ShouldNotBeNull(id);
                document
                    .Body.Elements<Paragraph>()
                    .Where(p => heading.Contains(p.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
                    .ShouldAllBe(p => p.NextSibling() is Paragraph || p.NextSibling() is Table);
                // A paragraph that introduces a list does too, and the heading of a group in a table.
                document
                    .Body.Descendants<Paragraph>()
                    .Where(p => p.InnerText.EndsWith(':') && p.ParagraphProperties!.ParagraphStyleId!.Val != "Subtitle")
                    .ShouldAllBe(p => p.ParagraphProperties!.KeepNext != null);
            }
        );

    [Fact]
    public void The_table_of_sources_says_what_was_published_and_what_was_received() =>
        Opened(
            RichSample.Of() with
            {
                Inputs =
                [
                    .. RichSample.Of().Inputs,
                    RichSample.Of().Inputs[0] with
                    {
                        File = "late.csv",
                        PublishedFrom = "arrival",
                        Published = new(2012, 12, 1),
                    },
                ],
            },
            document =>
                OpenedDocument
                    .Rows(document.Tables[^1])
                    .ShouldBe([
                        ["File", "Feed", "Published or received", "Status", "Notice", "Release"],
                        ["absence.csv", "national", "published on 28 March 2012", "final", "none", "national-0123"],
                        [
                            "obesity.csv",
                            "obesity",
                            "published on 14 December 2011",
                            "not stated",
                            "Illustrative figures. Do not quote them.",
                            "obesity-0123",
                        ],
                        ["late.csv", "national", "received on 1 December 2012", "final", "none", "national-0123"],
                    ])
        );

    [Fact]
    public void The_table_of_performance_has_every_figure_and_verdict() =>
        Opened(
            RichSample.Of(),
            document =>
                OpenedDocument
                    .Rows(document.Tables[1])[2]
                    .ShouldBe([
                        "Name of overall-absence\nLow is good",
                        "6.4%\n2010/11, provisional\n6.5% for 2011/12 Q2 (provisional) in the council’s own return",
                        "+1.0 percentage points, worsening\nfrom 5.4% (2009/10)",
                        "5.8%\n2010/11",
                        "does not meet",
                        "6.0%\n1 of 2",
                        "does not meet",
                        "120 of 152",
                    ])
        );

    [Fact]
    public void A_figure_that_has_changed_never_looks_like_the_one_before() =>
        Opened(
            Sample.Of(
                Sample.Row(Verdict.Exceeds, local: 5.71m) with
                {
                    Previous = new(5.74m, "2009/10", Sample.Source),
                    Change = -0.03m,
                    Direction = Direction.Improving,
                }
            ),
            document =>
                OpenedDocument
                    .Rows(document.Tables[0])[2][2]
                    .ShouldBe("−0.03 percentage points, improving\nfrom 5.74% (2009/10)")
        );

    [Fact]
    public void It_is_A4_in_British_English_with_page_numbers_and_a_title() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document
                    .Body.Descendants<PageSize>()
                    .Select(p => (p.Width!.Value, p.Height!.Value))
                    .ShouldBe([(11906u, 16838u), (16838u, 11906u)]);
                document
                    .Part.StyleDefinitionsPart!.Styles!.Descendants<Languages>()
                    .Single()
                    .Val!.Value.ShouldBe("en-GB");
                var sections = document.Body.Descendants<SectionProperties>().ToList();
                sections.Count.ShouldBe(2);
                foreach (var (section, edge) in sections.Zip([9638, 14570]))
                {
                    var footer = (FooterPart)
                        document.Part.GetPartById(section.GetFirstChild<FooterReference>()!.Id!.Value!);
                    footer.Footer.InnerText.ShouldStartWith("Nottinghamshire: report as at 30 September 2012");
                    footer
                        .Footer.Descendants<SimpleField>()
                        .Select(f => f.Instruction!.Value!.Trim())
                        .ShouldBe(["PAGE", "NUMPAGES"]);
                    footer.Footer.Descendants<TabStop>().Single().Position!.Value.ShouldBe(edge);
                }
                document.Properties.ShouldBe(("A title: report as at 30 September 2012", "en-GB"));
            }
        );

    [Theory]
    [InlineData("a\u0000b\u000Bc", "abc")]
    [InlineData("<w:b/>&amp; \"quoted\" 😀", "<w:b/>&amp; \"quoted\" 😀")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    public void Any_text_can_stand_in_it_and_nothing_of_it_runs(string text, string held) =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds, text) with { Notes = [text] }) with
            {
                Title = text,
                Actions = Sample.Actions(1, 0, 0, text),
            },
            document =>
            {
                document.Faults.ShouldBeEmpty();
                OpenedDocument.Rows(document.Tables[0])[1][2].ShouldBe(held);
                document
                    .Body.Descendants<SimpleField>()
                    .ShouldAllBe(f => f.Instruction!.Value!.Trim().StartsWith("SEQ Table", StringComparison.Ordinal));
                document.Part.ExternalRelationships.ShouldBeEmpty();
            }
        );

    [Fact]
    public void Without_an_earlier_report_it_says_so() =>
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)),
            document =>
            {
                document
                    .Having("ListNumber")
                    .ShouldContain("This is the first report, so there is nothing to compare it with.");
                document.Paragraphs.ShouldContain(("Normal", "This report has no list of key actions."));
            }
        );

    private static void Opened(Snapshot snapshot, Action<OpenedDocument> look)
    {
        using var document = new OpenedDocument(DocumentReport.Write(snapshot));
        look(document);
    }
}
