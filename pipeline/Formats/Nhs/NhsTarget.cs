using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Nhs;

/// <summary>What a block of an NHS table is about in one row.</summary>
/// <param name="Column">The column that the figure is traced to.</param>
internal readonly record struct NhsTarget(Area Area, Period Period, string Column);
