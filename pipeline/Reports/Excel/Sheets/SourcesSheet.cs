using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The files behind the comparison.</summary>
internal static class SourcesSheet
{
    public static Sheet Create(Snapshot snapshot) =>
        new SheetText(
            "Sources",
            "The files behind this comparison",
            [
                "This worksheet contains one table. comparison.csv, beside this file, names the row and the "
                    + "column of every figure.",
                $"Made with catalogue {snapshot.Catalogue} and code {snapshot.Code}.",
            ],
            "No file is behind this comparison."
        ).Table(
            snapshot.Inputs,
            new Column<SnapshotInput>("File", 46, i => i.File),
            new("Feed", 15, i => i.Feed),
            new("Date", 22, i => i.Published),
            new("Type of date", 26, i => SourceText.Basis(i)),
            new("Status", 14, i => Cell.Words(i.Status, "not stated")),
            new("Notice", 36, i => Cell.Words(i.Notice)),
            new("Release", 28, i => i.Release),
            new("SHA-256", 70, i => i.Sha256)
        );
}
