using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>How many of the neighbours that have a figure an area does better or worse than, and which do
/// better.</summary>
/// <param name="Same">How many have exactly its figure.</param>
/// <param name="Ahead">The names of those that do better than it.</param>
internal sealed record NeighbourCount(int Better, int Same, int Worse, int Having, IReadOnlyList<string> Ahead)
{
    /// <summary>The count; null where no neighbour can be said to be better or worse.</summary>
    public static NeighbourCount? For(SnapshotRow row, SnapshotPlace place)
    {
        if (
            place is not { Local.Value: not null, Neighbours.Figures: { Count: > 0 } figures }
            || row.Polarity == Catalogue.Polarity.Neutral
        )
            return null;
        var verdicts = figures.Select(f => (f.Name, Verdict: Against(row, place, f))).ToList();
        int Count(Verdict verdict) => verdicts.Count(v => v.Verdict == verdict);
        return new(
            Count(Verdict.Exceeds),
            Count(Verdict.InLine),
            Count(Verdict.DoesNotMeet),
            verdicts.Count,
            [.. verdicts.Where(v => v.Verdict == Verdict.DoesNotMeet).Select(v => v.Name)]
        );
    }

    /// <summary>The verdict on a place against one neighbour.</summary>
    public static Verdict Against(SnapshotRow row, SnapshotPlace place, SnapshotNeighbourFigure neighbour) =>
        Verdicts.Compare(place.Local?.Value, neighbour.Value, row.Polarity);

    /// <summary>The count in words, such as "better than 7 of 9 similar councils, the same as 1, worse than
    /// 1".</summary>
    public string Words
    {
        get
        {
            (int Count, string Word)[] all = [(Better, "better than"), (Same, "the same as"), (Worse, "worse than")];
            var some = all.Where(c => c.Count > 0).ToList();
            return some is [var only]
                ? Having == 1
                    ? $"{only.Word} the one similar council with a figure"
                    : $"{only.Word} all {Having} similar councils"
                : string.Join(
                    ", ",
                    some.Select(
                        (c, i) => i == 0 ? $"{c.Word} {c.Count} of {Having} similar councils" : $"{c.Word} {c.Count}"
                    )
                );
        }
    }
}
