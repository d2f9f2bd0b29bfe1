using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>Writes report.html.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static string Write(Snapshot snapshot) => "<!doctype html><title>" + snapshot.Title + "</title>";
}
