using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>Appendix 3: what must be known of each figure, and the files behind the report.</summary>
internal static class AppendixNotes
{
    public static IEnumerable<Block> Blocks(Snapshot snapshot)
    {
        yield return Block.Heading("Appendix 3: notes and sources");
        foreach (var line in ReportLine.All(snapshot))
        {
            var notes = line.IsPart ? line.Place.Notes : [.. line.Notes];
            if (notes.Count > 0)
                yield return Block.Bullet($"{line.Name}: {string.Join(" ", notes)}");
        }
        if (snapshot.Inputs.Count > 0)
        {
            yield return new Block.Table(
                "The files behind this report",
                "One row for each file: its name, the feed that it came by, when it was published and how final it is.",
                [("File", 50, false), ("Feed", 16, false), ("Published", 20, false), ("Status", 14, false)],
                [
                    .. snapshot.Inputs.Select(i =>
                        new[] { i.File, i.Feed, PlaceText.Date(i.Published), i.Status ?? "not stated" }
                    ),
                ]
            );
        }
        yield return Block.Plain("Contains public sector information licensed under the Open Government Licence v3.0.");
        yield return Block.Plain(
            $"Made by version {snapshot.Version} of the comparison as at {PlaceText.Date(snapshot.AsAt)}. "
                + $"Catalogue {snapshot.Catalogue}, code {snapshot.Code}."
        );
    }
}
