using ChildrensTrust.Pipeline.Formats.Own;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What the workbook is, and what is in it; of what it has no sheet for, why.</summary>
internal static class ContentsSheet
{
    public const string Name = "Contents";

    public static Sheet Create(Snapshot snapshot, IReadOnlyList<Sheet> others) =>
        new SheetText(
            Name,
            "About this workbook",
            [
                snapshot.Title,
                $"As at {PlaceText.Date(snapshot.AsAt)}: covers periods that had ended by then.",
                $"Compiled on {PlaceText.Date(snapshot.Compiled)}: uses what had been published by then.",
                $"Version {snapshot.Version}. {PlaceText.DatesIn(snapshot.Edition?.Reason ?? "")}".TrimEnd(),
                "Contains public sector information licensed under the Open Government Licence v3.0.",
                "The table below lists the worksheets, each with a link. A worksheet has one table, which begins "
                    + "below its title.",
            ],
            "There is nothing in this workbook."
        ).Table(others, new Column<Sheet>(OwnReport.ContentsColumn, 110, Entry)) with
        {
            IsFrozen = false,
        };

    private static Cell Entry(Sheet sheet) =>
        !sheet.HasContent
            ? $"No worksheet {sheet.Name}: {sheet.Lines[0]}"
            : new Cell.Link($"{sheet.Name}: {sheet.Title}", sheet.Name);
}
