using System.Collections.Concurrent;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Everything that was known on a compile date.</summary>
/// <param name="NeighbourSets">The neighbour sets that were known and in force by the compile date, and the one that
/// was asked for.</param>
/// <param name="KeyActions">The key actions of the newest release of them; none where it is too old to be
/// reported.</param>
internal sealed record KnownData(
    IReadOnlyDictionary<string, IReadOnlyList<SeriesAsOf>> Series,
    NeighbourSets NeighbourSets,
    IReadOnlyList<Release> NeighbourReleases,
    IReadOnlyList<KeyAction> KeyActions,
    Release? KeyActionRelease
)
{
    /// <summary>How many findings of each code the releases have, by release id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FindingTotal>> Findings { get; init; } =
        new Dictionary<string, IReadOnlyList<FindingTotal>>();

    /// <summary>When the newest list of key actions was published, where it is too old to be reported.</summary>
    public DateOnly? OldKeyActions { get; init; }

    /// <summary>Whether the list of key actions cannot be read any more as it was read when it was accepted.</summary>
    public bool KeyActionsUnreadable { get; init; }

    /// <summary>The releases that someone withdrew, and those that were reinstated. Of a withdrawn one nothing is among
    /// the rest.</summary>
    public IReadOnlyList<Release> Decided { get; init; } = [];
}

/// <summary>Loads what was known: complete releases only, by publication date and not by arrival.
/// <see cref="NeighbourModels"/> says which models were.</summary>
public sealed class KnownDataStore(PipelineStorage storage, ReleaseLedger ledger, SeriesStore store)
{
    private const int Readers = 8;

    /// <summary>Loads the evidence for a request.</summary>
    /// <param name="compiled">Releases published later are not known.</param>
    internal async Task<KnownData> LoadAsync(
        Reference reference,
        SnapshotRequest request,
        DateOnly compiled,
        CancellationToken cancellationToken
    )
    {
        var wanted = reference.Catalogue.Reported.Where(i => i.IsReportedAt(request.AsAt)).ToList();
        var needs = (
            await (await ledger.ChoiceAsync(cancellationToken)).ChooseAsync(
                rows => SnapshotNeeds.Choose(rows, wanted, compiled),
                cancellationToken
            )
        ).ToLookup(n => n.Row.Topic, n => n.Release);
        var pairs = wanted.SelectMany(i => needs[i.Id].Select(r => (Release: r, Indicator: i))).ToList();
        var read = new (string Indicator, ReleasedSeries Series)[pairs.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pairs.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                var (release, indicator) = pairs[i];
                var series = await store.ReadAsync(indicator.Id, release.SeriesVersion, token);
                read[i] = (indicator.Id, new(release, PossibleFigure.Within(series, indicator)));
            }
        );

        var models = NeighbourModels.Known(needs[ReleaseIndex.NeighbourModels], compiled);
        var asked = request.NeighbourSet is { } name ? NeighbourModels.Find(models, name) : null;
        models = [.. models.Where(r => r == asked || NeighbourModels.InForce(r) <= compiled)];
        var sets = new List<NeighbourSet>();
        foreach (var model in models)
            sets.Add(await ReadSetAsync(model, reference, cancellationToken));
        var newest = needs[ReleaseIndex.KeyActions].FirstOrDefault();
        var actions = newest is not null && KeyActionLists.IsOfThePeriod(newest, request.AsAt) ? newest : null;
        var needed = pairs
            .Select(p => p.Release)
            .Concat(models)
            .Append(actions)
            .OfType<Release>()
            .Where(r => r.FindingCount > 0)
            .DistinctBy(r => r.Id)
            .ToList();
        var list = actions is null ? null : await ReadActionsAsync(actions, reference, cancellationToken);
        var findings = new ConcurrentDictionary<string, IReadOnlyList<FindingTotal>>();
        await Parallel.ForEachAsync(
            needed,
            new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken },
            async (release, token) => findings[release.Id] = await ledger.FindingTotalsAsync(release, token)
        );
        return new(
            read.GroupBy(r => r.Indicator).ToDictionary(g => g.Key, g => Series(g.Select(r => r.Series), request.AsAt)),
            new(sets, request.AsAt, sets.Find(s => s.Id == asked?.Id)),
            models,
            list ?? [],
            actions
        )
        {
            Findings = findings,
            KeyActionsUnreadable = actions is not null && list is null,
            OldKeyActions = actions is null ? newest?.Published : null,
            Decided =
            [
                .. needs[ReleaseIndex.Decisions]
                    .OrderBy(r => r.Feed.Folder(), StringComparer.Ordinal)
                    .ThenBy(r => r.Id, StringComparer.Ordinal),
            ],
        };
    }

    private static IReadOnlyList<SeriesAsOf> Series(IEnumerable<ReleasedSeries> releases, DateOnly asAt) =>
        [
            .. from released in releases.SelectMany(r => r.ByTotal())
            let any = released.Areas.Values.FirstOrDefault()
            where any is not null
            group released by (any.Source, any.Preference, any.Total) into one
            orderby one.Key.Preference, one.Key.Source, one.Key.Total
            select new SeriesAsOf(one.Key.Source, one.Key.Preference, one, asAt) { Total = one.Key.Total },
        ];

    private async Task<NeighbourSet> ReadSetAsync(
        Release model,
        Reference reference,
        CancellationToken cancellationToken
    ) =>
        new(
            model.Id,
            NeighbourModels.InForce(model),
            (await ReadFileAsync(model, reference, cancellationToken)).Neighbours
        );

    // An older version may have accepted a list that is refused today, or rows of it that are rejected: a part must not
    // pass for the whole.
    private async Task<IReadOnlyList<KeyAction>?> ReadActionsAsync(
        Release list,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        var reading = await ReadFileAsync(list, reference, cancellationToken);
        return reading.Refused || reading.Rows.Rejected > list.Rows.Rejected ? null : reading.KeyActions;
    }

    // A neighbour model and the key actions are small: they are read from the archive, which holds them as they were
    // dropped.
    private async Task<FileReading> ReadFileAsync(
        Release release,
        Reference reference,
        CancellationToken cancellationToken
    )
    {
        await using var file = await storage
            .Archive.GetBlobClient(release.BlobName)
            .OpenReadAsync(cancellationToken: cancellationToken);
        return await FeedReader.ReadAsync(
            new(file, release.File, release.Feed) { Published = release.Published, InForce = release.InForce },
            reference,
            cancellationToken
        );
    }
}
