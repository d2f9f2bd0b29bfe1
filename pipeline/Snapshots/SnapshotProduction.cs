using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Screening;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Produces snapshots: on request, and those that are owed. The same made again is the one that is there.</summary>
public sealed class SnapshotProduction(ReferenceStore references, ReleaseLedger ledger, EvidenceStore evidence, SnapshotStore store, SnapshotSchedule schedule, TimeProvider time)
{
    private const int MostVersions = 1000;
    private const int AtOnce = 8;

    /// <summary>Produces one snapshot.</summary>
    /// <param name="request">Which.</param>
    /// <param name="cancellationToken">Stops the work; half-written files are found again by the next try.</param>
    public async Task<SnapshotOutcome> ProduceAsync(SnapshotRequest request, CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        if (reference.Areas.FindByCode(request.Area ?? reference.Catalogue.Area) is not { IsUpperTier: true } area)
            return new(null, Check.SnapshotArea.Found("The area asked for is not a local authority with children's services."));
        var (compiled, known, refusal) = await PrepareAsync(reference, request, cancellationToken);
        return refusal is null
            ? new(await StoreAsync(SnapshotDraft.Make(reference, known!, request, compiled, area), cancellationToken), null)
            : new(null, refusal);
    }

    /// <summary>Produces one snapshot for every upper-tier authority that existed on the as-at date, in one pass over the store.</summary>
    /// <param name="request">Which; its area does not matter.</param>
    /// <param name="cancellationToken">Stops the work; what was made stays.</param>
    /// <returns>Each outcome, or one refusal.</returns>
    public async IAsyncEnumerable<SnapshotOutcome> ProduceAllAsync(SnapshotRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reference = await references.LoadAsync(cancellationToken);
        var (compiled, known, refusal) = await PrepareAsync(reference, request, cancellationToken);
        if (refusal is not null)
        {
            yield return new(null, refusal);
            yield break;
        }
        var areas = reference.Areas.All.Where(a => a.IsUpperTier && (a.From ?? request.AsAt) <= request.AsAt && request.AsAt <= (a.Until ?? request.AsAt));
        var basis = SnapshotDraft.Basis(reference, known!, request);
        foreach (var some in areas.Chunk(AtOnce))
        {
            // The evidence remembers what was looked up and is used by one thread; only the writing runs side by side.
            var drafts = some.Select(area => SnapshotDraft.Make(reference, known!, request, compiled, area, basis)).ToList();
            foreach (var produced in await Task.WhenAll(drafts.Select(draft => StoreAsync(draft, cancellationToken))))
                yield return new(produced, null);
        }
    }

    /// <summary>Produces every snapshot that is due and not there yet.</summary>
    /// <param name="cancellationToken">Stops the work; what is left is owed still.</param>
    public async Task<IReadOnlyList<ProducedSnapshot>> ProduceOwedAsync(CancellationToken cancellationToken)
    {
        DateOnly? first = null;
        await foreach (var release in ledger.AllAsync(cancellationToken))
        {
            var arrived = DateOnly.FromDateTime(release.Arrived.UtcDateTime);
            first = first is null || arrived < first ? arrived : first;
        }
        if (first is null)
            return [];
        var reference = await references.LoadAsync(cancellationToken);
        var there = (await store.HeadersAsync(reference.Catalogue.Area, cancellationToken)).Select(h => h.AsAt).ToHashSet();
        var produced = new List<ProducedSnapshot>();
        foreach (var asAt in schedule.DueOn(Today(), first.Value).Where(asAt => !there.Contains(asAt)))
        {
            if ((await ProduceAsync(new(asAt), cancellationToken)).Produced is { } snapshot)
                produced.Add(snapshot);
        }
        return produced;
    }

    private async Task<(DateOnly Compiled, Evidence? Known, Finding? Refusal)> PrepareAsync(Reference reference, SnapshotRequest request, CancellationToken cancellationToken)
    {
        var today = Today();
        var compiled = request.Compiled ?? today;
        if (compiled < request.AsAt || compiled > today)
            return (compiled, null, Check.SnapshotDates.Found($"A snapshot as at {request.AsAt:yyyy-MM-dd} cannot be compiled on {compiled:yyyy-MM-dd}; today is {today:yyyy-MM-dd}."));
        var known = await evidence.LoadAsync(reference, request, compiled, cancellationToken);
        return request.NeighbourSet is not null && known.NeighbourSet is null
            ? (compiled, null, Check.SnapshotNeighbours.Found("The store has no neighbour set of that id or date."))
            : (compiled, known, null);
    }

    private async Task<ProducedSnapshot> StoreAsync(Snapshot draft, CancellationToken cancellationToken)
    {
        var inputs = Convert.ToHexStringLower(SHA256.HashData(SnapshotJson.Write(draft)));
        var headers = (await store.HeadersAsync(draft.Area.Code, cancellationToken)).Where(h => h.AsAt == draft.AsAt).ToList();
        if (headers.Find(h => h.InputsHash == inputs) is { } same)
            return new(await store.ReadAsync(same, cancellationToken), same.Folder, true);
        for (var version = headers.Count == 0 ? 1 : headers.Max(h => h.Version) + 1; version < MostVersions; version++)
        {
            var snapshot = draft with { Version = version };
            if (await store.TryWriteAsync(snapshot, inputs, Files(snapshot), cancellationToken) is { } header)
                return new(snapshot, header.Folder, false);
        }
        throw new InvalidOperationException($"The snapshot as at {draft.AsAt:yyyy-MM-dd} has {MostVersions} versions.");
    }

    private static Dictionary<string, BinaryData> Files(Snapshot snapshot) => new()
    {
        ["snapshot.json"] = SnapshotJson.Write(snapshot),
        ["comparison.csv"] = ComparisonCsv.Write(snapshot),
        ["report.html"] = BinaryData.FromString(HtmlReport.Write(snapshot)),
    };

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
