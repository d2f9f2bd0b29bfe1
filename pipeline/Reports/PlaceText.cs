using System.Globalization;
using System.Text.RegularExpressions;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Says in words what stands beside a figure. Every report says it in these.</summary>
internal static partial class PlaceText
{
    /// <summary>A day, such as 30 September 2012.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A text with its dates written as people write them: 2012-09-30 becomes 30 September 2012.</summary>
    public static string DatesIn(string text) =>
        IsoDate()
            .Replace(
                text,
                m =>
                    DateOnly.TryParseExact(
                        m.Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                        ? Date(day)
                        : m.Value
            );

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsoDate();

    /// <summary>Which way is good.</summary>
    public static string GoodIs(Polarity polarity) =>
        polarity switch
        {
            Polarity.High => "High is good",
            Polarity.Low => "Low is good",
            _ => "Neither high nor low is good",
        };

    /// <summary>A period and how final its figure is.</summary>
    /// <param name="status">"provisional", "revised" or "final"; null where it is not stated.</param>
    public static string Period(string? period, string? status) =>
        status is null ? period ?? "" : $"{period}, {status}";

    /// <summary>The period of a figure beside the area's own, such as " for 2011/12"; empty where it is the
    /// same.</summary>
    /// <param name="period">The other figure's period.</param>
    public static string Elsewhen(SnapshotPlace place, string? period) =>
        period is null || period == place.Local?.Period ? "" : $" for {Periods.Period.Within(period)}";

    /// <summary>The council's own later figure, such as "2.9% for 2012/13 Q2 in the council’s own return"; empty where
    /// there is none.</summary>
    public static string Return(SnapshotRow row, SnapshotPlace place) =>
        place.Return is { Value: { } value } later
            ? $"{FigureText.Format(value, FigureText.Decimals(row, place), row.Unit)} for "
                + $"{Periods.Period.Within(later.Period)}{(later.Status is null ? "" : $" ({later.Status})")} in the "
                + "council’s own return"
            : "";

    /// <summary>The newer neighbour models that leave the area out, in a sentence with a space before it; empty where
    /// there is none.</summary>
    public static string NewerSets(Snapshot snapshot) =>
        string.Concat(
            (snapshot.NeighbourSet?.NewerWithoutArea ?? [])
                .Select(s => s.From)
                .Distinct()
                .Select(from => $" The newer model, in force since {Date(from)}, does not list {snapshot.Area.Name}.")
        );

    /// <summary>The outcome of a test of significance; empty where it was not tested.</summary>
    /// <param name="at998">The outcome at 99.8%.</param>
    public static string Test(TestOutcome? at95, TestOutcome? at998) =>
        at95 is null ? ""
        : at95 == TestOutcome.Similar ? "no significant difference"
        : $"significantly {at95.Value.ToString().ToLowerInvariant()}"
            + $"{(at998 is not null && at998 == at95 ? " (also at 99.8%)" : "")}";

    /// <summary>The rank and the band among authorities; empty where there is none.</summary>
    public static string Standing(SnapshotPlace place) =>
        place.Rank is { } rank
            ? $"Rank {rank.Rank} of {rank.Of} authorities (1 is the "
                + $"best){(place.Quartile is { } band ? $", quartile band {band} (A is the best)" : "")}."
            : "";

    /// <summary>The confidence interval and the trend; empty where there is neither.</summary>
    public static string Tested(SnapshotRow row, SnapshotPlace place)
    {
        var interval =
            place.Significance is { Lower: { } lower, Upper: { } upper } significance
                ? $"95% confidence interval {FigureText.Format(lower, row.Decimals + 1, row.Unit)} to "
                    + $"{FigureText.Format(upper, row.Decimals + 1, row.Unit)} ({significance.Method})."
            : place.Significance is null ? ""
            : $"Statistical significance {place.Significance.Method}.";
        return place.Trend is null
            ? interval
            : $"{interval} Trend over the five latest periods: {place.Trend}.".TrimStart();
    }

    /// <summary>Why a figure was not tested, as a sentence; null where it was.</summary>
    public static string? WhyNotTested(Significance? significance) =>
        significance is { Lower: null, Method: ['n', .. var rest] } ? $"N{rest}." : null;

    /// <summary>The file, row and column of a figure; empty where there is none.</summary>
    public static string Source(SnapshotSource? source) =>
        source is null ? "" : $"{source.File}, row {source.Row}, {source.ColumnAndRow}";

    /// <summary>Whether a verdict is "good", "bad" or "even", for those who see colours; the word and its mark say the
    /// same.</summary>
    public static string Tone(Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeds => "good",
            Verdict.DoesNotMeet => "bad",
            _ => "even",
        };

    /// <summary>A shape for a verdict, beside its word.</summary>
    public static string Mark(Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeds => "▲",
            Verdict.DoesNotMeet => "▼",
            Verdict.InLine => "=",
            Verdict.Mixed => "◆",
            _ => "–",
        };
}
