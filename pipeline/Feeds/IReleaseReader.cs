namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Reads one publisher's format. A reader has no state of its own: what it finds goes into the reading.</summary>
public interface IReleaseReader
{
    /// <summary>The format's name, as the ledger has it.</summary>
    string Format { get; }
    /// <summary>The feeds in whose folders it belongs.</summary>
    IReadOnlyList<Feed> Feeds { get; }
    /// <summary>The column names that tell the format; a file has it where all of them are in the header.</summary>
    IReadOnlyList<string> TellingColumns { get; }
    /// <summary>Reads every row.</summary>
    /// <param name="rows">The rows, before the first.</param>
    /// <param name="reading">Where observations, counts and findings go.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task ReadAsync(CsvRows rows, Reading reading, CancellationToken cancellationToken);
}
