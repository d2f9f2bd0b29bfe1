using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>A row of the index: a release that may carry a topic. Only its entry in the ledger says whether it
/// does.</summary>
/// <param name="CoverageText">What it covers of an indicator, packed; null where the ledger does not say.</param>
internal sealed record IndexedRelease(
    string Topic,
    string ReleaseId,
    DateOnly Published,
    DateTimeOffset Arrived,
    string? CoverageText
)
{
    private const char Between = '.';
    private const int LatestDay = 99_991_231;
    private const int BytesOfHash = 8;

    private Coverage? _coverage;

    /// <summary>Tells which of two is the newer.</summary>
    public ReleaseAge Age => new(Published, Arrived, ReleaseId);

    /// <summary>What it covers of the indicator; null where the ledger does not say.</summary>
    public Coverage? Coverage => _coverage ??= Observations.Coverage.Read(CoverageText).GetValueOrDefault(Topic);

    /// <summary>Its key: two rows have the same only where they say the same.</summary>
    public string Key =>
        string.Join(
            Between,
            StorageKey.Encode(Topic),
            (LatestDay - Day(Published)).ToString("00000000", CultureInfo.InvariantCulture),
            (DateTimeOffset.MaxValue.Ticks - Arrived.UtcTicks).ToString(
                "0000000000000000000",
                CultureInfo.InvariantCulture
            ),
            StorageKey.Encode(ReleaseId),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CoverageText ?? "")).AsSpan(0, BytesOfHash))
        );

    /// <summary>From where to where the keys of a topic go.</summary>
    public static (string From, string To) Range(string topic) =>
        ($"{StorageKey.Encode(topic)}{Between}", $"{StorageKey.Encode(topic)}{(char)(Between + 1)}");

    /// <summary>Reads a row.</summary>
    public static IndexedRelease Read(string key, string? coverage)
    {
        var parts = key.Split(Between);
        var day = LatestDay - int.Parse(parts[^4], CultureInfo.InvariantCulture);
        return new(
            StorageKey.Decode(string.Join(Between, parts[..^4])),
            StorageKey.Decode(parts[^2]),
            new(day / 10_000, day / 100 % 100, day % 100),
            new(DateTimeOffset.MaxValue.Ticks - long.Parse(parts[^3], CultureInfo.InvariantCulture), TimeSpan.Zero),
            coverage
        );
    }

    private static int Day(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}
