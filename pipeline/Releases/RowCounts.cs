namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What became of the rows of a file: read = accepted + skipped + rejected.</summary>
/// <param name="Read">The rows below the header.</param>
/// <param name="Accepted">The rows that brought something.</param>
/// <param name="Skipped">The rows passed over, by reason.</param>
public sealed record RowCounts(long Read, long Accepted, IReadOnlyDictionary<string, long> Skipped, long Rejected);
