using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>The Government Analysis Function's shorthand for what a figure is, or why it is not there.</summary>
internal static class Marker
{
    public const string Break = "[b]";
    public const string Confidential = "[c]";
    public const string RoundsToZero = "[low]";
    public const string Provisional = "[p]";
    public const string Revised = "[r]";
    public const string LowReliability = "[u]";
    public const string NotAvailable = "[x]";
    public const string NotApplicable = "[z]";

    /// <summary>Every marker and what it means, in the order of the alphabet.</summary>
    public static readonly IReadOnlyList<(string Sign, string Meaning)> All =
    [
        (Break, "Break in the series: figures before and after it cannot be compared."),
        (Confidential, "Confidential: the publisher holds the figure back to protect people."),
        (RoundsToZero, "Low: the figure is not zero, but would be rounded to it."),
        (Provisional, "Provisional: the publisher may revise the figure."),
        (Revised, "Revised: the publisher says so, or an earlier edition gave another figure."),
        (LowReliability, "Unreliable: the publisher does not trust the figure and does not give it."),
        (
            NotAvailable,
            "Not available: the figure was not published by the compile date, or it may not be compared. A note "
                + "says which."
        ),
        (NotApplicable, "Not applicable: a figure would make no sense here."),
    ];

    /// <summary>The marker for why a figure is not there.</summary>
    public static string For(MissingReason? reason) =>
        reason switch
        {
            MissingReason.Suppressed or MissingReason.Withheld => Confidential,
            MissingReason.NotApplicable => NotApplicable,
            MissingReason.LowReliability => LowReliability,
            MissingReason.RoundsToZero => RoundsToZero,
            _ => NotAvailable,
        };

    /// <summary>Whether a marker or a word says no more than that there is nothing; [c] says that there is a
    /// figure.</summary>
    public static bool IsEmpty(string text) => text is NotAvailable or NotApplicable || !All.Any(m => m.Sign == text);

    /// <summary>How final a figure is.</summary>
    /// <param name="status">"provisional", "revised" or "final"; null where it is not stated.</param>
    /// <param name="revised">Whether an earlier edition gave another figure.</param>
    public static Cell Status(string? status, bool revised) =>
        (status, revised) switch
        {
            ("provisional", true) => $"{Provisional} {Revised}",
            ("provisional", false) => Provisional,
            ("revised", _) or (_, true) => Revised,
            (null, false) => new Cell.Blank("not stated"),
            _ => status,
        };
}
