namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>An indicator whose figures could not be compared. The snapshot says "no comparison" of it; the rest is
/// made.</summary>
/// <param name="Area">The code of the area whose snapshot it is.</param>
public sealed record IndicatorFailure(string Indicator, string Area, Exception Fault);
