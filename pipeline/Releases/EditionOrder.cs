using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds provisional figures that would replace revised or final ones, where nothing but the order of arrival
/// says that they are the newer.</summary>
/// <param name="release">The file.</param>
internal sealed class EditionOrder(EditionPair pair, Release release)
{
    private sealed record Replaced(Observation By, Release Release, RevisionStatus Was);

    /// <summary>The finding; null where there is none.</summary>
    public Finding? Find()
    {
        if (!pair.IsOneSeries || release.Details.IsScopeConfirmed)
            return null;
        var newest = NewestOfMost();
        var first = pair
            .Here.Keys.Where(pair.There.ContainsKey)
            .SelectMany(pair.Pairs)
            .Where(both => both.IsSamePeriod && both.Here.Period.End == newest)
            .Select(Replaces)
            .FirstOrDefault(replaced => replaced is not null);
        return first is null
            ? null
            : Check.ProvisionalAfterRevised.Found(
                $"{pair.Indicator.Name}: the figures for {first.By.Period.InSentence} are provisional, and those in "
                    + $"{first.Release.File} (release {first.Release.Id}) are {first.Was.Word()}.",
                first.By.Row
            );
    }

    private Replaced? Replaces(EditionPair.Both both) =>
        (both.Here.RevisionStatus ?? release.RevisionStatus) is RevisionStatus.Provisional
        && both.Earlier.Settled is { Release: var other, Status: { } was }
        && (release.PublishedFrom == DateOrigin.Arrival || release.Published == other.Published)
            ? new(both.Here, other, was)
            : null;

    // The newest period in which half of the areas have a figure, or more.
    private DateOnly NewestOfMost()
    {
        var periods = pair
            .Here.Values.SelectMany(s => s.Observations)
            .Where(o => o.Value.Value is not null)
            .GroupBy(o => o.Period.End, (end, all) => (End: end, Areas: all.Count()))
            .ToList();
        return periods.Count == 0
            ? default
            : periods.Where(p => p.Areas * 2 >= periods.Max(q => q.Areas)).Max(p => p.End);
    }
}
