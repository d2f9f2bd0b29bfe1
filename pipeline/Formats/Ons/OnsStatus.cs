using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Ons;

/// <summary>What the status of an observation of the Office for National Statistics means: a letter in one edition, a
/// sentence in the other.</summary>
/// <param name="Reason">Why a figure is missing, where it is.</param>
/// <param name="Revision">How final the figure is; null where it does not say.</param>
/// <param name="Note">What a reader must know of a figure that is there; null for nothing.</param>
internal sealed record OnsStatus(MissingReason Reason, string? Note, RevisionStatus? Revision = null)
{
    private static readonly (string Letter, string Words, OnsStatus Status)[] Known =
    [
        ("c", "disclosure", new(MissingReason.Suppressed, "Confidential.")),
        ("x", "incomplete", new(MissingReason.NotAvailable, null)),
        ("u", "data quality", new(MissingReason.LowReliability, "Of low reliability.")),
        ("b", "break", new(MissingReason.NotGiven, "A break in the series.")),
        ("p", "provisional", new(MissingReason.NotGiven, null, RevisionStatus.Provisional)),
        ("r", "revised", new(MissingReason.NotGiven, null, RevisionStatus.Revised)),
        ("e", "estimate", new(MissingReason.NotGiven, "An estimate.")),
        ("f", "forecast", new(MissingReason.NotGiven, "A forecast.")),
        ("", "caution", new(MissingReason.NotGiven, "Interpret with caution.")),
    ];

    private static readonly OnsStatus Normal = new(MissingReason.NotGiven, null);

    /// <summary>Reads a status.</summary>
    public static OnsStatus Parse(string text) =>
        text.Length == 0
            ? Normal
            : Known
                .FirstOrDefault(k =>
                    text.Equals(k.Letter, StringComparison.OrdinalIgnoreCase)
                    || text.Contains(k.Words, StringComparison.OrdinalIgnoreCase)
                )
                .Status
                ?? Normal;
}
