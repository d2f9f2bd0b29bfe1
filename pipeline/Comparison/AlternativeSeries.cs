using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>Tells where another publisher's series of the same indicator, as late as the one that was taken, would give
/// another verdict.</summary>
internal static class AlternativeSeries
{
    /// <summary>A note for each verdict that would be another.</summary>
    public static IEnumerable<Note> Notes(
        IEnumerable<SeriesAsOf> others,
        Indicator indicator,
        IReadOnlyList<Area> neighbours,
        ComparisonBasis basis,
        AreaComparison place
    )
    {
        if (place.Local?.Observation.Period is not { } period)
            yield break;
        foreach (var other in others)
        {
            if (other.Find(place.Area, period) is not { Value: { } value } local)
                continue;
            var found = new[]
            {
                ("England", place.VersusNational, NationalFigure.At(other, basis.Authorities, period)?.Value),
                (
                    "similar councils",
                    place.VersusNeighbours,
                    neighbours.Count == 0
                        ? null
                        : GroupComparison.At(indicator, other, neighbours, basis.Average, period).AverageBeside(value)
                ),
            };
            foreach (var (whom, verdict, against) in found)
            {
                var otherwise = Verdicts.Compare(value, against, indicator.Polarity);
                if (
                    verdict != Verdict.NoComparison
                    && otherwise is not (Verdict.NoComparison or Verdict.NoJudgement)
                    && otherwise != verdict
                )
                    yield return Note.OtherPublisher(other, local, against, whom, otherwise);
            }
        }
    }
}
