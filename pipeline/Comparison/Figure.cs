using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>An observation together with the series and the release that it comes from.</summary>
internal sealed record Figure(Observation Observation, Series Series, Release Release)
{
    /// <summary>The figure; null where it is missing.</summary>
    public decimal? Value => Observation.Value.Value;

    /// <summary>How final it is: the row's word, else the release's.</summary>
    public RevisionStatus? RevisionStatus => Observation.RevisionStatus ?? Release.RevisionStatus;
}
