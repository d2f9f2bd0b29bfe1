using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>What one release has of an indicator, by area.</summary>
internal sealed record Edition(Release Release, IReadOnlyDictionary<string, Series> Areas);

/// <summary>Finds a file that counts as the newer edition only because it arrived later, although another one of the
/// same periods goes on to later ones: it is probably an older edition without its date.</summary>
/// <param name="indicator">The indicator's name.</param>
/// <param name="here">The file that arrives.</param>
internal sealed class ArrivalOrder(string indicator, Edition here)
{
    /// <summary>The newest period of each of two editions that share a figure of an area.</summary>
    private sealed record Newest(Period Here, Period There);

    /// <summary>The finding; null where there is none.</summary>
    public Finding? Find(IEnumerable<Edition> editions) =>
        editions.Select(Compare).FirstOrDefault(finding => finding is not null);

    // An edition of few areas, or one area that ends early, does not tell the age of the others.
    private Finding? Compare(Edition there)
    {
        var shared = here
            .Areas.Where(a => there.Areas.ContainsKey(a.Key))
            .Select(a => Shared(a.Value, there.Areas[a.Key]))
            .OfType<Newest>()
            .ToList();
        var isHereNewer = ReleaseAge.Order.Compare(here.Release.Age, there.Release.Age) > 0;
        var later = isHereNewer ? here.Release : there.Release;
        var shorter = shared.FindAll(n => isHereNewer ? n.Here < n.There : n.There < n.Here);
        return later.PublishedFrom != DateOrigin.Arrival || shorter.Count * 2 <= shared.Count
            ? null
            : Found(there.Release, isHereNewer, shorter[0]);
    }

    private static Newest? Shared(Series one, Series other)
    {
        var figures = one.Observations.Where(o => o.Value.Value is not null).Select(o => o.Period).ToHashSet();
        var both = other.Observations.FirstOrDefault(o => o.Value.Value is not null && figures.Contains(o.Period));
        return both is null ? null : new(NewestOf(one, both.Period.Kind), NewestOf(other, both.Period.Kind));
    }

    // A symbol for the newest period tells the age of an edition as well as a figure.
    private static Period NewestOf(Series series, PeriodKind kind) =>
        series.Observations.Select(o => o.Period).Where(p => p.Kind == kind).Max();

    private Finding Found(Release there, bool isHereNewer, Newest newest)
    {
        var other = $"{there.File} (release {there.Id})";
        var ((undated, ends), (dated, goesOn)) = isHereNewer
            ? (("this file", newest.Here), (other, newest.There))
            : ((other, newest.There), ("this file", newest.Here));
        var day = (isHereNewer ? here.Release : there).Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Check.DatedByArrival.Found(
            $"{indicator}: {undated} has no publication date, so it counts as published on {day}, when it arrived. It "
                + $"ends with {ends.InSentence}, and {dated} goes on to {goesOn.InSentence}. For the periods in both, "
                + $"the figures of {undated} are used."
        );
    }
}
