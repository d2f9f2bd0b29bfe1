using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>The first sheet: what the workbook is, and what is in it.</summary>
internal static class CoverSheet
{
    public const string Name = "Cover";

    /// <summary>The workbook's title.</summary>
    public static string Title(Snapshot snapshot) =>
        $"{snapshot.Area.Name} children and young people: comparison as at {PlaceText.Date(snapshot.AsAt)}";

    public static Sheet Create(Snapshot snapshot, IReadOnlyList<Sheet> others) =>
        new SheetText(
            Name,
            Title(snapshot),
            [
                snapshot.Title,
                $"As at {PlaceText.Date(snapshot.AsAt)}: covers periods that had ended by then.",
                $"Compiled on {PlaceText.Date(snapshot.Compiled)}: uses what had been published by then.",
                $"Version {snapshot.Version}. {snapshot.Edition?.Reason}".TrimEnd(),
                .. SnapshotNotices.For(snapshot),
                $"Catalogue {snapshot.Catalogue}, code {snapshot.Code}.",
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "The table below lists the worksheets, each with a link. A worksheet has one table, which begins "
                    + "below its title.",
            ],
            "There is nothing in this workbook."
        ).Table(
            others,
            new Column<Sheet>("Worksheet and what it holds", 110, s => new Cell.Link($"{s.Name}: {s.Title}", s.Name))
        );
}
