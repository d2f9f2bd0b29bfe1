using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Storage.Tests;

/// <summary>What fails as often as the host tries, all the way: the function, the poison message, the entry, and the
/// file taken in after all.</summary>
[Collection("One store")]
public sealed class PoisonTests(Emulator emulator)
{
    [Fact]
    public async Task A_file_that_fails_five_times_is_entered_as_failed_and_comes_in_once_the_cause_is_mended()
    {
        var store = await Store.EmptyAsync(emulator);
        await using var host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Log = LogLevel.None,
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);
        await store.Storage.Findings.DeleteAsync(TestContext.Current.CancellationToken);

        var blob = await store.DropAsync("national/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        var etag = (await blob.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag;
        (await host.DeliveredAsync("landing", blob.Name, etag, TestContext.Current.CancellationToken)).ShouldBeFalse();

        var failed = await store.Drops.FailedAsync(default).SingleAsync(TestContext.Current.CancellationToken);
        (failed.Feed, failed.Blob, failed.ETag).ShouldBe((Feed.National, "national/absence.csv", etag));

        await store.Storage.Findings.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var swept = (
            await host
                .Services.GetRequiredService<LandingReconciliation>()
                .AllAsync(TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldHaveSingleItem();
        swept.Release!.Status.ShouldBe(ReleaseStatus.Complete);
        (await store.Drops.FailedAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_refused_is_no_failure()
    {
        var store = await Store.EmptyAsync(emulator);
        await using var host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Log = LogLevel.None,
            }
        );
        await host.StartAsync(TestContext.Current.CancellationToken);

        var blob = await store.DropAsync("national/bad.csv", "colour,shape\nred,round\n");
        (
            await host.DeliveredAsync(
                "landing",
                blob.Name,
                (await blob.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag,
                TestContext.Current.CancellationToken
            )
        ).ShouldBeTrue();

        (await store.Drops.FailedAsync(default).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
