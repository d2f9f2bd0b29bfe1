using System.Text;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>A sentence and the list that it introduces.</summary>
/// <param name="Items">The items of the list; empty where the sentence stands alone.</param>
internal sealed record Paragraph(string Lead, IReadOnlyList<string> Items);

/// <summary>
/// Writes the summary of the January 2013 report's paragraph 18. The parts always add up to the whole: what neither
/// exceeds nor falls short is named too.
/// </summary>
public static class Narrative
{
    /// <summary>What a place is compared with, and the outcome of the test of significance; null where it was not
    /// tested.</summary>
    private readonly record struct Other(decimal? Value, string? Period, TestOutcome? Test);

    /// <summary>The paragraphs on key actions and on the comparison with England.</summary>
    internal static IReadOnlyList<Paragraph> National(Snapshot snapshot) =>
        [
            .. snapshot.Actions is { Total: > 0 } ? Actions(snapshot) : [],
            .. Compare(
                snapshot,
                "the national average",
                r => r.VersusNational,
                p => new(p.National?.Value, p.National?.Period, p.Significance?.National)
            ),
            // That no list was given, or only an old one, is no news to open a report with.
            .. snapshot.Actions is { Total: > 0 } ? [] : Actions(snapshot),
        ];

    /// <summary>The paragraphs on the comparison with the statistical neighbours.</summary>
    internal static IReadOnlyList<Paragraph> Neighbours(Snapshot snapshot) =>
        snapshot.NeighbourSet is null ? [new("No set of statistical neighbours was in force on the as-at date.", [])]
        : snapshot.NeighbourSet.Members.Count == 0
            ?
            [
                new(
                    $"No stored set of statistical neighbours lists {snapshot.Area.Name}, so it is not compared "
                        + "with them.",
                    []
                ),
            ]
        :
        [
            .. Compare(
                snapshot,
                "the average of its statistical neighbours",
                r => r.VersusNeighbours,
                p => new(p.Neighbours?.Shown, p.Neighbours?.Period, p.Significance?.Neighbours)
            ),
        ];

    /// <summary>Everything as plain text, with a hyphen before each item.</summary>
    public static string Text(Snapshot snapshot)
    {
        var text = new StringBuilder();
        foreach (var paragraph in National(snapshot).Concat(Neighbours(snapshot)))
        {
            text.Append(paragraph.Lead).Append('\n');
            foreach (var item in paragraph.Items)
                text.Append("  - ").Append(item).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>The sentence on the key actions, or on why none is reported; nothing where none is known.</summary>
    internal static IEnumerable<Paragraph> Actions(Snapshot snapshot)
    {
        if (snapshot.Actions?.Note is { } note)
            yield return new(note, []);
        if (snapshot.Actions is not { Total: > 0 } actions)
            yield break;
        yield return new(
            actions.Behind == 0
                    ? "Good progress is being made in achieving the identified key actions: all activities are either "
                        + "on schedule or completed "
                        + $"({NumberWords.For(actions.Completed)} completed, {NumberWords.For(actions.OnSchedule)} on "
                        + "schedule)."
                : actions is { Total: 1 } ? "The one key action is behind schedule."
                : $"Of the {Plural(actions.Total, "key action")}, {NumberWords.For(actions.Completed)} "
                    + $"{Are(actions.Completed)} completed, {NumberWords.For(actions.OnSchedule)} on schedule and "
                    + $"{NumberWords.For(actions.Behind)} behind schedule.",
            []
        );
    }

    private static IEnumerable<Paragraph> Compare(
        Snapshot snapshot,
        string against,
        Func<SnapshotPlace, Verdict> verdict,
        Func<SnapshotPlace, Other> other
    )
    {
        var area = snapshot.Area.Name;
        var rows = new CountedRows(snapshot.Rows, verdict);
        if (rows.Comparable.Count == 0)
        {
            yield return new($"No performance indicator can be compared with {against}.", []);
            yield break;
        }
        if (rows.Counted.Count == 0)
            yield return new(
                $"No performance indicator has a figure as new as England’s to compare with {against}.",
                []
            );
        foreach (var paragraph in Counted(area, rows.Counted, against, verdict, other))
            yield return paragraph;
        if (rows.Alike.Count > 0)
            yield return new(
                (
                    rows.Alike.Count == 1
                        ? "One performance indicator measures"
                        : $"{Upper(Plural(rows.Alike.Count, "performance indicator"))} measure"
                )
                    + " much the same as one that is counted above, so "
                    + $"{(rows.Alike.Count == 1 ? "it is" : "they are")} not counted again.{These(rows.Alike.Count)}",
                [.. rows.Alike.Select(r => Alike(r, verdict, other))]
            );
        if (rows.Older.Count > 0)
            yield return new(
                $"For {Plural(rows.Older.Count, "performance indicator")}, England has a newer figure than {area}, so "
                    + $"{(rows.Older.Count == 1 ? "it is" : "they are")} not counted above.{These(rows.Older.Count)}",
                [.. rows.Older.Select(r => Older(r, verdict, other))]
            );
        if (snapshot.Rows.Count - rows.Comparable.Count is > 0 and var without)
            yield return new(
                "There is no comparison for "
                    + $"{(without == 1 ? "one further indicator" : $"{NumberWords.For(without)} further indicators")}; "
                    + "the report's notes say why.",
                []
            );
    }

    private static IEnumerable<Paragraph> Counted(
        string area,
        IReadOnlyList<SnapshotRow> compared,
        string against,
        Func<SnapshotPlace, Verdict> verdict,
        Func<SnapshotPlace, Other> other
    )
    {
        if (compared.Count == 0)
            yield break;
        List<SnapshotRow> Having(Verdict wanted) => [.. compared.Where(r => verdict(r) == wanted)];
        List<string> Items(Verdict wanted) => [.. Having(wanted).Select(r => Item(r, wanted, verdict, other))];

        var exceeds = Items(Verdict.Exceeds);
        var whole =
            compared.Count == 1
                ? "Of the one performance indicator where comparison information is available"
                : $"Of the {NumberWords.For(compared.Count)} performance indicators where comparison information "
                    + "is available";
        yield return new(
            $"{whole}, {NumberWords.For(exceeds.Count)} {(exceeds.Count == 1 ? "shows" : "show")} that {area} "
                + $"performance exceeds {against}.{These(exceeds.Count)}",
            exceeds
        );
        if (exceeds.Count > 0)
            yield return Chance(Having(Verdict.Exceeds), other);
        foreach (
            var (wanted, words) in new[]
            {
                (Verdict.DoesNotMeet, $"{area} performance does not meet {against}"),
                (Verdict.InLine, $"{area} performance is in line with {against}"),
                (Verdict.Mixed, $"performance differs between the areas that make up {area}"),
                (Verdict.NoJudgement, "neither a higher nor a lower figure is better"),
            }
        )
        {
            if (Items(wanted) is { Count: > 0 } items)
            {
                yield return new(
                    $"For {Plural(items.Count, "performance indicator")}, {words}.{These(items.Count)}",
                    items
                );
                if (wanted == Verdict.DoesNotMeet)
                    yield return Chance(Having(wanted), other);
            }
        }
    }

    private static string Alike(SnapshotRow row, Func<SnapshotPlace, Verdict> verdict, Func<SnapshotPlace, Other> other)
    {
        var places = (row.Areas.Count == 0 ? [row] : row.Areas.AsEnumerable<SnapshotPlace>()).Select(p =>
            $"{(p is SnapshotPart part ? $"{part.Name}, " : "")}{Pair(row, p, other)}, {verdict(p).Words()}"
        );
        return $"{row.Narrative} ({string.Join(" and ", places)})";
    }

    // The figures with their own period, which is not that of today's comparison.
    private static string Older(SnapshotRow row, Func<SnapshotPlace, Verdict> verdict, Func<SnapshotPlace, Other> other)
    {
        var places = (row.Areas.Count == 0 ? [row] : row.Areas.AsEnumerable<SnapshotPlace>()).Select(p =>
            (p is SnapshotPart part ? $"{part.Name}, " : "")
            + $"{Pair(row, p, other)} in {p.Local?.Period}, {verdict(p).Words()}"
            + (p.NewerNational is { } newest ? $"; England has {newest}" : "")
        );
        return $"{row.Narrative} ({string.Join(" and ", places)})";
    }

    private static string Item(
        SnapshotRow row,
        Verdict wanted,
        Func<SnapshotPlace, Verdict> verdict,
        Func<SnapshotPlace, Other> other
    )
    {
        if (row.Areas.Count == 0)
            return $"{row.Narrative} ({Pair(row, row, other)}{Later(row)})";
        var names = row.Areas.Select(a =>
            $"{a.Name}, {Pair(row, a, other)}{(wanted == Verdict.Mixed ? $", {verdict(a).Words()}" : "")}"
        );
        return $"{row.Narrative} (for "
            + $"{(row.Areas.Count == 2 ? "both " : "")}{string.Join(" and ", names)}{Later(row)})";
    }

    private static string Later(SnapshotRow row) =>
        PlaceText.Return(row, row) is { Length: > 0 } later ? $"; {later}" : "";

    // A verdict says which figure is the better one; only a test says whether chance alone would explain the
    // difference.
    private static Paragraph Chance(List<SnapshotRow> rows, Func<SnapshotPlace, Other> other)
    {
        var tests = rows.Select(r =>
                (r.Areas.Count == 0 ? [r] : r.Areas.AsEnumerable<SnapshotPlace>()).Select(p => other(p).Test).ToList()
            )
            .ToList();
        var untested = tests.Count(t => t.Contains(null));
        var differing = tests.Count(t => t.TrueForAll(outcome => outcome is not (null or TestOutcome.Similar)));
        if (rows.Count == 1)
            return new(
                untested == 1 ? "Whether it differs by more than chance could not be tested."
                    : differing == 1 ? "It differs by more than chance."
                    : "It does not differ by more than chance.",
                []
            );
        return new(
            untested == rows.Count
                ? $"We cannot say whether any of these {NumberWords.For(rows.Count)} differences is more than chance."
                : $"Of these {NumberWords.For(rows.Count)}, {NumberWords.For(differing)} "
                    + $"{(differing == 1 ? "differs" : "differ")} by more than chance"
                    + $"{(untested > 0 ? $"; {NumberWords.For(untested)} could not be tested" : "")}.",
            []
        );
    }

    private static string Pair(SnapshotRow row, SnapshotPlace place, Func<SnapshotPlace, Other> other) =>
        place.Local?.Value is { } local && other(place) is { Value: { } against } its
            ? $"{FigureText.Format(local, FigureText.Decimals(row, place), row.Unit)} against "
                + FigureText.Format(against, FigureText.Decimals(row, place), row.Unit)
                + PlaceText.Elsewhen(place, its.Period)
            : "no comparison";

    private static string Plural(int count, string noun) => $"{NumberWords.For(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Upper(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string These(int count) =>
        count switch
        {
            0 => "",
            1 => " This is:",
            _ => " These are:",
        };
}
