using System.Runtime.InteropServices;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>Counts every row of a file once: accepted, skipped for a reason, or rejected.</summary>
public sealed class RowTally
{
    private readonly Dictionary<string, long> _skipped = new(StringComparer.Ordinal);

    /// <summary>The rows read, the header not counted.</summary>
    public long Read { get; private set; }

    /// <summary>The rows that brought at least one observation.</summary>
    public long Accepted { get; private set; }

    /// <summary>The rows passed over, by reason.</summary>
    public IReadOnlyDictionary<string, long> Skipped =>
        new SortedDictionary<string, long>(_skipped, StringComparer.Ordinal);

    /// <summary>The rows with a fault.</summary>
    public long Rejected { get; private set; }

    /// <summary>Whether the parts add up to the rows read.</summary>
    public bool Reconciles => Read == Accepted + _skipped.Values.Sum() + Rejected;

    /// <summary>Counts a row as read.</summary>
    public void Row() => Read++;

    /// <summary>Counts the row as accepted.</summary>
    public void Accept() => Accepted++;

    /// <summary>Counts the row as rejected.</summary>
    public void Reject() => Rejected++;

    /// <summary>Counts rows that were accepted as passed over instead.</summary>
    internal void SkipAccepted(string reason, long rows)
    {
        if (rows == 0)
            return;
        CollectionsMarshal.GetValueRefOrAddDefault(_skipped, reason, out _) += rows;
        Accepted -= rows;
    }

    /// <summary>Counts rows that were passed over as accepted instead.</summary>
    internal void AcceptSkipped(string reason, long rows)
    {
        if (rows == 0)
            return;
        _skipped[reason] -= rows;
        if (_skipped[reason] == 0)
            _skipped.Remove(reason);
        Accepted += rows;
    }

    /// <summary>Counts the row as passed over.</summary>
    public void Skip(string reason) => CollectionsMarshal.GetValueRefOrAddDefault(_skipped, reason, out _)++;
}
