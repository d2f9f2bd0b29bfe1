using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>
/// Chooses, for each indicator and period, the total that England and the authorities of a file are both read from:
/// the first of the catalogue's order that has both. Where none has both, no figure of the period is used, because
/// England's "All schools" cannot be compared with authorities' "All state-funded schools". Sums of parts stand in
/// where an area has no total, if the file shows that the two are the same thing.
/// </summary>
internal static class ScopeChoice
{
    /// <summary>Why a row of another total is passed over.</summary>
    private const string AnotherTotal = "another total";

    /// <summary>Chooses for the whole file.</summary>
    public static void Finish(TableReading reading)
    {
        var figures = reading.Series.Scoped().ToList();
        if (figures.Count == 0)
            return;
        var kept = figures
            .GroupBy(f => (f.Id.Indicator, f.Period))
            .SelectMany(g => new OfPeriod([.. g], reading).Kept())
            .ToList();
        var ids = kept.Select(f => (f.Id, f.Period)).ToHashSet();
        foreach (var figure in figures.Where(f => !ids.Contains((f.Id, f.Period))))
            reading.Series.Remove(figure.Id, figure.Period);
        reading.Series.MergeScopes(
            kept.Where(f => !f.Scope.IsSum)
                .DistinctBy(f => (f.Id.Indicator, f.Period))
                .ToDictionary(f => (f.Id.Indicator, f.Period), f => f.Scope)
        );
        foreach (var sum in kept.Where(f => f.Scope.IsSum))
            reading.Counted.Add(
                Check.SumOfParts,
                sum.Rows[0].Row,
                $"the overall figure was calculated by adding the counts of {sum.Scope.Words}, because there is no "
                    + "total row",
                sum.Column
            );
        reading.Rows.AcceptSkipped(EesSums.Skipped, Rows(kept.Where(f => f.Scope.IsSum)).Count);
        var used = Rows(kept);
        reading.Rows.SkipAccepted(
            AnotherTotal,
            Rows(figures.Where(f => !f.Scope.IsSum)).LongCount(row => !used.Contains(row))
        );
    }

    private static HashSet<(string, long)> Rows(IEnumerable<CollectedFigure> figures) =>
        [.. figures.SelectMany(f => f.Rows)];

    /// <summary>The figures of one indicator in one period.</summary>
    private sealed class OfPeriod(List<CollectedFigure> figures, TableReading reading)
    {
        private readonly bool _hasEngland = figures.Exists(IsEngland);
        private readonly bool _hasAuthority = figures.Exists(f => IsLocal(f, reading, isAuthority: true));
        private readonly bool _hasLocal = figures.Exists(f => IsLocal(f, reading, isAuthority: false));

        public List<CollectedFigure> Kept()
        {
            var scopes = figures
                .GroupBy(f => f.Scope)
                .OrderBy(g => g.Key.Rank)
                .ThenBy(g => g.Key.Words, StringComparer.Ordinal)
                .Select(g => g.ToList())
                .ToList();
            var sums = scopes.FindAll(s => s[0].Scope.IsSum).SelectMany(s => s).ToList();
            var totals = scopes.FindAll(s => !s[0].Scope.IsSum);
            if (totals.Count == 0)
                return sums;
            // One odd row makes no common total where nearly all areas have another.
            var most = totals.Max(Areas);
            var total = totals.Count == 1 ? totals[0] : totals.Find(t => IsAlike(t) && Areas(t) * 2 >= most);
            if (total is null)
            {
                var instead = sums.Count > 0 && IsAlike(sums) ? sums : [];
                SayNotAlike(totals, instead);
                return instead;
            }
            foreach (var other in totals.Where(t => t != total))
                reading.Counted.Add(
                    Check.TotalLeftOut,
                    other[0].Rows[0].Row,
                    other.Count,
                    $"the figure is for \u201c{other[0].Scope.Words}\u201d and is not used, because "
                        + $"\u201c{total[0].Scope.Words}\u201d is used for both England and the areas",
                    other[0].Column
                );
            var used = sums.Count == 0 ? total : WithSums(total, sums);
            if (used != sums)
                SayWithheld(total, sums);
            return used;
        }

        private void SayWithheld(List<CollectedFigure> total, List<CollectedFigure> sums)
        {
            foreach (var symbol in total.Where(t => t.Observation.Value.Value is null))
                if (sums.Find(s => s.Id.Area == symbol.Id.Area) is { Rows: not null } sum)
                    reading.Counted.Add(
                        Check.TotalWithheld,
                        symbol.Rows[0].Row,
                        $"there is no figure, because the publisher gives a symbol for the total; the counts of "
                            + $"{sum.Scope.Words} are not added up instead",
                        symbol.Column
                    );
        }

        // A total in the file is always kept. This decides whether sums can be used with it.
        private List<CollectedFigure> WithSums(List<CollectedFigure> total, List<CollectedFigure> sums)
        {
            var totals = total.ToDictionary(f => f.Id.Area);
            var alone = sums.FindAll(s => !totals.ContainsKey(s.Id.Area));
            // A suppressed total shows nothing.
            var both = sums.FindAll(s =>
                totals.TryGetValue(s.Id.Area, out var t) && t.Observation.Value.Value is not null
            );
            var differing = both.FindAll(s => !IsSame(totals[s.Id.Area], s));
            foreach (var sum in differing)
                reading.Counted.Add(
                    Check.SumIsNotTotal,
                    sum.Rows[0].Row,
                    $"the counts of {sum.Scope.Words} do not add up to the total for the area and period, so the "
                        + "total is used",
                    sum.Column
                );
            if (alone.Count == 0)
                return total;
            if (differing.Count == 0 && (both.Count > 0 || !_hasEngland))
                return [.. total, .. alone];
            var (used, other) =
                differing.Count == 0 && !IsAlike(total) && IsAlike(sums) ? (sums, total) : (total, alone);
            reading.Counted.Add(
                Check.TotalsDiffer,
                other[0].Rows[0].Row,
                other.Count,
                $"the figure for \u201c{other[0].Scope.Words}\u201d is not used with "
                    + $"\u201c{used[0].Scope.Words}\u201d, because the file does not show that they are the same",
                other[0].Column
            );
            return used;
        }

        private void SayNotAlike(List<List<CollectedFigure>> totals, List<CollectedFigure> instead)
        {
            var national = totals.Find(t => t.Exists(IsEngland));
            var local =
                totals.Find(t => t != national && t.Exists(f => f.Id.Area != AreaRegister.England)) ?? totals[^1];
            reading.Counted.Add(
                Check.TotalsDiffer,
                (national ?? totals[0])[0].Rows[0].Row,
                totals.Sum(t => t.Count),
                $"England's figure is for \u201c{(national ?? totals[0])[0].Scope.Words}\u201d and the areas' "
                    + $"figures are for \u201c{local[0].Scope.Words}\u201d, so neither is used"
                    + (instead.Count > 0 ? "; the parts are added up instead" : ""),
                local[0].Column
            );
        }

        private int Areas(List<CollectedFigure> scope) => scope.Count(f => IsLocal(f, reading, _hasAuthority));

        // A scope that has what the period has at all: England, and authorities, or regions where there are none.
        private bool IsAlike(List<CollectedFigure> scope) =>
            (!_hasEngland || scope.Exists(IsEngland))
            && (!_hasLocal || scope.Exists(f => IsLocal(f, reading, _hasAuthority)));

        private static bool IsEngland(CollectedFigure figure) =>
            figure is { Id.Area: AreaRegister.England, Observation.Value.Value: not null };

        private static bool IsLocal(CollectedFigure figure, TableReading reading, bool isAuthority) =>
            figure is { Id.Area: not AreaRegister.England, Observation.Value.Value: not null }
            && (
                !isAuthority
                || reading.Reference.Areas.FindByCode(figure.Id.Area)?.Type is not (AreaType.Region or AreaType.Country)
            );

        private bool IsSame(CollectedFigure total, CollectedFigure sum)
        {
            var value = total.Observation.Value.Value!.Value;
            var (above, below) = (sum.Observation.Numerator!.Value, sum.Observation.Denominator!.Value);
            var multiplier = reading.Reference.Catalogue.Find(total.Id.Indicator)?.Unit.Multiplier ?? 1;
            return !new PublishedAgainstCounts(value, multiplier, above, below).IsBeyondRounding
                && (total.Observation.Denominator is not { } whole || RoundedCounts.AreWhole(whole, [below]));
        }
    }
}
