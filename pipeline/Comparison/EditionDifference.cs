using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Statistics;

namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>One figure that two editions give differently.</summary>
/// <param name="Was">What the earlier edition gave; null for a missing figure.</param>
/// <param name="Now">What the later one gives; null where it withdraws the figure.</param>
/// <param name="VerdictWas">The verdict against England by the earlier edition alone.</param>
public sealed record EditionChange(
    string Area,
    Period Period,
    decimal? Was,
    decimal? Now,
    Verdict VerdictWas,
    Verdict VerdictNow
)
{
    /// <summary>Whether both give the figure, at other decimals.</summary>
    public bool IsRounding => this is { Was: { } was, Now: { } now } && Rounding.IsAllThatDiffers(was, now);

    /// <summary>Whether the revision turned a verdict into another.</summary>
    public bool Flips => Verdicts.Turned(VerdictWas, VerdictNow);
}

/// <summary>What a release says differently of one indicator than the edition before it.</summary>
/// <param name="Compared">How many areas and periods both give a figure for.</param>
/// <param name="Changes">The figures that differ, or that the release withdraws, and the unchanged ones whose verdict
/// England's revision turned; by area and period.</param>
public sealed record EditionDifference(
    Indicator Indicator,
    Release Earlier,
    Release Later,
    int Compared,
    IReadOnlyList<EditionChange> Changes
)
{
    /// <summary>How many of the compared figures differ by more than rounding.</summary>
    public int Changed =>
        Changes.Count(c => c is { Was: not null, Now: not null, IsRounding: false } && c.Was != c.Now);

    /// <summary>How many of the compared figures differ by rounding alone.</summary>
    public int Rounded => Changes.Count(c => c.IsRounding);

    /// <summary>How many figures the release no longer gives.</summary>
    public int Withdrawn => Changes.Count(c => c is { Was: not null, Now: null });

    /// <summary>How many figures it gives that the edition before had as missing.</summary>
    public int Added => Changes.Count(c => c is { Was: null, Now: not null });

    /// <summary>How many verdicts against England the revision turned.</summary>
    public int Flips => Changes.Count(c => c.Flips);

    /// <summary>Compares two editions of one series. As in a comparison, no verdict rests on a figure of England that
    /// cannot be the average of its authorities.</summary>
    internal static EditionDifference Between(
        Indicator indicator,
        ReleasedSeries earlier,
        ReleasedSeries later,
        AreaRegister areas
    )
    {
        var (englandWas, englandNow) = (England(earlier, areas), England(later, areas));
        var leftOut = new LeftOutPeriods(earlier, later);
        var compared = 0;
        var changes = new List<EditionChange>();
        foreach (var area in earlier.Areas.Keys.Intersect(later.Areas.Keys).Order(StringComparer.Ordinal))
        {
            var now = ByPeriod(later, area);
            foreach (var (period, was) in ByPeriod(earlier, area).OrderBy(o => o.Key))
            {
                // A period that the release does not cover is withdrawn only where the edition leaves it out: it may
                // carry the newest years alone.
                if (!now.TryGetValue(period, out var value) && !leftOut.Contains(period))
                    continue;
                compared += was is not null && value is not null ? 1 : 0;
                Verdict Against(decimal? figure, Dictionary<Period, decimal?> england) =>
                    area == AreaRegister.England
                        ? Verdict.NoComparison
                        : Verdicts.Compare(figure, england.GetValueOrDefault(period), indicator.Polarity);
                var change = new EditionChange(
                    area,
                    period,
                    was,
                    value,
                    Against(was, englandWas),
                    Against(value, englandNow)
                );
                if (was != value || change.Flips)
                    changes.Add(change);
            }
        }
        return new(indicator, earlier.Release, later.Release, compared, changes);
    }

    private static Dictionary<Period, decimal?> England(ReleasedSeries release, AreaRegister areas)
    {
        var authorities = release
            .Areas.Values.Where(s => areas.FindByCode(s.Area) is { IsEnglishAuthority: true })
            .SelectMany(s => s.Observations)
            .Where(o => o.Value.Value is not null)
            .ToLookup(o => o.Period, o => o.Value.Value!.Value);
        return ByPeriod(release, AreaRegister.England)
            .Where(o => o.Value is { } england && !Plausibility.IsOutOfRange(england, [.. authorities[o.Key]]))
            .ToDictionary();
    }

    private static Dictionary<Period, decimal?> ByPeriod(ReleasedSeries release, string area) =>
        release.Areas.TryGetValue(area, out Series? series)
            ? series.Observations.ToDictionary(o => o.Period, o => o.Value.Value)
            : [];
}
