namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What the council may set about taking in files.</summary>
public sealed record IngestionOptions
{
    /// <summary>The share of the rows that matter (accepted or rejected) above which rejected rows refuse the whole
    /// file.</summary>
    public double MaxRejectedShare { get; init; } = 0.1;
}
