using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds a file that counts as the newer edition only because it arrived later, although another one goes on
/// to later periods: it is probably an older edition without its date.</summary>
/// <param name="release">The file that arrives.</param>
internal sealed class ArrivalOrder(EditionPair pair, Release release)
{
    /// <summary>One edition whose figures give way to those of another, which ends earlier.</summary>
    private sealed record Passed(Edition Undated, Edition Longer);

    private sealed record Edition(Release Release, Period Newest);

    /// <summary>The finding; null where there is none.</summary>
    public Finding? Find()
    {
        if (!pair.IsOneSeries)
            return null;
        var shared = pair.Here.Keys.Where(pair.There.ContainsKey).Select(Shared).Where(both => both.Count > 0).ToList();
        var passed = shared.Select(Ours).OfType<Passed>().ToList();
        if (passed.Count * 2 <= shared.Count)
            passed = [.. shared.Select(Theirs).OfType<Passed>()];
        return passed.Count * 2 > shared.Count ? Found(passed[0]) : null;
    }

    // The figures that both have of one area.
    private List<EditionPair.Both> Shared(string area) => pair.Pairs(area).Where(both => both.IsSamePeriod).ToList();

    // This file has no date, and others, of which it takes the place, go on.
    private Passed? Ours(List<EditionPair.Both> shared) =>
        release.PublishedFrom == DateOrigin.Arrival
            ? shared
                .Where(both => IsNewer(release, both.Earlier.Release))
                .Select(both => (Here: NewestHere(both), There: NewestThere(both)))
                .Where(newest => newest.Here < newest.There.Newest)
                .Select(newest => new Passed(new(release, newest.Here), newest.There))
                .FirstOrDefault()
            : null;

    // Another file has no date and takes the place of this one, which goes on.
    private Passed? Theirs(List<EditionPair.Both> shared) =>
        shared
            .Where(both =>
                both.Earlier.Release.PublishedFrom == DateOrigin.Arrival && IsNewer(both.Earlier.Release, release)
            )
            .Select(both => (Here: NewestHere(both), There: NewestThere(both, both.Earlier.Release)))
            .Where(newest => newest.There.Newest < newest.Here)
            .Select(newest => new Passed(newest.There, new(release, newest.Here)))
            .FirstOrDefault();

    private static bool IsNewer(Release one, Release other) => ReleaseAge.Order.Compare(one.Age, other.Age) > 0;

    // A symbol for the newest period tells the age of an edition as well as a figure.
    private Period NewestHere(EditionPair.Both both) =>
        pair.Here[both.Area].Observations.Select(o => o.Period).Where(p => p.Kind == both.Here.Period.Kind).Max();

    private Edition NewestThere(EditionPair.Both both, Release? only = null)
    {
        var newest = pair.There[both.Area]
            .Values.Where(f => f.Observation.Period.Kind == both.Here.Period.Kind)
            .Where(f => only is null || f.Release.Id == only.Id)
            .MaxBy(f => f.Observation.Period)!;
        return new(newest.Release, newest.Observation.Period);
    }

    private Finding Found(Passed passed)
    {
        var (undated, longer) = (passed.Undated, passed.Longer);
        return Check.DatedByArrival.Found(
            $"{pair.Indicator.Name}: {Named(undated.Release)} has no publication date, so it counts as published on "
                + $"{undated.Release.Published:yyyy-MM-dd}, when it arrived. It ends with {undated.Newest.Label}, and "
                + $"{Named(longer.Release)} goes on to {longer.Newest.Label}. For the periods in both, the figures "
                + "of the file without a date are used."
        );
    }

    private string Named(Release other) => other.Id == release.Id ? "this file" : $"{other.File} (release {other.Id})";
}
