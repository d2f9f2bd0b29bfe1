namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What the council may set about taking in files.</summary>
public sealed record IngestionOptions
{
    /// <summary>The share of the rows that matter (accepted or rejected) above which rejected rows refuse the whole
    /// file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public double MostRejectedShare
    {
        get;
        init =>
            field = value is >= 0 and <= 1
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    "The setting Ingestion__MostRejectedShare must be 0 to 1: 0.1 is one row in ten."
                );
    } = 0.1;
}
