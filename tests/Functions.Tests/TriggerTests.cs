using System.Reflection;
using ChildrensTrust.Functions.Timers;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Formats;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Functions.Tests;

/// <summary>What the host will find: names, triggers, and that each function can be made.</summary>
public sealed class TriggerTests
{
    private static readonly List<MethodInfo> All =
    [
        .. typeof(Landing)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void Each_feed_has_one_function_on_its_folder_of_landing()
    {
        var paths = Triggers<BlobTriggerAttribute>().Select(t => t.BlobPath).ToList();
        paths.ShouldBe(FeedFolders.All.Select(folder => $"landing/{folder}/{{name}}"), ignoreOrder: true);
    }

    [Fact]
    public void Every_blob_trigger_uses_the_connection_of_the_data_account() =>
        Triggers<BlobTriggerAttribute>().ShouldAllBe(t => t.Connection == PipelineServices.Connection);

    [Theory]
    [InlineData(typeof(DailySnapshot))]
    [InlineData(typeof(DailySweep))]
    [InlineData(typeof(DailyHealth))]
    public void Every_daily_timer_runs_once_a_day_and_not_at_every_start(Type function)
    {
        var timer = Timer(function);
        var fields = timer.Schedule.Split(' ');
        fields.Length.ShouldBe(6);
        fields[..3].ShouldAllBe(f => f.All(char.IsAsciiDigit));
        fields[3..].ShouldAllBe(f => f == "*");
        timer.RunOnStartup.ShouldBeFalse();
    }

    // A late run of this one is no use: the next comes within minutes.
    [Fact]
    public void Missed_files_are_looked_for_every_minute_where_the_triggers_poll()
    {
        var timer = Timer(typeof(MissedFiles));
        (timer.Schedule, timer.UseMonitor, timer.RunOnStartup, BlobSource.Polls).ShouldBe(
            ("0 * * * * *", false, false, true)
        );
    }

    [Fact]
    public void The_sweep_runs_ahead_of_the_snapshot() => Hour<DailySweep>().ShouldBeLessThan(Hour<DailySnapshot>());

    [Fact]
    public void Every_function_that_a_request_starts_asks_for_a_key() =>
        Triggers<HttpTriggerAttribute>().ShouldAllBe(t => t.AuthLevel == AuthorizationLevel.Function);

    [Fact]
    public void What_the_host_gives_up_on_is_taken_from_its_queue_in_the_data_account()
    {
        var queue = Triggers<QueueTriggerAttribute>().ShouldHaveSingleItem();
        (queue.QueueName, queue.Connection).ShouldBe(("webjobs-blobtrigger-poison", PipelineServices.Connection));
    }

    [Fact]
    public void The_pages_are_only_read_and_what_produces_is_only_posted() =>
        Triggers<HttpTriggerAttribute>()
            .Select(t => $"{string.Join(' ', t.Methods!)} {t.Route}")
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "get head pages/{*path}",
                "get health",
                "post releases/{id}/reinstate",
                "post releases/{id}/withdraw",
                "post snapshots",
                "post sweep",
            ]);

    [Fact]
    public void The_functions_that_ingest_keep_their_names_so_that_receipts_survive_a_release() =>
        All.Where(m => m.GetParameters()[0].IsDefined(typeof(BlobTriggerAttribute)))
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "BreastfeedingReleases",
                "KeyActions",
                "LocalReturns",
                "NationalReleases",
                "NeighbourReleases",
                "ObesityReleases",
            ]);

    [Fact]
    public void Every_function_can_be_made_from_the_services_that_the_app_registers()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new(PipelineServices.Connection, "UseDevelopmentStorage=true")])
            .Build();
        using var services = new ServiceCollection().AddLogging().AddPipeline(settings).BuildServiceProvider();
        foreach (var type in All.Select(m => m.DeclaringType!).Distinct())
            ActivatorUtilities.CreateInstance(services, type).ShouldNotBeNull();
    }

    [Fact]
    public void Without_the_setting_the_app_says_which_one_is_missing()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddPipeline(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        Should
            .Throw<InvalidOperationException>(services.GetRequiredService<Pipeline.Foundation.Storage.PipelineStorage>)
            .Message.ShouldContain("Landing__blobServiceUri");
    }

    private static IEnumerable<T> Triggers<T>()
        where T : Attribute =>
        All.SelectMany(m => m.GetParameters()).Select(p => p.GetCustomAttribute<T>()).OfType<T>();

    private static TimerTriggerAttribute Timer(Type function) =>
        All.Single(m => m.DeclaringType == function).GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!;

    private static int Hour<T>() =>
        int.Parse(Timer(typeof(T)).Schedule.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
