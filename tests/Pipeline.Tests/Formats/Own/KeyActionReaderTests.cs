using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Pipeline.Tests.Formats.Own;

public sealed class KeyActionReaderTests
{
    private const string Header = "priority,reference,action,lead,status,note";

    [Fact]
    public async Task A_row_is_a_key_action()
    {
        var reading = await ReadAsync("2,2.1,\"Support mothers, and fathers\",Service Director,On schedule,A note");

        reading.KeyActions.ShouldBe([
            new("2", "2.1", "Support mothers, and fathers", "Service Director", KeyActionStatus.OnSchedule, "A note"),
        ]);
        reading.Rows.Accepted.ShouldBe(1);
    }

    [Theory]
    [InlineData("Completed", KeyActionStatus.Completed)]
    [InlineData("completed", KeyActionStatus.Completed)]
    [InlineData("On schedule", KeyActionStatus.OnSchedule)]
    [InlineData("ON SCHEDULE", KeyActionStatus.OnSchedule)]
    [InlineData("Behind schedule", KeyActionStatus.Behind)]
    [InlineData("Behind", KeyActionStatus.Behind)]
    public async Task A_status_is_one_of_three(string text, KeyActionStatus status)
    {
        var reading = await ReadAsync($"2,2.1,An action,A lead,{text},");

        reading.KeyActions.ShouldHaveSingleItem().Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public async Task A_list_has_at_most_five_hundred_actions(int actions, bool refused)
    {
        var reading = await ReadAsync([
            .. Enumerable.Range(0, actions).Select(i => $"2,{i},An action,A lead,Completed,"),
        ]);
        (reading.Refused, reading.Findings.Count(Pipeline.Findings.Check.FileTooLarge) > 0).ShouldBe(
            (refused, refused)
        );
    }

    [Theory]
    [InlineData(2000, 1)]
    [InlineData(2001, 0)]
    public async Task A_text_has_at_most_two_thousand_characters(int length, int accepted)
    {
        var reading = await ReadAsync($"2,2.1,{new string('x', length)},A lead,Completed,");
        (reading.KeyActions.Count, reading.Findings.Count(Pipeline.Findings.Check.TextTooLong)).ShouldBe(
            (accepted, 1 - accepted)
        );
    }

    [Theory]
    [InlineData("Amber")]
    [InlineData("")]
    public async Task Another_status_rejects_its_row(string text)
    {
        var reading = await ReadAsync($"2,2.1,An action,A lead,{text},", "2,2.2,An action,A lead,Completed,");

        (reading.KeyActions.Count, reading.Rows.Rejected).ShouldBe((1, 1));
        reading
            .Findings.ToList()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Code.ShouldBe("STATUS_UNKNOWN"),
                f => f.Row.ShouldBe(2),
                f => f.Column.ShouldBe("status")
            );
    }

    [Fact]
    public async Task A_reference_may_be_left_empty_more_than_once() =>
        (await ReadAsync("2,,An action,A lead,Completed,", "2,,Another,A lead,Completed,")).KeyActions.Count.ShouldBe(
            2
        );

    [Theory]
    [InlineData(Feed.National)]
    [InlineData(Feed.Local)]
    public async Task Key_actions_in_another_folder_are_refused(Feed feed)
    {
        var reading = await Drop.ReadAsync($"{Header}\n2,2.1,An action,A lead,Completed,\n", feed);

        reading.Refused.ShouldBeTrue();
        reading.Codes().ShouldBe(["FEED_WRONG"]);
        reading.KeyActions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lead_and_note_may_be_left_out()
    {
        var reading = await Drop.ReadAsync(
            "priority,reference,action,status\n2,2.1,An action,Completed\n",
            Feed.KeyActions
        );

        reading.KeyActions.ShouldBe([new("2", "2.1", "An action", "", KeyActionStatus.Completed, "")]);
    }

    private static Task<FileReading> ReadAsync(params string[] rows) =>
        Drop.ReadAsync($"{Header}\n{string.Join('\n', rows)}\n", Feed.KeyActions);
}
