using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>One line of a report's table: an indicator, or one of the areas that it is measured over.</summary>
/// <param name="Place">Whose figures the line holds.</param>
/// <param name="IsWhole">Whether it is an indicator of several areas, of which each has a line of its own: it has a
/// verdict and no figure.</param>
internal sealed record ReportLine(SnapshotRow Row, SnapshotPlace Place, string Code, string Area, bool IsWhole)
{
    /// <summary>Everything in the order of the snapshot. Where an indicator is measured over several areas, the verdict
    /// over all stands first.</summary>
    public static IReadOnlyList<ReportLine> All(Snapshot snapshot) =>
        [
            .. snapshot.Rows.SelectMany(r =>
                r.Areas.Select(a => new ReportLine(r, a, a.Code, a.Name, false))
                    .Prepend(new(r, r, snapshot.Area.Code, snapshot.Area.Name, r.Areas.Count > 0))
            ),
        ];

    /// <summary>What a reader must know of the line: what the indicator measures, then the notes on the
    /// figures.</summary>
    public IEnumerable<string> Notes => new[] { Row.About }.OfType<string>().Concat(Place.Notes);

    /// <summary>The indicator's name, with the area's where it is one of several.</summary>
    public string Label => IsPart ? $"{Row.Name}, {Area}" : Row.Name;

    /// <summary>Whether it is one of several areas.</summary>
    public bool IsPart => !ReferenceEquals(Row, Place);

    /// <summary>The decimal places to show its figures and its change with.</summary>
    public int Decimals => FigureText.Decimals(Row, Place);
}
