using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>A figure, exactly as published and as people are shown it.</summary>
/// <param name="Text">The figure as shown, rounded and with its unit.</param>
internal sealed record FigureView(decimal Value, string Text, string Period, SnapshotSource? Source)
{
    /// <summary>The council's own later figure, in words; empty where there is none.</summary>
    public string Later { get; init; } = "";
}

/// <summary>A verdict in a word, with its shape and the outcome of the test of significance.</summary>
/// <param name="Test">The outcome of the test; empty where there was none.</param>
internal sealed record VerdictView(string Words, string Mark, string Test)
{
    /// <summary>The verdict as every report says it.</summary>
    public static VerdictView From(Verdict verdict, string test = "") =>
        new(verdict.Words(), PlaceText.Mark(verdict), test);
}

/// <summary>The figures of one period, as people are shown them.</summary>
/// <param name="Local">The area's figure; null where there is none.</param>
/// <param name="Break">What changed, where the series breaks before this period.</param>
internal sealed record ShownPoint(
    string Period,
    ShownNumber? Local,
    ShownNumber? National,
    ShownNumber? Neighbours,
    string? Break
);

/// <summary>A figure of a known period.</summary>
internal sealed record ShownNumber(decimal Value, string Text);
