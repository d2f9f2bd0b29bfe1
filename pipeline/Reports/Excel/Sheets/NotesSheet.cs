namespace ChildrensTrust.Pipeline.Reports.Excel.Sheets;

/// <summary>What every marker and every note means.</summary>
internal static class NotesSheet
{
    public const string Name = "Notes";

    /// <summary>What a sheet with markers says of them.</summary>
    public const string Hint =
        "This worksheet contains one table. The worksheet Notes says what markers such as [p], [x] and [note 1] mean.";

    public static Sheet Create(NoteList notes) =>
        new SheetText(
            Name,
            "Notes and markers",
            ["This worksheet contains one table: first the markers, then the numbered notes."],
            "There is no note."
        ).Table(
            Marker.All.Concat(notes.All),
            new Column<(string Sign, string Meaning)>("Marker or note", 20, n => n.Sign),
            new("What it means", 130, n => n.Meaning)
        );
}
