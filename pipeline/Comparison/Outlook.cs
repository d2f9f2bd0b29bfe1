namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What deserves a reader's attention first.</summary>
public enum Outlook
{
    /// <summary>Worse than England, and worse than a year ago.</summary>
    WorseAndGettingWorse,

    /// <summary>Better than England, and better than a year ago.</summary>
    BetterAndImproving,
}

/// <summary>Finds the outlook, and puts it in words.</summary>
internal static class Outlooks
{
    /// <summary>The outlook; null for neither.</summary>
    /// <param name="versusNational">The verdict against England.</param>
    /// <param name="direction">Which way the figure has gone.</param>
    public static Outlook? From(Verdict versusNational, Direction? direction) =>
        (versusNational, direction) switch
        {
            (Verdict.DoesNotMeet, Direction.Declining) => Outlook.WorseAndGettingWorse,
            (Verdict.Exceeds, Direction.Improving) => Outlook.BetterAndImproving,
            _ => null,
        };

    /// <summary>The outlook in the report's words.</summary>
    public static string Words(this Outlook outlook) =>
        outlook == Outlook.WorseAndGettingWorse ? "worse and getting worse" : "better and improving";
}
