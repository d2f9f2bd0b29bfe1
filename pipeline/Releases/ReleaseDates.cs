using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>When a file was published, from when it holds and how final it is: the blob's metadata say, else its name,
/// else its arrival.</summary>
/// <param name="InForce">The in-force date; null where nothing says it.</param>
/// <param name="Vintage">"provisional", "revised" or "final"; null where nothing says it.</param>
public sealed record ReleaseDates(DateOnly Published, string PublishedFrom, DateOnly? InForce, string? Vintage)
{
    // Summer time in England is an hour ahead: what is published and dropped just after midnight is not of tomorrow.
    private static readonly TimeSpan SummerTime = TimeSpan.FromHours(1);
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;
    private static readonly string[] Vintages = ["provisional", "revised", "final"];

    /// <summary>Whether the publication date is later than the day on which the file was dropped, which no true one can
    /// be.</summary>
    public bool IsAfterArrival { get; private init; }

    /// <summary>Finds the dates of a dropped blob.</summary>
    /// <param name="fault">What is wrong with the metadata; null for nothing.</param>
    public static ReleaseDates Find(
        string file,
        IDictionary<string, string> metadata,
        DateTimeOffset arrived,
        out Finding? fault
    )
    {
        fault = null;
        var given = new Dictionary<string, string>(metadata, StringComparer.OrdinalIgnoreCase);
        DateOnly? Given(string name, ref Finding? finding)
        {
            if (!given.TryGetValue(name, out var text) || text.Length == 0)
                return null;
            var isDate = DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            );
            if (isDate && day.Year is >= EarliestYear and <= LatestYear)
                return day;
            finding = Check.MetadataUnreadable.Found(
                isDate
                    ? $"The metadata {name} is not between {EarliestYear} and {LatestYear}."
                    : $"The metadata {name} is not a date."
            );
            return null;
        }
        var published = Given("published", ref fault);
        var inForce = Given("inforce", ref fault) ?? DateInName.Month(file) ?? DateInName.Day(file);
        var vintage = given.GetValueOrDefault("status")?.ToLowerInvariant();
        if (vintage is { Length: > 0 } && !Vintages.Contains(vintage))
            fault = Check.MetadataUnreadable.Found("The metadata status is not provisional, revised or final.");
        vintage = string.IsNullOrEmpty(vintage)
            ? Array.Find(Vintages, v => file.Contains(v, StringComparison.OrdinalIgnoreCase))
            : vintage;
        var latest = DateOnly.FromDateTime(arrived.UtcDateTime + SummerTime);
        return published is { } day ? new(day, "metadata", inForce, vintage) { IsAfterArrival = day > latest }
            : DateInName.Day(file) is { } named
                ? new(named, "file name", inForce, vintage) { IsAfterArrival = named > latest }
            : new(DateOnly.FromDateTime(arrived.UtcDateTime), "arrival", inForce, vintage);
    }
}
