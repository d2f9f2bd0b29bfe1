using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Health;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChildrensTrust.Storage.Tests;

[Collection("Another store")]
public sealed class HealthTests(Emulator emulator)
{
    [Fact]
    public async Task An_empty_store_is_reached_and_has_no_snapshot_yet()
    {
        var checks = await Health(await Store.EmptyAsync(emulator)).CheckAsync(default);
        checks
            .Select(c => (c.Name, c.Status))
            .ShouldBe([
                ("blobs", HealthStatus.Pass),
                ("tables", HealthStatus.Pass),
                ("catalogue", HealthStatus.Pass),
                ("newest-snapshot", HealthStatus.Warn),
                ("overdue-figures", HealthStatus.Pass),
            ]);
    }

    [Fact]
    public async Task A_snapshot_more_than_half_a_year_and_a_week_old_fails()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.60", "5.8"),
            ("published", "2012-03-28")
        );
        var compiled = (await store.Production.ProduceOwedAsync(default)).ShouldHaveSingleItem().Snapshot.Compiled;
        var today = DateOnly.FromDateTime(store.Time.GetUtcNow().UtcDateTime);

        store.Time.Advance(TimeSpan.FromDays(compiled.DayNumber + PipelineHealth.MaxDays - today.DayNumber));
        (await NewestAsync(store)).Status.ShouldBe(HealthStatus.Pass);
        store.Time.Advance(TimeSpan.FromDays(1));
        (await NewestAsync(store)).ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(HealthStatus.Fail),
            c => c.Sentence.ShouldContain("191 days ago")
        );
    }

    [Fact]
    public async Task An_overdue_figure_is_told_by_name()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.National,
            "absence.csv",
            Csv.Absence("201011", "5.60", "5.8"),
            ("published", "2012-03-28")
        );
        var overdue = (await Health(store).CheckAsync(default)).Single(c => c.Name == "overdue-figures");
        overdue.Status.ShouldBe(HealthStatus.Warn);
        overdue.Sentence.ShouldContain("2011/12");
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_fails_with_what_to_mend()
    {
        var store = await Store.EmptyAsync(emulator);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(BinaryData.FromString("{ \"titel\": 1 }"));
        var catalogue = (await Health(store).CheckAsync(default)).Single(c => c.Name == "catalogue");
        catalogue.ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(HealthStatus.Fail),
            c => c.Sentence.ShouldContain("titel")
        );
    }

    [Fact]
    public async Task A_container_or_a_table_that_is_gone_fails_by_name_and_the_other_checks_still_run()
    {
        var store = await Store.EmptyAsync(emulator);
        await store.Storage.Quarantine.DeleteAsync();
        await store.Storage.Findings.DeleteAsync();
        var checks = await Health(store).CheckAsync(default);
        checks.Count.ShouldBe(5);
        checks
            .Single(c => c.Name == "blobs")
            .ShouldBe(new HealthCheck("blobs", HealthStatus.Fail, "The container quarantine is not there."));
        checks.Single(c => c.Name == "tables").Status.ShouldBe(HealthStatus.Fail);
        checks.Single(c => c.Name == "catalogue").Status.ShouldBe(HealthStatus.Pass);
    }

    [Fact]
    public async Task Every_container_and_table_is_looked_at()
    {
        var store = await Store.EmptyAsync(emulator);
        var checks = (await Health(store).CheckAsync(default)).ToDictionary(c => c.Name, c => c.Sentence);
        checks["blobs"].ShouldBe("All 6 containers are there.");
        checks["tables"].ShouldBe("All 5 tables can be read.");
        await store.Storage.Restricted.DeleteAsync();
        (await Health(store).CheckAsync(default))
            .Single(c => c.Name == "blobs")
            .ShouldBe(new HealthCheck("blobs", HealthStatus.Fail, "The container restricted is not there."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Storage_that_cannot_be_reached_fails_every_check_and_no_address_is_told(int retries)
    {
        const string Nowhere =
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;";
        var (blobs, tables) = (new BlobClientOptions(), new TableClientOptions());
        (blobs.Retry.MaxRetries, tables.Retry.MaxRetries) = (retries, retries);
        var storage = new PipelineStorage(
            new BlobServiceClient(Nowhere, blobs),
            new TableServiceClient(Nowhere, tables)
        );
        using var services = new ServiceCollection()
            .AddPipeline(new ConfigurationBuilder().Build())
            .Replace(ServiceDescriptor.Singleton(storage))
            .BuildServiceProvider();

        var checks = await services.GetRequiredService<PipelineHealth>().CheckAsync(default);
        checks.Count.ShouldBe(5);
        checks.ShouldAllBe(c => c.Status == HealthStatus.Fail && c.Sentence == "Storage could not be reached.");
    }

    private static async Task<HealthCheck> NewestAsync(Store store) =>
        (await Health(store).CheckAsync(default)).Single(c => c.Name == "newest-snapshot");

    private static PipelineHealth Health(Store store)
    {
        var evidence = new KnownDataStore(store.Storage, store.Ledger, store.Series);
        return new(
            store.Storage,
            store.References,
            store.Snapshots,
            new DueOutlook(store.Ledger, evidence),
            store.Time
        );
    }
}
