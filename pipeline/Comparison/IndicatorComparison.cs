using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>One place's figure of one indicator, beside England's and its neighbours'.</summary>
internal sealed record AreaComparison
{
    /// <summary>The code of the place.</summary>
    public required string Area { get; init; }

    /// <summary>Its name in the report.</summary>
    public required string Name { get; init; }

    /// <summary>Its latest figure; null where there is none.</summary>
    public Figure? Local { get; init; }

    /// <summary>The council's own later figure, beside the publisher's; null for none.</summary>
    public CouncilReturn? Return { get; init; }

    /// <summary>Why it has none, where its publisher says so.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>The figure of the latest earlier comparable period; null where there is none.</summary>
    public Figure? Previous { get; init; }

    /// <summary>The change since the previous figure; null where it is not known.</summary>
    public decimal? Change => Local?.Value - Previous?.Value;

    /// <summary>Which way it has gone.</summary>
    public Direction? Direction { get; init; }

    /// <summary>England's figure; null where there is none.</summary>
    public Figure? National { get; init; }

    /// <summary>The period of England's newest figure, where the area's is of an earlier one; otherwise
    /// null.</summary>
    public Period? NewerNational { get; init; }

    /// <summary>The neighbours' figures and their average; null where there is no figure to compare.</summary>
    public GroupComparison? Neighbours { get; init; }

    /// <summary>The verdict against England.</summary>
    public Verdict VersusNational { get; init; } = Verdict.NoComparison;

    /// <summary>The verdict against the neighbours' average.</summary>
    public Verdict VersusNeighbours { get; init; } = Verdict.NoComparison;

    /// <summary>Whether the figure differs from the others by more than chance; null where there is no
    /// figure.</summary>
    public Significance? Significance { get; init; }

    /// <summary>Every test of significance that could be made.</summary>
    public IReadOnlyList<SignificanceTest> Tests { get; init; } = [];

    /// <summary>Where it stands among all authorities; null where that cannot be said.</summary>
    public Ranking? Standing { get; init; }

    /// <summary>The trend over five points, in words; null where it was not tested.</summary>
    public string? Trend { get; init; }

    /// <summary>The comparators beside England and the neighbours.</summary>
    public IReadOnlyList<ComparatorComparison> Comparators { get; init; } = [];

    /// <summary>What another set of neighbours or another average would have said.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>What an earlier edition gave differently.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>The figures over time.</summary>
    public IReadOnlyList<HistoryPoint> History { get; init; } = [];

    /// <summary>What a reader must know of these figures.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Worse than England and getting worse, or better and improving; null for neither, and where England has
    /// a newer figure.</summary>
    public Outlook? Outlook => NewerNational is null ? Outlooks.From(VersusNational, Direction) : null;
}

/// <summary>One indicator for one area: a single comparison, or one for each part where it is measured over
/// several.</summary>
/// <param name="Places">The area itself, or its parts.</param>
/// <param name="IsInParts">Whether the places are parts of the area.</param>
/// <param name="Localities">The districts of the area that the releases carry, each compared with England and the area
/// and ranked among them.</param>
internal sealed record IndicatorComparison(
    Indicator Indicator,
    IReadOnlyList<AreaComparison> Places,
    bool IsInParts,
    IReadOnlyList<AreaComparison> Localities
)
{
    /// <summary>The comparison of an indicator whose figures stopped it.</summary>
    internal static IndicatorComparison Failed(Indicator indicator, Area area) =>
        new(
            indicator,
            [
                new()
                {
                    Area = area.Code,
                    Name = area.Name,
                    Notes = [Note.Failed()],
                },
            ],
            IsInParts: false,
            []
        );

    /// <summary>The council's own later figure for the whole area, where the places are parts of it; null for
    /// none.</summary>
    public CouncilReturn? Return { get; init; }

    /// <summary>Whether England has no figure of a later period than that of any place.</summary>
    public bool IsCurrent => Places.All(p => p.NewerNational is null);

    /// <summary>The verdict against England over all places.</summary>
    public Verdict VersusNational => PartVerdicts.Over(Places, p => p.VersusNational);

    /// <summary>The verdict against the neighbours' average over all places.</summary>
    public Verdict VersusNeighbours => PartVerdicts.Over(Places, p => p.VersusNeighbours);
}
