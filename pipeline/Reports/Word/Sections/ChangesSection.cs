using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Word.Sections;

/// <summary>What is different from the report before.</summary>
internal static class ChangesSection
{
    // What an officer would say of a figure; what is not here has not changed.
    private static readonly (FigureChange Change, string Words)[] Words =
    [
        (FigureChange.NewFigure, "A later figure has been published"),
        (FigureChange.Revised, "The figure of the same period has been revised"),
        (FigureChange.FirstFigure, "There is a figure for the first time"),
        (FigureChange.Withdrawn, "The figure has been withdrawn"),
        (FigureChange.NoLongerCompared, "The figure is no longer compared, because it is too old"),
        (FigureChange.NewIndicator, "The indicator was not reported before"),
        (FigureChange.NoLongerReported, "The indicator is no longer reported"),
        (FigureChange.NoNewFigure, "Nothing new has been published, which does not mean that nothing has changed"),
        (FigureChange.StillNoFigure, "There is still no figure"),
    ];

    public static IEnumerable<Block> Of(Snapshot snapshot)
    {
        yield return Block.Subheading("What has changed since the last report");
        if (snapshot.Since is not { } since)
        {
            yield return Block.Numbered(SinceText.First);
            yield break;
        }
        if (SinceText.Warning(snapshot) is { } warning)
            yield return Block.Numbered(warning);
        foreach (var notice in SinceText.Notices(since))
            yield return Block.Numbered(notice);
        yield return Block.Numbered(
            $"Since the report as at {PlaceText.Date(since.AsAt)}, compiled on {PlaceText.Date(since.Compiled)}:"
        );
        foreach (var (change, words) in Words)
        {
            var names = since.Rows.Where(r => r.Local == change).Select(Name).ToList();
            if (names.Count > 0)
                yield return Block.Bullet($"{words}: {string.Join("; ", names)}.");
        }
        foreach (var row in since.Rows.Where(r => r.Local == FigureChange.OtherAreas))
            yield return Block.Bullet($"{row.Name} is {SinceText.Areas(row, snapshot.Area.Name)}.");
        var turned = since.Rows.Where(r => r.Flipped).ToList();
        yield return Block.Numbered(
            turned.Count == 0
                ? "No result has changed since that report."
                : $"{Sentence.Count(turned.Count, "result")} {(turned.Count == 1 ? "has" : "have")} changed since "
                    + "that report:"
        );
        var indicators = snapshot.Rows.ToDictionary(r => r.Indicator);
        foreach (var row in turned)
            yield return Block.Bullet(
                $"{Name(row)}: {string.Join("; ", Turns(row, indicators.GetValueOrDefault(row.Indicator)))}"
            );
    }

    private static IEnumerable<string> Turns(RowDifference row, SnapshotRow? indicator)
    {
        if (row.VersusNationalWas is { } was && row.VersusNationalNow is { } now && was != now)
            yield return $"against England “{was.Words()}” then "
                + $"({Pair(row.LocalWas, row.NationalWas, indicator)}), “{now.Words()}” now "
                + $"({Pair(row.LocalNow, row.NationalNow, indicator)})";
        if (row.VersusNeighboursWas is { } before && row.VersusNeighboursNow is { } after && before != after)
            yield return $"against similar councils “{before.Words()}” then "
                + $"({Pair(row.LocalWas, row.NeighboursWas, indicator)}), “{after.Words()}” now "
                + $"({Pair(row.LocalNow, row.NeighboursNow, indicator)})";
    }

    private static string Pair(DatedFigure? local, DatedFigure? other, SnapshotRow? row)
    {
        if (local is null || other is null || row is null)
            return "no figure to compare";
        var decimals = FigureText.Decimals(row.Decimals, local.Value, [other.Value]);
        var (one, two) = (
            FigureText.Format(local.Value, decimals, row.Unit),
            FigureText.Format(other.Value, decimals, row.Unit)
        );
        return local.Period == other.Period
            ? $"{one} against {two}, {local.Period}"
            : $"{one} for {Period.Within(local.Period)} against {two} for {Period.Within(other.Period)}";
    }

    private static string Name(RowDifference row) => row.Part is null ? row.Name : $"{row.Name}: {row.Part}";
}
