using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Tables;

/// <summary>What the rows of a file give: counts, rejected rows and observations.</summary>
public abstract class TableReading(Reference reference) : FileScreening
{
    /// <summary>The catalogue and the areas that the file is read by.</summary>
    public Reference Reference { get; } = reference;

    /// <summary>When the file was published, or arrived where that is not known; null where neither is.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>From when the file holds; null where nothing says it.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>The rows.</summary>
    public RowTally Rows { get; } = new();

    /// <summary>The indicators of the catalogue that the file carries, whether or not a row of it is used.</summary>
    internal HashSet<Indicator> Carried { get; } = [];

    /// <summary>The rejected rows, as they are in the file.</summary>
    internal RejectedRows RejectedRows { get; } = new();

    /// <summary>The observations.</summary>
    internal SeriesCollector Series { get; } = new();

    /// <summary>Findings that would be the same in many rows.</summary>
    internal CountedFindings Counted { get; } = new();

    /// <summary>Rows that contradict an earlier one, of which the counts may yet say that they are its parts.</summary>
    internal Conflicts Conflicts { get; } = new();

    /// <summary>The table that is being read.</summary>
    internal CsvRows? At { get; set; }

    /// <summary>Rejects the present row.</summary>
    public void Reject(Finding finding)
    {
        At?.WatchRejected();
        Reject(finding, At is null ? null : RejectedRow.Of(At));
    }

    /// <summary>Rejects a row that was kept.</summary>
    internal void Reject(Finding finding, RejectedRow? row)
    {
        Rows.Reject();
        Findings.Add(finding);
        if (row is { } text)
            RejectedRows.Add(text);
    }
}
