using System.Globalization;
using Azure.Data.Tables;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>
/// Keeps series in the table Series: a partition is one indicator in one reading of a release, a row one area. Nobody
/// reads a partition before the ledger names its reading, so a half-written one is never seen.
/// </summary>
public sealed class SeriesStore(PipelineStorage storage)
{
    // A string property holds 64 KiB, 32,768 characters of UTF-16.
    private const int CharactersPerProperty = 30_000;
    private const int MaxProperties = 15;

    /// <summary>What an observation takes at most when it is packed, without its note: figures of thirty characters and
    /// their names.</summary>
    private const int MaxPackedObservation = 500;

    /// <summary>A character outside ASCII is written as \uXXXX.</summary>
    private const int MaxPackedCharacter = 6;

    /// <summary>Whether one entity holds a series. Only one that might not fit is packed for it.</summary>
    internal static bool Fits(Series series) =>
        series.Observations.Sum(o => MaxPackedObservation + (MaxPackedCharacter * (long)(o.Note?.Length ?? 0)))
            <= MaxCharacters
        || SeriesPacking.Pack(series.Observations).Length <= MaxCharacters;

    private const int MaxCharacters = CharactersPerProperty * MaxProperties;

    /// <summary>Writes the series of one reading. Written twice, the store is the same.</summary>
    public Task WriteAsync(string reading, IEnumerable<Series> series, CancellationToken cancellationToken) =>
        TableBatches.UpsertAsync(
            storage.Series,
            series.GroupBy(s => s.Indicator).Select(indicator => indicator.Select(s => Entity(reading, s))),
            cancellationToken
        );

    /// <summary>Reads every area of one indicator from one reading.</summary>
    public async Task<IReadOnlyDictionary<string, Series>> ReadAsync(
        string indicator,
        string reading,
        CancellationToken cancellationToken
    )
    {
        var partition = Partition(indicator, reading);
        var found = new Dictionary<string, Series>();
        await foreach (
            var entity in storage.Series.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
                cancellationToken: cancellationToken
            )
        )
        {
            var packed = string.Concat(
                Enumerable.Range(0, MaxProperties).Select(i => entity.GetString($"Observations{i}"))
            );
            var series = new Series(
                indicator,
                StorageKey.Decode(entity.RowKey),
                entity.GetString("Source"),
                entity.GetInt32("Rank")!.Value,
                entity.GetString("Column"),
                SeriesPacking.Unpack(packed)
            );
            found.Add(series.Area, series);
        }
        return found;
    }

    /// <summary>What the key of a partition holds, whatever its indicator, where its reading begins so.</summary>
    internal static string PartitionsOf(string readings) => Partition("", readings);

    private static string Partition(string indicator, string reading) => StorageKey.Encode($"{indicator}|{reading}");

    private static TableEntity Entity(string reading, Series series)
    {
        var latest = series.Observations[^1];
        var entity = new TableEntity(Partition(series.Indicator, reading), StorageKey.Encode(series.Area))
        {
            ["Indicator"] = series.Indicator,
            ["Source"] = series.Source,
            ["Rank"] = series.Preference,
            ["Column"] = series.Column,
            ["LatestPeriod"] = latest.Period.Label,
            ["LatestValue"] = latest.Value.Value?.ToString(CultureInfo.InvariantCulture) ?? latest.Value.Symbol ?? "",
        };
        var packed = SeriesPacking.Pack(series.Observations);
        var chunks = packed.Chunk(CharactersPerProperty).Select(c => new string(c)).ToList();
        if (chunks.Count > MaxProperties)
            throw new InvalidOperationException(
                $"The series {series.Indicator} of {series.Area} has {series.Observations.Count} observations, "
                    + "more than one entity holds."
            );
        for (var i = 0; i < chunks.Count; i++)
            entity[$"Observations{i}"] = chunks[i];
        return entity;
    }
}
