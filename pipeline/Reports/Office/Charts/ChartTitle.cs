using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Reports.Office.Charts;

/// <summary>The titles of charts: the indicator, and what its chart shows.</summary>
internal static class ChartTitle
{
    /// <summary>How the figure has moved, such as "Repeat child protection plans: rose to 27.9%, above England’s
    /// 24.5%".</summary>
    public static string OverTime(ReportLine line)
    {
        var place = line.Place;
        if (place.Local?.Value is not { } now)
            return line.NameAndUnit;
        var moved = place.Change switch
        {
            null => "",
            0 => "unchanged at ",
            _ when line.Movement == Direction.NoChange => "no clear change, at ",
            > 0 => "rose to ",
            _ => "fell to ",
        };
        var beside = place.National?.Value is { } england
            ? $", {Above(now, england)} England’s {England(line, england)}"
            : "";
        return $"{Name(line)}: {moved}{line.Text(now)}{beside}";
    }

    /// <summary>How the figure compares, such as "Repeat child protection plans: 27.9%, worse than England (24.5%) and
    /// 7 of 10 similar councils".</summary>
    public static string Beside(ReportLine line)
    {
        var place = line.Place;
        if (place.Local?.Value is not { } local)
            return line.NameAndUnit;
        var count = NeighbourCount.For(line.Row, place);
        if (place.National?.Value is not { } england)
            return $"{Name(line)}: {line.Text(local)}{(count is null ? "" : $", {count.Words}")}";
        var words = place.VersusNational switch
        {
            Verdict.Exceeds => "better than",
            Verdict.DoesNotMeet => "worse than",
            _ => Above(local, england),
        };
        return $"{Name(line)}: {line.Text(local)}, {words} England ({England(line, england)})"
            + Neighbours(place.VersusNational, count);
    }

    private static string Neighbours(Verdict verdict, NeighbourCount? count) =>
        (verdict, count) switch
        {
            (Verdict.Exceeds, { Better: 0 }) => ", but no similar council does worse",
            (Verdict.Exceeds, { } c) => $" and {Of(c.Better, c.Having)}",
            (Verdict.DoesNotMeet, { Worse: 0 }) => ", but no similar council does better",
            (Verdict.DoesNotMeet, { } c) => $" and {Of(c.Worse, c.Having)}",
            (Verdict.InLine, { Better: > 0 } c) => $", better than {Of(c.Better, c.Having)}",
            (Verdict.InLine, { Worse: > 0 } c) => $", worse than {Of(c.Worse, c.Having)}",
            _ => "",
        };

    private static string Of(int count, int all) =>
        all == 1 ? "the one similar council with a figure"
        : count == all ? $"{(all == 2 ? "both" : $"all {all}")} similar councils"
        : $"{count} of {all} similar councils";

    private static string Above(decimal one, decimal other) =>
        one > other ? "above"
        : one < other ? "below"
        : "the same as";

    // The unit is said once.
    private static string England(ReportLine line, decimal value) =>
        FigureText.OnAxis(value, line.Decimals, line.Row.Unit)
        + PlaceText.Elsewhen(line.Place, line.Place.National?.Period);

    private static string Name(ReportLine line) => line.IsPart ? $"{line.Row.Name}, {line.Area}" : line.Name;
}
