using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Appendix 3: what must be known of each figure, and the files behind the report.</summary>
internal static class AppendixNotes
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        yield return Block.Heading("Appendix 3: notes and sources");
        foreach (var (names, notes) in Notes(snapshot))
            yield return new Block.Text(DocumentStyle.FrontBullet, notes) { Term = $"{names}:" };
        yield return Block.Plain(
            "Contains public sector information licensed under the Open Government Licence v3.0. Made by version "
                + $"{snapshot.Version} of the comparison as at {PlaceText.Date(snapshot.AsAt)}: catalogue "
                + $"{snapshot.Catalogue}, code {snapshot.Code}."
        );
        if (snapshot.Inputs.Count > 0)
        {
            yield return new Block.Table(
                "The files behind this report",
                "One row for each file: its name, its feed, the date it was published or received, its status, any "
                    + "notice, and its release.",
                [
                    new("File", 52),
                    new("Feed", 18),
                    new("Published or received", 19),
                    new("Status", 15.5, Otherwise: "not stated"),
                    new("Notice", 28),
                    new("Release", 46),
                ],
                [
                    .. snapshot.Inputs.Select(i =>
                        new[] { i.File, i.Feed, SourceText.Dated(i), i.Status ?? "", i.Notice ?? "", i.Release }
                    ),
                ]
            );
        }
    }

    // A note that several lines share is said once, before those of one line.
    private static IEnumerable<(string Names, string Notes)> Notes(Snapshot snapshot)
    {
        var all = ReportLine
            .All(snapshot)
            .SelectMany(l => (l.IsPart ? l.Place.Notes : l.Notes).Select(note => (l.Name, Note: note)))
            .GroupBy(n => n.Note, n => n.Name)
            .ToLookup(g => g.Skip(1).Any());
        return all[true]
            .Select(g => (string.Join("; ", g), g.Key))
            .Concat(all[false].GroupBy(g => g.First(), g => g.Key).Select(g => (g.Key, string.Join(' ', g))));
    }
}
