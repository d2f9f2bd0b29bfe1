namespace ChildrensTrust.Pipeline.Releases;

/// <summary>
/// Picks the editions of an indicator that can have a say: the newest, and of the older ones those that cover an
/// area and a period which no newer one does, or from which a revision may be found. A comparison takes for an area and
/// a period the newest edition that covers it, and holds the figure
/// against the next older one that has a figure; where two newer editions have figures for the very same areas, an
/// older one is asked for neither.
/// </summary>
internal static class RelevantReleases
{
    /// <summary>The editions to read; one of which the ledger says nothing is always read, and counts for none
    /// other.</summary>
    /// <param name="releases">Those of one indicator.</param>
    public static IEnumerable<IndexedRelease> For(IEnumerable<IndexedRelease> releases)
    {
        var spoken = new HashSet<(string Source, int Rank, string Period, string Sign)>();
        var valued = new Dictionary<(string Source, int Rank, string Period, string Sign), int>();
        foreach (var release in releases.OrderByDescending(r => r.Age, ReleaseAge.Order))
        {
            if (release.Coverage is not { } coverage)
            {
                yield return release;
                continue;
            }
            var signs = coverage
                .Periods.Select(p =>
                    (
                        Spoken: (coverage.Source, coverage.Rank, p.Key, p.Value.Reported),
                        Valued: (coverage.Source, coverage.Rank, p.Key, p.Value.WithValue)
                    )
                )
                .ToList();
            if (signs.TrueForAll(s => spoken.Contains(s.Spoken) && valued.GetValueOrDefault(s.Valued) >= 2))
                continue;
            foreach (var sign in signs)
            {
                spoken.Add(sign.Spoken);
                valued[sign.Valued] = valued.GetValueOrDefault(sign.Valued) + 1;
            }
            yield return release;
        }
    }
}
