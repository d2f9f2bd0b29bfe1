using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Word;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Pipeline.Tests.Snapshots;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

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
                    .Paragraphs.Where(p => p.Style is "Heading1" or "Heading2")
                    .Select(p => p.Text)
                    .ShouldBe([
                        Scorecard.Of(RichSample.Of()).Headline,
                        "What needs attention",
                        "What is going well",
                        "Progress against Performance Indicators",
                        "Charts",
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
            RichSample.Of(),
            document =>
            {
                var card = Scorecard.Of(RichSample.Of());
                document.Counts.ShouldBe(card.Counts.Select(c => $"{c.Number}\n{c.Words}"));
                document
                    .Having("FrontBullet")
                    .Take(card.NeedsAttention.Count + card.GoesWell.Count)
                    .ShouldBe(card.NeedsAttention.Concat(card.GoesWell).Select(l => $"{l.Line.Name}: {l.Words}"));
            }
        );

    [Fact]
    public void What_needs_attention_has_its_charts_each_with_a_text_alternative() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document
                    .Charts.Select(c => (c.Chart.Title, c.Chart.IsLines))
                    .ShouldBe([("Name of overall-absence", false), ("Name of overall-absence", true)]);
                document
                    .Charts[0]
                    .Alternative.ShouldStartWith(
                        "Name of overall-absence. 2010/11: Nottinghamshire 6.4%; England 5.8%; similar councils"
                    );
                document
                    .Charts[1]
                    .Alternative.ShouldStartWith("Name of overall-absence. 2009/10: Nottinghamshire 5.4%");
            }
        );

    [Fact]
    public void There_are_six_charts_at_most_and_none_where_there_is_nothing_to_draw()
    {
        var row = RichSample.Of().Rows[0];
        var many = Enumerable.Range(1, 9).Select(i => row with { Indicator = $"i{i}", Name = $"Name of {i}" });
        Opened(Sample.Of([.. many]), document => document.Charts.Count.ShouldBe(6));
        Opened(
            Sample.Of(Sample.Row(Verdict.Exceeds)),
            document =>
            {
                document.Charts.ShouldBeEmpty();
                document.Having("Heading2").ShouldNotContain("Charts");
            }
        );
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
                        "Compared with neighbours",
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
                            + "against the neighbours “exceeds” then (5.4% against 5.9%, 2009/10), “does not meet” "
                            + "now (6.4% against 6.0%, 2010/11)"
                    )
        );

    [Fact]
    public void Provisional_and_overdue_figures_are_named() =>
        Opened(
            RichSample.Of(),
            document =>
            {
                document.Having("ListBullet").ShouldContain("Name of overall-absence: Nottinghamshire (2010/11)");
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
                        .PreviousSibling<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()!
                        .ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Caption");
                    OpenedDocument.Rows(table).SelectMany(r => r).ShouldAllBe(text => text.Length > 0);
                }
            }
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
                        "6.4%\n2010/11, provisional\n6.5% for 2011/12 Q2 (provisional) by the council’s own return",
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
                document
                    .Part.FooterParts.Single()
                    .Footer.Descendants<SimpleField>()
                    .Select(f => f.Instruction!.Value!.Trim())
                    .ShouldBe(["PAGE", "NUMPAGES"]);
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
                document.Paragraphs.ShouldContain(
                    ("Normal", "No list of key actions was known when this was compiled.")
                );
            }
        );

    private static void Opened(Snapshot snapshot, Action<OpenedDocument> look)
    {
        using var document = new OpenedDocument(DocumentReport.Write(snapshot));
        look(document);
    }
}
