using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The ledger of releases and their findings. A release counts from the moment its entry says
/// Complete.</summary>
public sealed class ReleaseLedger(PipelineStorage storage)
{
    // A text in a table is at most 32,768 characters long.
    private const int MostSteps = 20;
    private static readonly string[] Keys = ["PartitionKey", "RowKey"];
    private static readonly string[] Outline = ["RowKey", "Status", "Published", "Arrived", "Catalogue", "SameAs"];
    private readonly WithdrawalRecords _records = new(storage);
    private readonly ReleaseIndex _index = new(storage);

    /// <summary>Finds a release; null where the ledger has none of that id.</summary>
    public async Task<Release?> FindAsync(Feed feed, string releaseId, CancellationToken cancellationToken)
    {
        var found = await storage.Releases.GetEntityIfExistsAsync<TableEntity>(
            feed.Folder(),
            StorageKey.Encode(releaseId),
            cancellationToken: cancellationToken
        );
        return found.HasValue ? ReleaseEntry.Read(found.Value!) : null;
    }

    /// <summary>Finds a release by its id alone, which begins with its feed's folder.</summary>
    public async Task<Release?> FindAsync(string releaseId, CancellationToken cancellationToken) =>
        FeedFolders.TryParse(ReleaseId.FolderOf(releaseId), out var feed)
            ? await FindAsync(feed, releaseId, cancellationToken)
            : null;

    /// <summary>Chooses among all releases without reading their entries.</summary>
    internal async Task<ReleaseChoice> ChoiceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await _index.AllAsync(cancellationToken) is { } rows)
                return new(this, rows);
            await CompleteIndexAsync(cancellationToken);
        }
    }

    /// <summary>Chooses among the releases that carry a topic.</summary>
    /// <param name="enough">Whether the rows so far, the newest first, are enough; null to take all.</param>
    internal async Task<ReleaseChoice> ChoiceAsync(
        string topic,
        Func<IReadOnlyList<IndexedRelease>, bool>? enough,
        CancellationToken cancellationToken
    )
    {
        if (!await _index.IsWholeAsync(cancellationToken))
            await CompleteIndexAsync(cancellationToken);
        var rows = new List<IndexedRelease>();
        await foreach (var row in _index.OfAsync(topic, cancellationToken))
        {
            rows.Add(row);
            if (enough?.Invoke(rows) == true)
                break;
        }
        return new(this, rows);
    }

    /// <summary>Adds to the index what it lacks: an older version writes entries without it.</summary>
    internal Task CompleteIndexAsync(CancellationToken cancellationToken) =>
        _index.CompleteAsync(AllAsync(cancellationToken), cancellationToken);

    /// <summary>Every release, in the order of feed and id.</summary>
    public async IAsyncEnumerable<Release> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in storage.Releases.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            yield return ReleaseEntry.Read(entity);
    }

    /// <summary>The outline of every release, the newest publication first.</summary>
    public async Task<IReadOnlyList<ReleaseOutline>> OutlineAsync(CancellationToken cancellationToken)
    {
        var all = new List<ReleaseOutline>();
        await foreach (
            var entity in storage.Releases.QueryAsync<TableEntity>(
                cancellationToken: cancellationToken,
                select: Outline
            )
        )
            all.Add(
                new(
                    StorageKey.Decode(entity.RowKey),
                    Enum.Parse<ReleaseStatus>(entity.GetString("Status")),
                    ReleaseEntry.Day(entity.GetString("Published"))!.Value,
                    entity.GetDateTimeOffset("Arrived")!.Value,
                    entity.GetString("Catalogue")
                )
                {
                    IsDuplicate = entity.GetString("SameAs") is not null,
                }
            );
        all.Sort((one, other) => ReleaseAge.Order.Compare(other.Age, one.Age));
        return all;
    }

    /// <summary>The releases of outlines, the newest publication first.</summary>
    public async Task<IReadOnlyList<Release>> ReadAsync(
        IReadOnlyCollection<ReleaseOutline> outlines,
        CancellationToken cancellationToken
    )
    {
        if (outlines.Count == 0)
            return [];
        var ids = outlines.Select(o => o.Id).ToHashSet();
        var (from, to) = (
            ReleaseEntry.Text(outlines.Min(o => o.Published)),
            ReleaseEntry.Text(outlines.Max(o => o.Published))
        );
        var found = await storage
            .Releases.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"Published ge {from} and Published le {to}"),
                cancellationToken: cancellationToken
            )
            .Select(ReleaseEntry.Read)
            .Where(r => ids.Contains(r.Id))
            .ToListAsync(cancellationToken);
        return [.. found.OrderByDescending(r => r.Age, ReleaseAge.Order)];
    }

    /// <summary>The day on which the first release that counts arrived; null where none has.</summary>
    public async Task<DateOnly?> FirstArrivalAsync(CancellationToken cancellationToken)
    {
        DateOnly? first = null;
        foreach (var release in await OutlineAsync(cancellationToken))
        {
            var arrived = DateOnly.FromDateTime(release.Arrived.UtcDateTime);
            if (release.Status == ReleaseStatus.Complete && (first is null || arrived < first))
                first = arrived;
        }
        return first;
    }

    /// <summary>
    /// The findings of a release, in the order in which they were found: those of the reading that its entry names, and
    /// as many as it counts. Before them, where it is withdrawn, that it is.
    /// </summary>
    public async IAsyncEnumerable<Finding> FindingsAsync(
        Release release,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (release.Withdrawal is { IsInForce: true, Last: { } last })
            yield return ReleaseWithdrawal.Found(last);
        var (partition, end) = (StorageKey.Encode(release.SeriesVersion), Number(release.FindingCount));
        await foreach (
            var entity in storage.Findings.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {end}"),
                cancellationToken: cancellationToken
            )
        )
        {
            yield return new(
                entity.GetString("Code"),
                Enum.Parse<Severity>(entity.GetString("Severity")),
                entity.GetString("Message"),
                entity.GetInt64("Row"),
                entity.GetString("Column"),
                entity.GetString("Rows"),
                entity.GetInt32("Count") ?? 1
            );
        }
    }

    /// <summary>How many findings of each code a release has. Only where an older version wrote its entry are the
    /// findings read.</summary>
    internal async Task<IReadOnlyList<FindingTotal>> FindingTotalsAsync(
        Release release,
        CancellationToken cancellationToken
    ) =>
        release.FindingTotals
        ?? FindingTotal.Of(await FindingsAsync(release, cancellationToken).ToListAsync(cancellationToken));

    /// <summary>The ids of the releases that are withdrawn.</summary>
    public async Task<IReadOnlySet<string>> WithdrawnAsync(CancellationToken cancellationToken)
    {
        var decided = await ChoiceAsync(ReleaseIndex.Decisions, null, cancellationToken);
        return (await decided.ChooseAsync(rows => rows, cancellationToken))
            .Select(d => d.Release)
            .Where(r => r.Status == ReleaseStatus.Withdrawn)
            .Select(r => r.Id)
            .ToHashSet();
    }

    internal async Task<Release> AddOrFindAsync(Release release, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Releases.AddEntityAsync(ReleaseEntry.Write(release), cancellationToken);
            return release;
        }
        catch (RequestFailedException fault) when (fault.IsAlreadyThere())
        {
            return await FindAsync(release.Feed, release.Id, cancellationToken) ?? release;
        }
    }

    /// <summary>Takes away entries of files whose reading was begun before a time and never ended. A file that still
    /// is in landing is taken in again all the same.</summary>
    internal async Task ForgetUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var reading = nameof(ReleaseStatus.Reading);
        await foreach (
            var entity in storage.Releases.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"Status eq {reading} and Arrived lt {before}"),
                select: Keys,
                cancellationToken: cancellationToken
            )
        )
        {
            try
            {
                await storage.Releases.DeleteEntityAsync(entity, entity.ETag, cancellationToken);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
            {
                // It was taken in at this very moment.
            }
        }
    }

    /// <summary>Writes what a reading gives. It never takes back a decision about the release: whoever reads and
    /// whoever decides may be at work at once.</summary>
    /// <returns>The release as the ledger has it now.</returns>
    internal async Task<Release> WriteAsync(Release release, CancellationToken cancellationToken)
    {
        var recorded = await _records.FindAsync(release.Id, cancellationToken);
        return await ReplaceAsync(
                release.Feed,
                release.Id,
                there => Decided(release, Later(there?.Withdrawal, recorded)),
                cancellationToken
            ) ?? release;
    }

    /// <summary>Enters what was decided about a release, unless a later decision is there.</summary>
    /// <returns>The release as the ledger has it now; null where it has none of that id.</returns>
    internal Task<Release?> DecideAsync(
        Feed feed,
        string releaseId,
        Withdrawal decided,
        CancellationToken cancellationToken
    ) =>
        ReplaceAsync(
            feed,
            releaseId,
            there => there is null ? null : Decided(there, Later(there.Withdrawal, decided)),
            cancellationToken
        );

    // An entry is only ever replaced as it was read.
    private async Task<Release?> ReplaceAsync(
        Feed feed,
        string releaseId,
        Func<Release?, Release?> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            try
            {
                var found = await storage.Releases.GetEntityIfExistsAsync<TableEntity>(
                    feed.Folder(),
                    StorageKey.Encode(releaseId),
                    cancellationToken: cancellationToken
                );
                if (change(found.HasValue ? ReleaseEntry.Read(found.Value!) : null) is not { } release)
                    return null;
                await _index.WriteAsync(release, cancellationToken);
                if (found.HasValue)
                    await storage.Releases.UpdateEntityAsync(
                        ReleaseEntry.Write(release),
                        found.Value!.ETag,
                        TableUpdateMode.Replace,
                        cancellationToken
                    );
                else
                    await storage.Releases.AddEntityAsync(ReleaseEntry.Write(release), cancellationToken);
                return release;
            }
            catch (RequestFailedException fault) when (fault.IsOvertaken())
            {
                // Another instance wrote or deleted in between: what is there now is changed.
            }
        }
    }

    private static Withdrawal? Later(Withdrawal? one, Withdrawal other) =>
        other.Number > (one?.Number ?? 0) ? other : one;

    // A file that is being read, or was refused, keeps its status: it becomes withdrawn once it is complete.
    private static Release Decided(Release release, Withdrawal? decided) =>
        release with
        {
            Withdrawal = decided?.Newest(MostSteps),
            Status = release.Status is ReleaseStatus.Complete or ReleaseStatus.Withdrawn
                ? decided?.IsInForce == true
                    ? ReleaseStatus.Withdrawn
                    : ReleaseStatus.Complete
                : release.Status,
        };

    /// <summary>Writes the findings of a release's reading, and takes away what an earlier try of it left beyond them.
    /// Done twice, the store is the same.</summary>
    internal async Task WriteFindingsAsync(
        Release release,
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        var (partition, end) = (StorageKey.Encode(release.SeriesVersion), Number(findings.Count));
        await TableBatches.UpsertAsync(
            storage.Findings,
            [findings.Index().Select(f => Entity(partition, f.Index, f.Item))],
            cancellationToken
        );
        await foreach (
            var stale in storage.Findings.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {end}"),
                select: Keys,
                cancellationToken: cancellationToken
            )
        )
            await storage.Findings.DeleteEntityAsync(
                stale.PartitionKey,
                stale.RowKey,
                cancellationToken: cancellationToken
            );
    }

    private static string Number(int number) => number.ToString("00000", CultureInfo.InvariantCulture);

    private static TableEntity Entity(string partition, int number, Finding finding)
    {
        var entity = new TableEntity(partition, Number(number))
        {
            ["Code"] = finding.Code,
            ["Severity"] = finding.Severity.ToString(),
            ["Message"] = finding.Message,
            ["Guidance"] = finding.Guidance,
        };
        if (finding.Row is { } row)
            entity["Row"] = row;
        if (finding.Column is { } column)
            entity["Column"] = column;
        if (finding.Rows is { } rows)
            entity["Rows"] = rows;
        if (finding.Count > 1)
            entity["Count"] = finding.Count;
        return entity;
    }
}
