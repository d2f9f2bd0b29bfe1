namespace ChildrensTrust.Pipeline.Comparison;

/// <summary>What deserves a reader's attention first: worse than England and getting worse, and its opposite.</summary>
public static class Outlook
{
    /// <summary>Worse than England, and worse than a year ago.</summary>
    public const string WorseAndGettingWorse = "worse and getting worse";

    /// <summary>Better than England, and better than a year ago.</summary>
    public const string BetterAndImproving = "better and improving";

    /// <summary>The words; null for neither.</summary>
    /// <param name="versusNational">The verdict against England.</param>
    /// <param name="direction">Which way the figure has gone.</param>
    public static string? From(Verdict versusNational, string? direction) =>
        (versusNational, direction) switch
        {
            (Verdict.DoesNotMeet, Direction.Declining) => WorseAndGettingWorse,
            (Verdict.Exceeds, Direction.Improving) => BetterAndImproving,
            _ => null,
        };
}
