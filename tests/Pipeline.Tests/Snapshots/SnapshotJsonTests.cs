using System.Globalization;
using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

public sealed class SnapshotJsonTests
{
    private static readonly Snapshot Whole = Sample.Of(
        Sample.Row(Verdict.Exceeds, local: 17.40m, england: 14.9m) with
        {
            Previous = new(18.3m, "2009/10", Sample.Source),
            Change = -0.90m,
            Direction = Direction.Improving,
            Neighbours = new(
                AverageMethod.Mean,
                14.9555555556m,
                "2010/11",
                1,
                2,
                ["E10000006"],
                [new("E10000007", "Derbyshire", 14.95m, Sample.Source)]
            ),
            Notes = ["A note with “quotation marks” & an ampersand."],
        },
        Sample.Row(Verdict.Mixed, "breastfeeding-6-to-8-weeks", local: null, england: null) with
        {
            Areas = [Sample.Part("Bassetlaw NHS", Verdict.DoesNotMeet, 35, 47.2m)],
        }
    ) with
    {
        Actions = Sample.Actions(1, 2, 3),
        Findings = [new("national-0123", "absence.csv", "AREA_UNKNOWN", "warning", 2)],
    };

    [Fact]
    public void A_snapshot_is_read_back_as_it_was_written()
    {
        var json = SnapshotJson.Write(Whole);
        var read = SnapshotJson.Read(json);

        SnapshotJson.Write(read).ToString().ShouldBe(json.ToString());
        read.Rows[0].Neighbours!.Figures.ShouldBe(Whole.Rows[0].Neighbours!.Figures);
        read.Actions!.Items.ShouldBe(Whole.Actions!.Items);
        read.Findings.ShouldBe(Whole.Findings);
    }

    [Theory]
    [InlineData("17.40")]
    [InlineData("0.000")]
    [InlineData("51.76214121")]
    [InlineData("-3.5")]
    [InlineData("100")]
    public void A_figure_keeps_every_digit_that_was_published(string figure)
    {
        var json = SnapshotJson.Write(Sample.Of(Sample.Row(Verdict.Exceeds, local: Given.Number(figure))));

        Json(json)["rows"]![0]!["local"]!["value"]!.ToJsonString().ShouldBe(figure);
        SnapshotJson.Read(json).Rows[0].Local!.Value!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(figure);
    }

    [Theory]
    [InlineData(Verdict.Exceeds, "exceeds")]
    [InlineData(Verdict.InLine, "in line")]
    [InlineData(Verdict.DoesNotMeet, "does not meet")]
    [InlineData(Verdict.Mixed, "mixed")]
    [InlineData(Verdict.NoJudgement, "no judgement")]
    [InlineData(Verdict.NoComparison, "no comparison")]
    public void A_verdict_is_written_in_words_and_read_back(Verdict verdict, string words)
    {
        var json = SnapshotJson.Write(Sample.Of(Sample.Row(verdict)));

        Json(json)["rows"]![0]!["versusNational"]!.GetValue<string>().ShouldBe(words);
        SnapshotJson.Read(json).Rows[0].VersusNational.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(KeyActionStatus.Completed, "completed")]
    [InlineData(KeyActionStatus.OnSchedule, "on schedule")]
    [InlineData(KeyActionStatus.Behind, "behind schedule")]
    public void The_status_of_a_key_action_is_written_in_words_and_read_back(KeyActionStatus status, string words)
    {
        var written = SnapshotJson.Write(
            Whole with
            {
                Actions = new(1, 0, 0, 0, [new("Priority 1", "1.1", "Open the hub", "Director", status, "")]),
            }
        );
        Json(written)["actions"]!["items"]![0]!["status"]!.GetValue<string>().ShouldBe(words);
        SnapshotJson.Read(written).Actions!.Items.ShouldHaveSingleItem().Status.ShouldBe(status);
    }

    [Fact]
    public void The_names_that_other_programs_read_are_there()
    {
        var json = Json(SnapshotJson.Write(Whole));

        (
            json["asAt"]!.GetValue<string>(),
            json["compiled"]!.GetValue<string>(),
            json["version"]!.GetValue<int>(),
            json["area"]!["code"]!.GetValue<string>()
        ).ShouldBe(("2012-09-30", "2012-12-12", 1, "E10000024"));
        json["neighbourSet"]!["members"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["code", "name", "closeness"]);
        json["summary"]!
            .AsObject()
            .Select(p => p.Key)
            .ShouldBe([
                "withComparison",
                "exceeds",
                "inLine",
                "doesNotMeet",
                "mixed",
                "noJudgement",
                "noComparison",
                "older",
                "alike",
            ]);
        json["actions"]!
            .AsObject()
            .Select(p => p.Key)
            .ShouldBe(["total", "completed", "onSchedule", "behind", "items", "note"]);
        string[] row =
        [
            "indicator",
            "name",
            "priority",
            "polarity",
            "unit",
            "decimals",
            "local",
            "previous",
            "change",
            "direction",
            "national",
            "neighbours",
            "versusNational",
            "versusNeighbours",
            "significance",
            "rank",
            "quartile",
            "trend",
            "areas",
            "notes",
            "sources",
        ];
        row.ShouldBeSubsetOf(json["rows"]![0]!.AsObject().Select(p => p.Key));
        string[] source = ["feed", "series", "release", "file", "row", "column"];
        source.ShouldBeSubsetOf(json["rows"]![0]!["local"]!["source"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void What_is_absent_is_null_and_not_left_out()
    {
        var row = Json(SnapshotJson.Write(Sample.Of(Sample.Row(Verdict.NoComparison, local: null, england: null))))[
            "rows"
        ]![0]!.AsObject();

        foreach (var name in new[] { "local", "national", "previous", "change", "rank" })
        {
            row.ContainsKey(name).ShouldBeTrue();
            row[name].ShouldBeNull();
        }
    }

    [Fact]
    public void The_text_is_for_people_too() =>
        SnapshotJson.Write(Whole).ToString().ShouldContain("A note with “quotation marks” & an ampersand.");

    private static JsonNode Json(BinaryData json) => JsonNode.Parse(json)!;

    [Fact]
    public void A_snapshot_from_before_averages_and_returns_were_written_apart_is_read_and_shows_what_it_said()
    {
        var old = System.Text.Json.Nodes.JsonNode.Parse(SnapshotJson.Write(RichSample.Of()).ToString())!;
        var row = old["rows"]![0]!.AsObject();
        row.Remove("return").ShouldBeTrue();
        row["neighbours"]!.AsObject().Remove("compared").ShouldBeTrue();
        row["tests"]![0]!.AsObject().Remove("method").ShouldBeTrue();
        row["comparators"]![1]!.AsObject().Remove("compared").ShouldBeTrue();
        row["alternatives"]![0]!.AsObject().Remove("compared").ShouldBeTrue();
        old["neighbourSet"]!.AsObject().Remove("newerWithoutArea").ShouldBeTrue();

        var read = SnapshotJson.Read(BinaryData.FromString(old.ToJsonString()));

        read.Rows[0]
            .ShouldSatisfyAllConditions(
                r => (r.Neighbours!.Compared, r.Neighbours.Shown).ShouldBe((null, 5.95m)),
                r => r.Comparators[1].Shown.ShouldBe(5.65m),
                r => r.Alternatives[0].Shown.ShouldBe(5.9m),
                r => (r.Return, r.Tests[0].Method).ShouldBe((null, null))
            );
        read.NeighbourSet!.NewerWithoutArea.ShouldBeEmpty();
    }
}
