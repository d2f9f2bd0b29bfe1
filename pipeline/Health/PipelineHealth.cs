using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Foundation.Telemetry;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Health;

/// <summary>Looks at the running pipeline: whether it reaches its storage, can read its catalogue, has made its
/// snapshots, and waits for no figure.</summary>
public sealed class PipelineHealth(
    PipelineStorage storage,
    ReferenceStore references,
    SnapshotStore snapshots,
    DueOutlook outlook,
    TimeProvider time
)
{
    /// <summary>The days after which the newest snapshot is too old: half a year and a week.</summary>
    public const int MaxDays = 190;

    /// <summary>The name of the check that warns of overdue figures: it has an alert of its own.</summary>
    public const string OverdueFigures = "overdue-figures";

    private const string Unreachable = "Storage could not be reached.";

    /// <summary>Runs every check. A check that cannot be run has failed; none throws but for being stopped.</summary>
    public async Task<IReadOnlyList<HealthCheck>> CheckAsync(CancellationToken cancellationToken) =>
        [
            await TryAsync("blobs", BlobsAsync, cancellationToken),
            await TryAsync("tables", TablesAsync, cancellationToken),
            await TryAsync("catalogue", CatalogueAsync, cancellationToken),
            await TryAsync("newest-snapshot", NewestSnapshotAsync, cancellationToken),
            await TryAsync(OverdueFigures, OverdueAsync, cancellationToken),
        ];

    private static async Task<HealthCheck> TryAsync(
        string name,
        Func<CancellationToken, Task<(HealthStatus Status, string Sentence)>> check,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (status, sentence) = await check(cancellationToken);
            return new(name, status, sentence);
        }
        // Only the kind of fault is reported: a message of storage may hold an address.
        catch (RequestFailedException fault)
        {
            return new(
                name,
                HealthStatus.Fail,
                fault.Status == 0
                    ? Unreachable
                    : string.Create(CultureInfo.InvariantCulture, $"Storage answered {fault.Status} {fault.ErrorCode}.")
            );
        }
        catch (AuthenticationFailedException)
        {
            return new(name, HealthStatus.Fail, "The identity of the app could not sign in.");
        }
        // What the client throws when every try has failed or taken too long.
        catch (AggregateException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(name, HealthStatus.Fail, Unreachable);
        }
        // Anything else is a fault in the code, and no reason to say nothing of the other checks.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new(
                name,
                HealthStatus.Fail,
                $"The check could not be made: {fault.GetType().Name}. The log says why."
            )
            {
                Fault = fault,
            };
        }
    }

    private async Task<(HealthStatus Status, string Sentence)> BlobsAsync(CancellationToken cancellationToken)
    {
        foreach (var container in storage.Containers)
        {
            if (!await container.ExistsAsync(cancellationToken))
                return (HealthStatus.Fail, $"The container {container.Name} is not there.");
        }
        return (HealthStatus.Pass, $"All {storage.Containers.Count} containers are there.");
    }

    private async Task<(HealthStatus Status, string Sentence)> TablesAsync(CancellationToken cancellationToken)
    {
        foreach (var table in storage.Tables)
        {
            // A query for what is in no partition: it costs one transaction, and fails where the table is not there or
            // may not be read.
            await foreach (
                var _ in table.QueryAsync<TableEntity>(
                    "PartitionKey eq ''",
                    maxPerPage: 1,
                    select: ["RowKey"],
                    cancellationToken: cancellationToken
                )
            )
                break;
        }
        return (HealthStatus.Pass, $"All {storage.Tables.Count} tables can be read.");
    }

    private async Task<(HealthStatus Status, string Sentence)> CatalogueAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        if (reference.NotInUse is { } fault)
            return (HealthStatus.Fail, $"{fault} Correct it in the container config.");
        return (
            HealthStatus.Pass,
            $"The catalogue has {reference.Catalogue.Reported.Count} indicators; its hash begins "
                + $"{reference.Catalogue.Hash[..8]}."
        );
    }

    private async Task<(HealthStatus Status, string Sentence)> NewestSnapshotAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var newest = (await snapshots.AllHeadersAsync(cancellationToken))
            .Where(h => h.Scheduled && h.Area == reference.Catalogue.Area)
            .MaxBy(h => h.Compiled);
        if (newest is null)
            return (HealthStatus.Warn, "The schedule has made no snapshot yet.");
        var days = Today().DayNumber - newest.Compiled.DayNumber;
        Signals.Age(days);
        var sentence =
            $"The newest snapshot of the schedule is as at {newest.AsAt:yyyy-MM-dd}, compiled {days} days ago.";
        return days <= MaxDays
            ? (HealthStatus.Pass, sentence)
            : (HealthStatus.Fail, $"{sentence} There should be one every half year: see the log of DailySnapshot.");
    }

    private async Task<(HealthStatus Status, string Sentence)> OverdueAsync(CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var due = await outlook.ListAsync(reference, Today(), cancellationToken);
        // If every figure seems to have ended, the uploads have stopped, not the publishers.
        if (due.Count > 0 && due.All(f => f.IsEnded))
            return (
                HealthStatus.Warn,
                "No newer files have arrived for over two years. Upload what the publishers have released since: "
                    + $"{string.Join("; ", due.Select(f => $"{f.Indicator.Text} {f.Next}"))}."
            );
        var overdue = due.Where(f => f.IsOverdue).ToList();
        return overdue.Count == 0
            ? (HealthStatus.Pass, "No figure is overdue.")
            : (
                HealthStatus.Warn,
                $"{overdue.Count} figures are overdue. Upload what their publishers have released since: "
                    + $"{string.Join("; ", overdue.Select(f => $"{f.Indicator.Text} {f.Next}"))}."
            );
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
