using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>What a deployment may set about the schedule; the catalogue says the rest.</summary>
public sealed record ScheduleOptions
{
    private readonly int? _compileAfterDays;

    /// <summary>How many days after its as-at date a snapshot of any cadence falls due; null for what the catalogue
    /// says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 0 and
    /// <see cref="Cadence.MaxDays"/>.</exception>
    public int? CompileAfterDays
    {
        get => _compileAfterDays;
        init =>
            _compileAfterDays = value is null or (>= 0 and <= Cadence.MaxDays)
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    $"The setting Snapshot__CompileAfterDays must be 0 to {Cadence.MaxDays}."
                );
    }

    /// <summary>The schedule of a cadence.</summary>
    internal SnapshotSchedule Of(Cadence cadence) => new(cadence.AsAt, CompileAfterDays ?? cadence.CompileAfterDays);
}
