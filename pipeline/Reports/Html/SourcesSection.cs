using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>The files behind the comparison, and the licence of what they hold.</summary>
internal static class SourcesSection
{
    private const string Attribution =
        "Contains public sector information licensed under the Open Government Licence v3.0.";

    private static readonly PageColumn[] Columns =
    [
        new("File"),
        new("Feed"),
        new("Date"),
        new("Status"),
        new("Notice"),
        new("Release"),
    ];

    /// <summary>The section.</summary>
    public static PageSection Create(Snapshot snapshot) =>
        new(
            "sources",
            "Sources",
            [
                new PageText(Attribution),
                PageTable.Create("The files behind this comparison", Columns, snapshot.Inputs.Select(Row)) with
                {
                    Fit = PageTableFit.Scrolls,
                },
            ]
        );

    private static PageRow Row(SnapshotInput input) =>
        new(
            input.File,
            input.Feed,
            new PageCell(PlaceText.Date(input.Published), SourceText.Basis(input)),
            input.Status ?? "not stated",
            input.Notice ?? "none",
            input.Release
        );
}
