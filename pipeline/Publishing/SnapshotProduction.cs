using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Telemetry;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Publishing;

/// <summary>Produces snapshots: on request, and those that are owed. The same made again is the one that is
/// there.</summary>
public sealed class SnapshotProduction(
    ReferenceStore references,
    ReleaseLedger ledger,
    KnownDataStore evidence,
    SnapshotStore store,
    ScheduleOptions schedule,
    TimeProvider time
)
{
    private const int AtOnce = 8;

    /// <summary>No publisher has comparable figures of an earlier day.</summary>
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>Produces one snapshot.</summary>
    /// <param name="cancellationToken">Stops the work; half-written files are found again by the next try.</param>
    public async Task<SnapshotOutcome> ProduceAsync(SnapshotRequest request, CancellationToken cancellationToken) =>
        await ProduceSettledAsync(
            await references.LoadAsync(cancellationToken),
            request,
            scheduled: false,
            cancellationToken
        );

    /// <summary>Produces one snapshot for every upper-tier authority that existed on the as-at date, in one pass over
    /// the store.</summary>
    /// <param name="request">Which; its area does not matter.</param>
    /// <returns>Each outcome, or one refusal. An area whose snapshot used a release that was withdrawn meanwhile comes
    /// once more, with the next version.</returns>
    public async IAsyncEnumerable<SnapshotOutcome> ProduceAllAsync(
        SnapshotRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        HashSet<string>? again = null;
        do
        {
            var used = new List<SnapshotOutcome>();
            await foreach (var outcome in ProduceEachAsync(request, again, cancellationToken))
            {
                used.Add(outcome);
                yield return outcome;
            }
            var withdrawn = await ledger.WithdrawnAsync(cancellationToken);
            again = used.Where(o => Uses(o.Produced, withdrawn))
                .Select(o => o.Produced!.Snapshot.Area.Code)
                .ToHashSet();
        } while (again.Count > 0);
    }

    private async IAsyncEnumerable<SnapshotOutcome> ProduceEachAsync(
        SnapshotRequest request,
        HashSet<string>? only,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (reference, compiled, known, refusal) = await PrepareAsync(
            await references.LoadAsync(cancellationToken),
            request,
            cancellationToken
        );
        if (refusal is not null)
        {
            yield return new(null, refusal);
            yield break;
        }
        var areas = reference.Areas.All.Where(a =>
            only?.Contains(a.Code) != false && a.IsUpperTier && a.ExistedOn(request.AsAt)
        );
        var drafts = new SnapshotDraft(reference, known!, request, compiled);
        var versions = VersionsOf(
            request.Cadence ?? Cadence.Trust,
            known!,
            reference,
            await store.AllFilesAsync(cancellationToken)
        );
        var headers = (await store.AllHeadersAsync(cancellationToken)).ToLookup(h => (h.Area, h.Cadence));
        var kept = new Queue<Task<ProducedSnapshot>>();
        try
        {
            foreach (var area in areas)
            {
                // The evidence remembers what was looked up and is used by one thread; only the writing runs side by
                // side.
                var failures = new List<IndicatorFailure>();
                var draft = drafts.Make(area, failures);
                kept.Enqueue(
                    Task.Run(
                        async () =>
                            await versions.KeepAsync(
                                draft,
                                [.. headers[(area.Code, draft.Cadence)]],
                                scheduled: false,
                                cancellationToken
                            ) with
                            {
                                Failures = failures,
                            },
                        cancellationToken
                    )
                );
                if (kept.Count == AtOnce)
                    yield return new(await kept.Dequeue(), null);
            }
            while (kept.TryDequeue(out var last))
                yield return new(await last, null);
        }
        finally
        {
            // Where one failed, or the caller has enough, what was begun is ended first; the fault that is thrown is
            // the earliest.
            await Task.WhenAll(kept.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Produces every snapshot of the active cadences that is due and that the schedule has not made, each compiled on
    /// its due date. It asks the store what is there, so it does not matter when it last ran, nor how many run at once.
    /// A snapshot that a person asked for does not stand for one that is owed, unless it is the very same.
    /// </summary>
    /// <param name="cancellationToken">Stops the work; the next run takes it up.</param>
    /// <returns>What was produced, the earliest of each cadence first.</returns>
    public async Task<IReadOnlyList<ProducedSnapshot>> ProduceOwedAsync(CancellationToken cancellationToken)
    {
        if (await ledger.FirstArrivalAsync(cancellationToken) is not { } first)
            return [];
        var whole = await references.LoadAsync(cancellationToken);
        var own = whole.Areas.FindByCode(whole.Catalogue.Area);
        var produced = new List<ProducedSnapshot>();
        foreach (var cadence in whole.Catalogue.Cadences.Where(c => c.Active))
        {
            var made = (await store.HeadersAsync(whole.Catalogue.Area, cadence.Id, cancellationToken))
                .Where(h => h.Scheduled)
                .Select(h => h.AsAt)
                .ToHashSet();
            foreach (
                var owed in schedule
                    .Of(cadence)
                    .Owed(Today(), first, made)
                    .Where(o => o.AsAt >= (cadence.From ?? o.AsAt) && own?.ExistedOn(o.AsAt) != false)
            )
            {
                var outcome = await ProduceSettledAsync(
                    whole,
                    new(owed.AsAt) { Compiled = owed.Compiled, Cadence = cadence.Id },
                    scheduled: true,
                    cancellationToken
                );
                produced.Add(
                    outcome.Produced
                        ?? throw new InvalidOperationException(
                            $"The snapshot as at {owed.AsAt:yyyy-MM-dd} is owed and cannot be made. "
                                + $"{outcome.Refusal!.Message}"
                        )
                );
            }
        }
        return produced;
    }

    // A release may be withdrawn while the snapshot is made. Then that version stays as it is, as one made before
    // would, and the next one does without it.
    private async Task<SnapshotOutcome> ProduceSettledAsync(
        Reference whole,
        SnapshotRequest request,
        bool scheduled,
        CancellationToken cancellationToken
    )
    {
        var outcome = await ProduceAsync(whole, request, scheduled, cancellationToken);
        while (Uses(outcome.Produced, await ledger.WithdrawnAsync(cancellationToken)))
            outcome = await ProduceAsync(whole, request, scheduled: false, cancellationToken);
        return outcome;
    }

    private static bool Uses(ProducedSnapshot? produced, IReadOnlySet<string> withdrawn) =>
        produced?.Snapshot.Inputs.Any(i => withdrawn.Contains(i.Release)) == true;

    private async Task<SnapshotOutcome> ProduceAsync(
        Reference whole,
        SnapshotRequest request,
        bool scheduled,
        CancellationToken cancellationToken
    )
    {
        using var span = Signals.Begin("snapshot");
        var begun = Stopwatch.GetTimestamp();
        if (whole.Areas.FindByCode(request.Area ?? whole.Catalogue.Area) is not { IsUpperTier: true } area)
            return new(
                null,
                Check.SnapshotArea.Found("The area asked for is not a local authority with children's services.")
            );
        if (!area.ExistedOn(request.AsAt))
            return new(null, Check.SnapshotArea.Found(NotThere(area, request.AsAt)));
        var (reference, compiled, known, refusal) = await PrepareAsync(whole, request, cancellationToken);
        if (refusal is not null)
            return new(null, refusal);
        var failures = new List<IndicatorFailure>();
        var draft = new SnapshotDraft(reference, known!, request, compiled).Make(area, failures);
        var produced = await VersionsOf(draft.Cadence, known!, reference)
            .KeepAsync(
                draft,
                await store.HeadersAsync(area.Code, draft.Cadence, cancellationToken),
                scheduled,
                cancellationToken
            );
        span?.SetTag("area", area.Code).SetTag("asAt", $"{request.AsAt:yyyy-MM-dd}");
        Signals.Produced(scheduled, Stopwatch.GetElapsedTime(begun));
        return new(produced with { Failures = failures }, null);
    }

    private static string NotThere(Area area, DateOnly day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{area.Name} ({area.Code}) did not exist on {day:d MMMM yyyy}: it existed "
        )
        + (
            area.Until < day
                ? string.Create(CultureInfo.InvariantCulture, $"until {area.Until:d MMMM yyyy}.")
                : string.Create(CultureInfo.InvariantCulture, $"from {area.From:d MMMM yyyy}.")
        );

    private SnapshotVersions VersionsOf(
        string cadence,
        KnownData known,
        Reference reference,
        ILookup<string, string>? files = null
    ) =>
        new(store, schedule.Of(reference.Catalogue.FindCadence(cadence)!), SnapshotRemarks.Of(known, reference))
        {
            Files = files,
        };

    private async Task<(Reference Reference, DateOnly Compiled, KnownData? Known, Finding? Refusal)> PrepareAsync(
        Reference whole,
        SnapshotRequest request,
        CancellationToken cancellationToken
    )
    {
        var today = Today();
        var compiled = request.Compiled ?? today;
        if (whole.Catalogue.FindCadence(request.Cadence ?? Cadence.Trust) is not { } cadence)
            return (
                whole,
                compiled,
                null,
                Check.SnapshotCadence.Found(
                    "The catalogue has no cadence of that id. It has "
                        + $"{string.Join(" and ", whole.Catalogue.Cadences.Select(c => c.Id))}."
                )
            );
        if (request.AsAt < Earliest)
            return (
                whole,
                compiled,
                null,
                Check.SnapshotDates.Found(
                    $"The as-at date cannot be before {Earliest:yyyy-MM-dd}: no figures are kept for earlier periods."
                )
            );
        if (compiled < request.AsAt || compiled > today)
            return (
                whole,
                compiled,
                null,
                Check.SnapshotDates.Found(
                    $"A snapshot as at {request.AsAt:yyyy-MM-dd} cannot be compiled on {compiled:yyyy-MM-dd}; "
                        + $"today is {today:yyyy-MM-dd}."
                )
            );
        var reference = whole.For(cadence);
        var known = await evidence.LoadAsync(reference, request, compiled, cancellationToken);
        return request.NeighbourSet is not null && known.NeighbourSets.Asked is null
            ? (
                reference,
                compiled,
                null,
                Check.SnapshotNeighbours.Found(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"No set of similar councils with that id or date was known on {compiled:d MMMM yyyy}. "
                    ) + known.NeighbourSets.Listed
                )
            )
            : (reference, compiled, known, null);
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
