using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Storage.Tests;

namespace ChildrensTrust.Faults.Tests;

/// <summary>What a person does after a failure, on the command line.</summary>
[Collection("One store")]
public sealed class CommandTests(Emulator emulator)
{
    [Fact]
    public async Task What_failed_is_named_by_status_and_comes_in_with_retry_once_the_cause_is_mended()
    {
        var store = await Store.EmptyAsync(emulator);
        var text = Csv.Absence("201011", "5.6", "5.8");
        // Someone holds a lease on the place in the archive where the file is to be kept.
        var id = ReleaseId.For(Feed.National, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var place = store.Storage.Archive.GetBlobClient($"{id}/absence.csv");
        await place.UploadAsync(BinaryData.FromString("in the way"), TestContext.Current.CancellationToken);
        var lease = place.GetBlobLeaseClient();
        await lease.AcquireAsync(
            BlobLeaseClient.InfiniteLeaseDuration,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var blob = await store.DropAsync("national/absence.csv", text);
        await store.Failed.RecordAsync(
            "landing",
            blob.Name,
            (await blob.GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ETag,
            default
        );

        (await RunAsync("status", "--json")).Releases.ShouldBe([("absence.csv", "failed", "NOT_TAKEN_IN")]);
        var again = await RunAsync("retry", "--json");
        (again.Code, again.Errors.Contains("lease", StringComparison.OrdinalIgnoreCase)).ShouldBe((1, true));
        again.Releases.ShouldBe([("absence.csv", "failed", "NOT_TAKEN_IN")]);

        await lease.ReleaseAsync(cancellationToken: TestContext.Current.CancellationToken);
        await place.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        var corrected = await RunAsync("retry", "--json");
        (corrected.Code, corrected.Releases.Single()).ShouldBe((0, ("absence.csv", "complete", "")));
        (await RunAsync("status", "--json")).Releases.ShouldBe([("absence.csv", "complete", "")]);
    }

    [Fact]
    public async Task Tables_that_were_lost_are_made_again_by_rebuild()
    {
        var run = await SampleRun.DropAsync(emulator, 4);
        foreach (var blob in run.Blobs)
            await run.Store.Ingestion.IngestAsync(
                SampleRun.FeedOf(blob),
                run.Store.Storage.Landing.GetBlobClient(blob),
                default
            );
        await run.Store.Production.ProduceAsync(SampleRun.Request, default);
        var before = await run.Store.DumpAsync();
        foreach (
            var table in new[]
            {
                run.Store.Storage.Series,
                run.Store.Storage.Releases,
                run.Store.Storage.Findings,
                run.Store.Storage.SnapshotHeaders,
            }
        )
            await table.DeleteAsync(TestContext.Current.CancellationToken);

        using var process = HostProcess.Start("rebuild", "--connection", emulator.ConnectionString);
        var (code, output, errors) = await process.EndedAsync();

        code.ShouldBe(0, errors);
        output.ShouldContain($"Releases: {run.Blobs.Count}. Snapshots: 1.");
        (await run.Store.DumpAsync()).ShouldBe(before);
    }

    private async Task<(
        int Code,
        IReadOnlyList<(string File, string Status, string Finding)> Releases,
        string Errors
    )> RunAsync(params string[] arguments)
    {
        using var process = HostProcess.Start([.. arguments, "--connection", emulator.ConnectionString]);
        var (code, output, errors) = await process.EndedAsync();
        using var document = JsonDocument.Parse(output);
        return (
            code,
            [
                .. document
                    .RootElement.GetProperty("releases")
                    .EnumerateArray()
                    .Select(r =>
                        (
                            r.GetProperty("file").GetString()!,
                            r.GetProperty("status").GetString()!,
                            string.Join(
                                ' ',
                                r.GetProperty("findings")
                                    .EnumerateArray()
                                    .Select(f => f.GetProperty("code").GetString())
                            )
                        )
                    ),
            ],
            errors
        );
    }
}
