using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>When a file was published, from when it holds and how final it is: the blob's metadata say, else its name,
/// else its arrival.</summary>
/// <param name="InForce">The in-force date; null where nothing says it.</param>
/// <param name="RevisionStatus">How final it is; null where nothing says it.</param>
public sealed partial record ReleaseDates(
    DateOnly Published,
    DateOrigin PublishedFrom,
    DateOnly? InForce,
    RevisionStatus? RevisionStatus
)
{
    // Summer time in England is an hour ahead: what is published and dropped just after midnight is not of tomorrow.
    private static readonly TimeSpan SummerTime = TimeSpan.FromHours(1);
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

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
        var word = given.GetValueOrDefault("status") ?? "";
        var status = EnumWords.Find<RevisionStatus>(word);
        if (word.Length > 0 && status is null)
            fault = Check.MetadataUnreadable.Found("The metadata status is not provisional, revised or final.");
        if (word.Length == 0)
            status =
                EnumWords.Find<RevisionStatus>(
                    EnumWords
                        .All<RevisionStatus>()
                        .FirstOrDefault(s => file.Contains(s, StringComparison.OrdinalIgnoreCase))
                ) ?? (Prov().IsMatch(file) ? Periods.RevisionStatus.Provisional : null);
        var latest = LatestDayOf(arrived);
        return published is { } day ? new(day, DateOrigin.Metadata, inForce, status) { IsAfterArrival = day > latest }
            : DateInName.Day(file) is { } named
                ? new(named, DateOrigin.FileName, inForce, status) { IsAfterArrival = named > latest }
            : new(DateOnly.FromDateTime(arrived.UtcDateTime), DateOrigin.Arrival, inForce, status);
    }

    /// <summary>The day in England at a moment, or the next one where the clocks may be an hour ahead.</summary>
    internal static DateOnly LatestDayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.UtcDateTime + SummerTime);

    [GeneratedRegex(
        "(^|[^a-z])prov([^a-z]|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Prov();
}
