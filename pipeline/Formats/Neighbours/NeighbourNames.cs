using System.Text;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Files;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>Finds authorities by name as they were when the model came into force: its metadata or its file's name say
/// when, or else it is as new as its publication.</summary>
internal sealed class NeighbourNames(FileReading reading)
{
    private readonly DateOnly? _inForce =
        reading.InForce ?? DateInName.Month(reading.File) ?? DateInName.Day(reading.File) ?? reading.Published;

    /// <summary>The area of a name, however its "City of" or "County" is written; null where the name is no area's, or
    /// that of several.</summary>
    public Area? Find(string name) => reading.Reference.Areas.FindByName(name, _inForce) ?? FindByWords(name);

    private Area? FindByWords(string name)
    {
        if (name.Length == 0)
            return null;
        var found = reading
            .Reference.Areas.FindAlike(name)
            .Where(a => a.IsUpperTier && (_inForce is not { } day || a.ExistedOn(day)))
            .ToList();
        return found is [var only] ? only : null;
    }

    /// <summary>Whether a cell names nobody, as where a neighbour was abolished or none was published.</summary>
    public static bool IsNotGiven(string name) =>
        CellKinds.Of(Encoding.UTF8.GetBytes(name)) is CellKind.Blank or CellKind.NotGiven or CellKind.Obsolete
        || name.Equals("#N/A", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a list can be compared with: no area twice, nor the authority itself.</summary>
    public static bool AreSound(Area area, IReadOnlyList<Neighbour> neighbours) =>
        neighbours.DistinctBy(n => n.Area.Code).Count() == neighbours.Count
        && neighbours.All(n => n.Area.Code != area.Code);
}
