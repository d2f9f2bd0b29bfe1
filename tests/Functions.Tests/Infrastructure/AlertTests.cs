using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Health;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;
using ChildrensTrust.Tests;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>An alert finds what the code logs, by the names of its events. The alerts' queries are
/// infra/queries/*.kql.</summary>
public sealed class AlertTests
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [Theory]
    [InlineData(ReleaseStatus.Quarantined, 0, true)]
    [InlineData(ReleaseStatus.Quarantined, 3, true)]
    [InlineData(ReleaseStatus.Complete, 3, true)]
    [InlineData(ReleaseStatus.Complete, 0, false)]
    [InlineData(ReleaseStatus.Withdrawn, 0, false)]
    public void A_refused_file_and_rejected_rows_raise_the_alert(ReleaseStatus status, long rejected, bool raised)
    {
        var blob = new BlobClient(new Uri("https://a.example/landing/national/a.csv"));
        var logged = EventOf(logger => logger.Ingested(blob, Release(status, rejected)));
        EventNames("refused").Contains(logged.Name).ShouldBe(raised);
    }

    [Fact]
    public void An_alert_finds_the_events_that_the_code_logs_and_no_others()
    {
        EventNames("refused").ShouldBe([ReleaseLog.FileRefused.Name, ReleaseLog.RowsRejected.Name]);
        EventNames("health").ShouldBe([HealthLog.HealthCheckFailed.Name]);
        EventNames("overdue").ShouldBe([HealthLog.FiguresOverdue.Name]);
        EventNames("silent")
            .ShouldBe([
                HealthLog.HealthCheckPassed.Name,
                HealthLog.HealthCheckWarned.Name,
                HealthLog.HealthCheckFailed.Name,
                HealthLog.FiguresOverdue.Name,
            ]);
        EventNames("not-taken-in").ShouldBe([DropLog.FileNotTakenIn.Name, DropLog.UnreadableMessage.Name]);
        EventNames("missed-events").ShouldBe([DropLog.MissingFileTakenIn.Name]);
        EventNames("not-compared").ShouldBe([SnapshotLog.IndicatorNotCompared.Name]);
    }

    [Fact]
    public void Each_fault_is_logged_as_the_event_that_its_alert_finds()
    {
        var file = DroppedFile.In("national/a.csv", new ETag("\"1\""))!;
        var fault = file with { Fault = Check.NotTakenIn.Found("The file was not received: every try failed.") };
        var release = Release(ReleaseStatus.Complete, 0);
        var failure = new IndicatorFailure("overall-absence", "E10000024", new OverflowException());

        EventOf(logger => logger.NotTakenIn(fault)).ShouldBe(DropLog.FileNotTakenIn);
        EventOf(logger => logger.Swept(new(fault, Missed: false, null, null))).ShouldBe(DropLog.FileNotTakenIn);
        EventOf(logger => logger.SetAside("unreadable-messages/1.txt")).ShouldBe(DropLog.UnreadableMessage);
        EventOf(logger => logger.Swept(new(file, Missed: true, release, null))).ShouldBe(DropLog.MissingFileTakenIn);
        EventOf(logger => logger.NotCompared(failure, new(2012, 9, 30))).ShouldBe(SnapshotLog.IndicatorNotCompared);
    }

    [Fact]
    public void A_file_that_failed_and_then_came_in_raises_no_alert()
    {
        var file = DroppedFile.In("national/a.csv", new ETag("\"1\""))!;
        var swept = new SweptFile(file, Missed: false, Release(ReleaseStatus.Complete, 0), null);

        string[] alerts = ["not-taken-in", "missed-events", "not-compared"];
        alerts.SelectMany(EventNames).ShouldNotContain(EventOf(logger => logger.Swept(swept)).Name);
    }

    // What a query compares the name of the event with, which is all that it goes by.
    private static IEnumerable<string?> EventNames(string alert)
    {
        var where = File.ReadLines(QueryFile(alert))
            .Where(line => line.StartsWith("| where", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        where.ShouldStartWith("| where tostring(Properties[\"EventName\"]) ");
        return where.Split('"').Where((_, i) => i % 2 == 1).Skip(1);
    }

    // The last line: it must be in the table that the alerts read, so without an exception.
    private static EventId EventOf(Action<ILogger> log)
    {
        var lines = new Lines();
        log(lines);
        lines.Fault.ShouldBeNull();
        return lines.Id;
    }

    [Fact]
    public void The_queue_of_poison_files_is_the_one_that_the_code_reads() =>
        CodeNeeds.Queues.ShouldContain(Phrase(Query("poison"), "Uri has"));

    [Theory]
    [InlineData("newest-snapshot", HealthStatus.Fail, "health", true)]
    [InlineData("blobs", HealthStatus.Fail, "health", true)]
    [InlineData("overdue-figures", HealthStatus.Fail, "health", true)]
    [InlineData("newest-snapshot", HealthStatus.Pass, "health", false)]
    [InlineData("overdue-figures", HealthStatus.Warn, "health", false)]
    [InlineData("overdue-figures", HealthStatus.Warn, "overdue", true)]
    [InlineData("newest-snapshot", HealthStatus.Warn, "overdue", false)]
    [InlineData("overdue-figures", HealthStatus.Pass, "overdue", false)]
    public void A_health_check_raises_its_alert(string check, HealthStatus status, string alert, bool raised)
    {
        // The line that the alert reads has no exception, even where one stopped the check.
        var faulty = new HealthCheck(check, status, "A sentence.") { Fault = new OverflowException() };
        var logged = EventOf(logger => logger.Checked([faulty]));
        EventNames(alert).Contains(logged.Name).ShouldBe(raised);
        EventNames("silent").ShouldContain(logged.Name);
    }

    [Theory]
    [InlineData("ReadPages", "404", false)]
    [InlineData("ProduceSnapshot", "422", false)]
    [InlineData("WithdrawRelease", "400", false)]
    [InlineData("Health", "503", false)]
    [InlineData("GET /api/health", "503", false)]
    [InlineData("ReadPages", "500", true)]
    [InlineData("ProduceSnapshot", "503", true)]
    [InlineData("DailyHealth", "503", true)]
    [InlineData("NationalReleases", "0", true)]
    public void An_exception_raises_the_alert_and_an_answer_does_not(string operation, string code, bool raised)
    {
        var query = Query("failures");
        var answers = Regex
            .Match(query, "not\\(ResultCode matches regex @\"(?<pattern>[^\"]+)\"\\)", Linear)
            .Groups["pattern"]
            .Value;
        var health = Regex
            .Match(
                query,
                "not\\(OperationName has \"(?<word>[a-z]+)\" and ResultCode == \"(?<code>[0-9]+)\"\\)",
                Linear
            )
            .Groups;
        // "has" finds whole words, whatever their capitals.
        var isHealth =
            operation.Split(' ', '/').Contains(health["word"].Value, StringComparer.OrdinalIgnoreCase)
            && code == health["code"].Value;

        (!Regex.IsMatch(code, answers, Linear) && !isHealth).ShouldBe(raised);
    }

    [Fact]
    public void The_workbook_and_the_manual_speak_of_the_metrics_that_there_are()
    {
        var signals = Quoted(
            File.ReadAllText(Path.Combine(SourceFolder.Of("pipeline"), "Foundation", "Telemetry", "Signals.cs")),
            "\""
        );
        signals.Count.ShouldBe(5);
        Quoted(File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "operations.md")), "`")
            .ShouldBe(signals, ignoreOrder: true);
        var shown = Quoted(File.ReadAllText(Path.Combine(SourceFolder.Of("infra"), "workbook.json")), "\\\"");
        shown.Count.ShouldBe(4);
        shown.ShouldBeSubsetOf(signals);
    }

    [Fact]
    public void The_manual_says_what_to_do_about_every_alert()
    {
        var manual = File.ReadAllText(Path.Combine(SourceFolder.Of("docs"), "operations.md"));
        foreach (
            var alert in Deployment
                .Of("prod")
                .OfType("Microsoft.Insights/scheduledQueryRules")
                .Concat(Deployment.Of("prod").OfType("Microsoft.Insights/metricAlerts"))
        )
            Regex
                .IsMatch(
                    manual,
                    $@"(\| |, ){((string)alert["name"]!).Replace("alert-ctpipe-prod-", "", StringComparison.Ordinal)}( \||, )",
                    Linear
                )
                .ShouldBeTrue((string)alert["name"]!);
    }

    private static HashSet<string> Quoted(string text, string mark) =>
        [
            .. Regex
                .Matches(text, $"{Regex.Escape(mark)}(?<name>pipeline\\.[a-z.]+){Regex.Escape(mark)}", Linear)
                .Select(m => m.Groups["name"].Value),
        ];

    private static string Query(string name) => File.ReadAllText(QueryFile(name));

    private static string QueryFile(string name) => Path.Combine(SourceFolder.Of("infra"), "queries", $"{name}.kql");

    private static string Phrase(string query, string before) =>
        Regex.Match(query, Regex.Escape(before) + " \"(?<phrase>[^\"]*)\"", Linear).Groups["phrase"].Value;

    private static Release Release(ReleaseStatus status, long rejected) =>
        new()
        {
            Id = "0123",
            Feed = Feed.National,
            File = "a.csv",
            Format = "ees",
            Sha256 = "00",
            Size = 1,
            ETag = "e",
            Status = status,
            Published = new DateOnly(2012, 3, 28),
            PublishedFrom = DateOrigin.Metadata,
            Arrived = DateTimeOffset.UnixEpoch,
            Rows = new RowCounts(10, 10 - rejected, new Dictionary<string, long>(StringComparer.Ordinal), rejected),
            Observations = 1,
            SeriesCount = 1,
            FindingCount = 0,
            Indicators = [],
            Catalogue = "c",
            Code = "v",
        };

    private sealed class Lines : ILogger
    {
        public EventId Id { get; private set; }

        public Exception? Fault { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => (Id, Fault) = (eventId, exception);
    }
}
