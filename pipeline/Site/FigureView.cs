using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>A figure, exactly as published and as people are shown it.</summary>
/// <param name="Text">The figure as shown, rounded; its unit, other than %, is beside the indicator's name.</param>
internal sealed record FigureView(decimal Value, string Text, string Period, SnapshotSource? Source)
{
    /// <summary>The council's own later figure, in words; empty where there is none.</summary>
    public string Later { get; init; } = "";
}

/// <summary>A verdict in a word, with its shape and the outcome of the test of significance.</summary>
/// <param name="Words">The word that the first page of a report has, such as "better".</param>
/// <param name="Verdict">The word that its summary has, such as "exceeds".</param>
/// <param name="Test">The outcome of the test; empty where there was none.</param>
/// <param name="Tone">Whether it is good or bad news.</param>
internal sealed record VerdictView(
    string Words,
    string Verdict,
    string Mark,
    string Test,
    [property: JsonIgnore] string Tone
)
{
    /// <summary>The verdict in the site's words.</summary>
    public static VerdictView From(Verdict verdict, string test = "") =>
        new(Scorewords.Of(verdict), verdict.Words(), PlaceText.Mark(verdict), test, PlaceText.Tone(verdict));
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
