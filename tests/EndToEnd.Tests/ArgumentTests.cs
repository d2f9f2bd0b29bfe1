using System.CommandLine;
using ChildrensTrust.Local;
using ChildrensTrust.Local.Commands;
using ChildrensTrust.Local.Drops;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>What the commands make of their arguments, without a process or storage.</summary>
public sealed class ArgumentTests
{
    private static readonly InvocationConfiguration Plainly = new() { EnableDefaultExceptionHandler = false };

    [Theory]
    [InlineData("--publishd", "ingest", "x.csv", "--feed", "obesity", "--publishd", "2012-01-01")]
    [InlineData("--publishd", "ingest", "x.csv", "--feed", "obesity", "--publishd=2012-01-01")]
    [InlineData("--yess", "purge", "--yess")]
    [InlineData("", "ingest", "--feed", "obesity", "--", "--publishd")]
    [InlineData("", "ingest", "--feed", "obesity", "--published", "2012-01-01", "x--y.csv", "-")]
    public void An_argument_that_begins_like_an_option_is_an_unknown_option(
        string unknown,
        params string[] arguments
    ) => string.Join(" ", UnknownOptions.In(CommandLine.Root().Parse(arguments))).ShouldBe(unknown);

    [Theory]
    [InlineData("status")]
    [InlineData("revisions")]
    [InlineData("export", "--out", "x.csv")]
    [InlineData("publish", "--out", "x")]
    [InlineData("withdraw", "x", "--by", "y", "--reason", "z")]
    [InlineData("reinstate", "x", "--by", "y", "--reason", "z")]
    [InlineData("purge", "x")]
    [InlineData("retry")]
    [InlineData("rebuild")]
    public async Task A_data_folder_that_is_not_there_is_refused_and_not_made(params string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var fault = await FaultAsync([.. arguments, "--data", folder]);

        fault.Code.ShouldBe(2);
        fault.Message.ShouldStartWith($"There is no folder {folder}.");
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_to_screen_is_said_to_be_one() =>
        (await FaultAsync("screen", Path.GetTempPath())).Message.ShouldEndWith("is a folder. Name the files in it.");

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void A_port_that_is_no_number_is_a_plain_sentence(string port) =>
        CommandLine
            .Root()
            .Parse(["up", "--port", port])
            .Errors.Select(e => e.Message)
            .ShouldBe(["Give --port a number from 0 to 65535; 0 takes any free port."]);

    [Fact]
    public void A_drop_changes_only_the_metadata_that_it_gives()
    {
        var there = new Dictionary<string, string>
        {
            ["notice"] = "As given",
            ["Published"] = "2012-01-01",
            ["scope"] = "confirmed",
        };

        DropZone
            .Metadata(new Drop("x.csv", Feed.National) { Published = new(2012, 2, 2) }, there)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["notice"] = "As given",
                    ["Published"] = "2012-02-02",
                    ["scope"] = "confirmed",
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_day_that_a_cadence_does_not_report_on_is_said()
    {
        SnapshotCommand.NotItsDay(Cadence.Default, new(2025, 9, 30)).ShouldBeNull();
        SnapshotCommand
            .NotItsDay(Cadence.Default, new(2025, 8, 15))
            .ShouldBe(
                "15 August 2025 is not a day of the trust cadence, which reports on 31 March and 30 September. The "
                    + "snapshot is made all the same."
            );
    }

    private static async Task<UserFaultException> FaultAsync(params string[] arguments) =>
        await Should.ThrowAsync<UserFaultException>(() => CommandLine.Root().Parse(arguments).InvokeAsync(Plainly));
}
