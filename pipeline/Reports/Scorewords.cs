using ChildrensTrust.Pipeline.Comparison;

namespace ChildrensTrust.Pipeline.Reports;

/// <summary>The plain words of the scorecard and of the site, which are those of the summary said otherwise.</summary>
internal static class Scorewords
{
    /// <summary>Ties the plain words to the committee's.</summary>
    /// <param name="where">What says the others, such as "the summary".</param>
    public static string Legend(string where) =>
        $"Against England or similar councils, “better”, “similar” and “worse” are what {where} calls “exceeds”, "
        + "“in line” and “does not meet”. Of a change, “similar” means no clear change.";

    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeds => "better",
            Verdict.InLine => "similar",
            Verdict.DoesNotMeet => "worse",
            Verdict.Mixed => "differs between areas",
            Verdict.NoJudgement => "no better or worse",
            _ => "not compared",
        };

    /// <summary>Which way a figure has gone.</summary>
    public static string Of(Direction direction) =>
        direction switch
        {
            Direction.Improving => "better",
            Direction.Declining => "worse",
            Direction.NoChange => "similar",
            Direction.Higher => "higher",
            _ => "lower",
        };
}
