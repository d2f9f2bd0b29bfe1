using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>
/// Fills a store as years do: five publications of two indicators each, in as many editions as there are to be
/// releases, every one with all years up to its own. Of those that nothing reads, because newer ones say the same, only
/// the entry is written.
/// </summary>
internal static class GrownStore
{
    public const string Absence = "overall-absence";
    private const int Publications = 5;
    private const int IndicatorsOfOne = 2;
    private const int FirstYear = 2014;
    private const int LastYear = 2024;
    private const int WholeEditions = 4;
    private const int AtOnce = 8;
    private static readonly DateOnly First = new(2015, 11, 1);
    private static readonly DateOnly Last = new(2025, 10, 1);

    public static Task FillAsync(Store store, int releases) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, releases),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, token) =>
                await AddAsync(store, i % Publications, i / Publications, releases / Publications, token)
        );

    private static async Task AddAsync(
        Store store,
        int publication,
        int edition,
        int editions,
        CancellationToken cancellationToken
    )
    {
        var published = First.AddDays((Last.DayNumber - First.DayNumber) * edition / Math.Max(editions - 1, 1));
        var isRead = edition >= editions - WholeEditions;
        var series = Indicators()
            .Skip(publication * IndicatorsOfOne)
            .Take(IndicatorsOfOne)
            .SelectMany(i => SeriesOf(i, isRead ? LastYear : published.Year - 1))
            .ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{publication} {edition}")));
        var release = new Release
        {
            Id = ReleaseId.For(Feed.National, hash),
            Feed = Feed.National,
            File = $"publication_{publication}_edition_{edition}.csv",
            Format = "ees",
            Sha256 = hash,
            Size = 1,
            ETag = "\"1\"",
            Status = ReleaseStatus.Complete,
            Published = published,
            PublishedFrom = DateOrigin.Metadata,
            Arrived = new(published, new(9, 0), TimeSpan.Zero),
            Rows = new(1, 1, new Dictionary<string, long>(), 0),
            Observations = series.Sum(s => s.Observations.Count),
            SeriesCount = series.Count,
            FindingCount = 0,
            Indicators = [.. series.Select(s => s.Indicator).Distinct()],
            Coverage = Coverage.From(series),
            Catalogue = Reference.Default.Catalogue.Hash,
            Code = CodeVersion.Current,
        };
        if (isRead)
            await store.Series.WriteAsync(release.SeriesVersion, series, cancellationToken);
        await store.Ledger.WriteAsync(release, cancellationToken);
    }

    private static IEnumerable<(string Id, string Source, int Rank)> Indicators() =>
        Reference
            .Default.Catalogue.Carried("ees")
            .Where(c => c.Source.Minus is null && c.Indicator.Parts.Count == 0)
            .GroupBy(c => c.Indicator.Id)
            .Select(g => (Id: g.Key, g.First().Source.Name, g.First().Rank))
            .OrderBy(i => i.Id != Absence)
            .Take(Publications * IndicatorsOfOne);

    private static IEnumerable<Series> SeriesOf((string Id, string Source, int Rank) indicator, int lastYear) =>
        Reference
            .Default.Areas.All.Where(a => a.IsUpperTier && a.Until is null)
            .Select(a => a.Code)
            .Append(AreaRegister.England)
            .Select(area => new Series(
                indicator.Id,
                area,
                indicator.Source,
                indicator.Rank,
                "a column",
                [
                    .. Enumerable
                        .Range(FirstYear, lastYear - FirstYear + 1)
                        .Select(year => new Observation
                        {
                            Period = YearType.Find("academic")!.Ending(year),
                            Value = Measure.From(5.5m),
                            Row = 2,
                        }),
                ]
            ));
}
