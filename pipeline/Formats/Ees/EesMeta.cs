namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>What a companion file (name.meta.csv) says of the variables of its data file.</summary>
/// <param name="Variables">The variables in the file's order.</param>
public sealed record EesMeta(IReadOnlyList<EesVariable> Variables);

/// <summary>One variable: a filter (a breakdown) or an indicator (a column of figures).</summary>
/// <param name="Name">The column of the data file.</param>
/// <param name="Unit">The unit: %, pp, £, £m, numberstring, or empty for a number.</param>
/// <param name="Decimals">The decimal places for display; null where the file does not say.</param>
/// <param name="Group">The column that groups a filter's items, which has no row of its own; null for none.</param>
public sealed record EesVariable(
    string Name,
    bool IsIndicator,
    string Label,
    string Unit,
    int? Decimals,
    string? Group,
    long Row
);
