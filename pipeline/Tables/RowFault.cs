using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>A fault of a row: it rejects a row that is used, and is counted where the row is passed over
/// anyway.</summary>
/// <param name="Says">What is wrong, as the end of a sentence.</param>
internal sealed record RowFault(Check Check, string Says, string? Column)
{
    /// <summary>The finding that rejects a row.</summary>
    public Finding Found(long row) => Check.Found($"{char.ToUpperInvariant(Says[0])}{Says[1..]}.", row, Column);
}
