using System.Globalization;
using Azure.Data.Tables;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>The header of a snapshot, as the table Snapshots has it.</summary>
public sealed record SnapshotHeader(
    string Area,
    string Cadence,
    DateOnly AsAt,
    DateOnly Compiled,
    int Version,
    string InputsHash,
    string Folder,
    bool Scheduled
)
{
    private const string Iso = "yyyy-MM-dd";

    // A text in a table is at most 32,768 characters long.
    private const int LongestUses = 30_000;

    /// <summary>The name of the area.</summary>
    public string AreaName { get; init; } = "";

    /// <summary>Indicators where comparison with England is available.</summary>
    public int WithComparison { get; init; }

    /// <summary>Indicators that exceed England.</summary>
    public int Exceeds { get; init; }

    /// <summary>Indicators that do not meet England.</summary>
    public int DoesNotMeet { get; init; }

    /// <summary>Whether it is compared by other neighbours or another average than the usual ones.</summary>
    public bool WhatIf { get; init; }

    /// <summary>The ids of the releases that it uses; null where the header does not say.</summary>
    public IReadOnlyList<string>? Uses { get; init; }

    internal SnapshotKey Key => new(Area, Cadence, AsAt);

    internal static SnapshotHeader From(Snapshot snapshot, string inputsHash) =>
        new(
            snapshot.Area.Code,
            snapshot.Cadence,
            snapshot.AsAt,
            snapshot.Compiled,
            snapshot.Version,
            inputsHash,
            SnapshotKey.From(snapshot).FolderOf(snapshot.Version),
            snapshot.Edition?.Scheduled ?? false
        )
        {
            AreaName = snapshot.Area.Name,
            WithComparison = snapshot.Summary.WithComparison,
            Exceeds = snapshot.Summary.Exceeds,
            DoesNotMeet = snapshot.Summary.DoesNotMeet,
            WhatIf = snapshot.WhatIf,
            Uses = [.. snapshot.Inputs.Select(i => i.Release)],
        };

    // A header from before the schedule said so counts as its own, as it did then; one from before what-ifs were marked
    // apart is none.
    internal static SnapshotHeader Read(TableEntity e, string area, string cadence) =>
        new(
            area,
            cadence,
            Day(e, "AsAt"),
            Day(e, "Compiled"),
            e.GetInt32("Version")!.Value,
            e.GetString("InputsHash"),
            e.GetString("Folder"),
            e.GetBoolean("Scheduled") ?? true
        )
        {
            AreaName = e.GetString("AreaName"),
            WithComparison = e.GetInt32("WithComparison")!.Value,
            Exceeds = e.GetInt32("Exceeds")!.Value,
            DoesNotMeet = e.GetInt32("DoesNotMeet")!.Value,
            WhatIf = e.GetBoolean("WhatIf") ?? false,
            Uses = e.GetString("Uses")?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };

    private static DateOnly Day(TableEntity e, string name) =>
        DateOnly.ParseExact(e.GetString(name), Iso, CultureInfo.InvariantCulture);

    internal TableEntity Entity(Snapshot snapshot)
    {
        var entity = new TableEntity(Key.Partition, Key.RowOf(Version))
        {
            ["AsAt"] = AsAt.ToString(Iso, CultureInfo.InvariantCulture),
            ["Compiled"] = Compiled.ToString(Iso, CultureInfo.InvariantCulture),
            ["Version"] = Version,
            ["InputsHash"] = InputsHash,
            ["Folder"] = Folder,
            ["Scheduled"] = Scheduled,
            ["AreaName"] = AreaName,
            ["Catalogue"] = snapshot.Catalogue,
            ["NeighbourSet"] = snapshot.NeighbourSet?.Id ?? "",
            ["WithComparison"] = WithComparison,
            ["Exceeds"] = Exceeds,
            ["DoesNotMeet"] = DoesNotMeet,
            ["WhatIf"] = WhatIf,
        };
        if (string.Join(' ', Uses ?? []) is { Length: <= LongestUses } uses)
            entity["Uses"] = uses;
        return entity;
    }
}
