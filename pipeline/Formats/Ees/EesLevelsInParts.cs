using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Finds a file in which England has totals and the authorities have only parts, or the other way round. Of a
/// file that has only totals, or only parts, nothing is said.</summary>
internal sealed class EesLevelsInParts(FileReading reading)
{
    private static readonly string[] Compared = [EesLevel.National, EesLevel.Authority];

    private readonly Dictionary<string, long> _parts = [];
    private readonly HashSet<string> _wholes = [];

    /// <summary>A row of a part that is not added up.</summary>
    public void Part(EesLevel level, long row) => _parts.TryAdd(level.Name, row);

    /// <summary>A row of the whole.</summary>
    public void Whole(EesLevel level) => _wholes.Add(level.Name);

    /// <summary>Says which levels give no figures for this reason.</summary>
    public void Finish()
    {
        foreach (var (level, row) in _parts.Where(p => Compared.Contains(p.Key) && !_wholes.Contains(p.Key)))
        {
            if (reading.Series.HasArea(_ => true) && !reading.Series.HasArea(area => IsOf(level, area)))
                reading.Findings.Add(
                    Check.LevelInParts.Found($"Rows at the level {level} cover only parts; none is a total.", row)
                );
        }
    }

    private bool IsOf(string level, string area) =>
        (area == AreaRegister.England) == (level == EesLevel.National)
        && reading.Reference.Areas.FindByCode(area)?.Type != AreaType.Region;
}
