using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Lets files take turns: of those with figures of one indicator, one at a time is compared with the store and entered.
/// Two that arrive at once would not see each other, and neither would be held.
/// </summary>
internal sealed class Turns(PipelineStorage storage)
{
    private const string Partition = "turns";
    private const string Indicators = "Indicators";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // Half a minute in which nobody before ends: whoever it is has stopped.
    private const int MostLooks = 600;

    // Whoever began so long before has stopped too.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Waits until no file that came before has a turn for one of a release's indicators.</summary>
    public async Task TakeAsync(Release release, CancellationToken cancellationToken)
    {
        var key = StorageKey.Encode(release.Id);
        await storage.Series.UpsertEntityAsync(
            new TableEntity(Partition, key) { [Indicators] = string.Join(' ', release.Indicators) },
            TableUpdateMode.Replace,
            cancellationToken
        );
        var (before, looks) = (int.MaxValue, 0);
        while (await BeforeAsync(key, release, cancellationToken) is > 0 and var now && looks < MostLooks)
        {
            looks = now < before ? 0 : looks + 1;
            before = now;
            await Task.Delay(Look, cancellationToken);
        }
    }

    /// <summary>Ends the turn that a release has, perhaps since an earlier try.</summary>
    public Task EndAsync(string releaseId, CancellationToken cancellationToken) =>
        storage.Series.DeleteEntityAsync(Partition, StorageKey.Encode(releaseId), cancellationToken: cancellationToken);

    // The storage service says who came first: what was entered earlier is there when a later one looks.
    private async Task<int> BeforeAsync(string key, Release release, CancellationToken cancellationToken)
    {
        var all = await storage
            .Series.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"),
                cancellationToken: cancellationToken
            )
            .ToListAsync(cancellationToken);
        return all.Find(e => e.RowKey == key)?.Timestamp is { } mine
            ? all.Count(e =>
                (e.Timestamp, e.RowKey).CompareTo((mine, key)) < 0
                && mine - e.Timestamp < Longest
                && e.GetString(Indicators).Split(' ').Intersect(release.Indicators).Any()
            )
            : 0;
    }
}
