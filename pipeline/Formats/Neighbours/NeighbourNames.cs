using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Formats.Neighbours;

/// <summary>Finds authorities by name as they were when the model came into force, which its file's name may
/// say.</summary>
internal sealed class NeighbourNames(FileReading reading)
{
    private readonly DateOnly? _inForce = DateInName.Month(reading.File) ?? DateInName.Day(reading.File);

    /// <summary>The area of a name; null where the name is no area's, or that of several.</summary>
    public Area? Find(string name) => reading.Reference.Areas.FindByName(name, _inForce);

    /// <summary>Whether a cell names nobody, as where a neighbour was abolished or none was published.</summary>
    public static bool IsNotGiven(string name) =>
        name is "" or "-" || name.Equals("NA", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a list can be compared with: no area twice, nor the authority itself.</summary>
    public static bool AreSound(Area area, IReadOnlyList<Neighbour> neighbours) =>
        neighbours.DistinctBy(n => n.Area.Code).Count() == neighbours.Count
        && neighbours.All(n => n.Area.Code != area.Code);
}
