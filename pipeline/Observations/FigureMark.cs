using System.Collections.Frozen;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Observations;

/// <summary>What a publisher writes behind a figure in its cell: 7.9 [p], 21.4r, 3.1%, 12 [note 3].</summary>
/// <param name="Status">How final the figure is; null where the mark does not say so.</param>
/// <param name="Note">What a reader must know of the figure; null for nothing.</param>
/// <param name="IsPercent">Whether the figure has a percent sign.</param>
internal readonly record struct FigureMark(RevisionStatus? Status, string? Note, bool IsPercent)
{
    /// <summary>Whether the figure is in the form 1.4E+05, which has lost the digits behind those it shows.</summary>
    public bool IsRounded { get; init; }

    /// <summary>Whether the figure has commas and no decimal point, so that its comma may stand for one.</summary>
    public bool HasCommas { get; init; }

    /// <summary>The shorthand of the Government Analysis Function for figures that are there.</summary>
    public static readonly FrozenDictionary<string, FigureMark> Known = new Dictionary<string, FigureMark>
    {
        ["p"] = new(RevisionStatus.Provisional, null, false),
        ["r"] = new(RevisionStatus.Revised, null, false),
        ["e"] = new(null, "Estimated.", false),
        ["b"] = new(null, "A break in the series.", false),
        ["u"] = new(null, "Of low reliability.", false),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A publisher's footnote.</summary>
    public static FigureMark Footnote(string number) => new(null, $"See note {number} in the publisher’s file.", false);

    /// <summary>What is beside a figure, with what the mark adds.</summary>
    public ObservationDetails? AddTo(ObservationDetails? beside)
    {
        if (Status is null && Note is null)
            return beside;
        beside ??= new();
        return beside with
        {
            // What a column of its own says goes before a letter.
            RevisionStatus = beside.RevisionStatus ?? Status,
            Note =
                Note is null ? beside.Note
                : beside.Note is null ? Note
                : $"{Note} {beside.Note}",
        };
    }
}
