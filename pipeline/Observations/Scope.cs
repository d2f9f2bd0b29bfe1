namespace ChildrensTrust.Pipeline.Observations;

/// <summary>What a figure is a total of, in the words of its row: "All schools" and "All state-funded schools" may
/// stand side by side in one file, and a figure of the one is never compared with a figure of the other.</summary>
/// <param name="Words">The publisher's words.</param>
/// <param name="Rank">The place in the order in which scopes are chosen: the lowest comes first, and
/// <see cref="Whole"/> is 0.</param>
internal sealed record Scope(string Words, int Rank)
{
    /// <summary>Every breakdown says Total, All or nothing.</summary>
    public static readonly Scope Whole = new("Total", 0);

    /// <summary>The words for a total of its own, which may have other children in it than the usual one; null for the
    /// usual total.</summary>
    public string? Apart { get; init; }

    /// <summary>Whether the figure was calculated from its parts. A published one comes first.</summary>
    public bool IsSum { get; private init; }

    /// <summary>The words for a total; null is the usual one.</summary>
    public static string WordsOf(string? total) => total ?? Whole.Words;

    /// <summary>The scope of figures that were calculated from parts.</summary>
    public static Scope SumOf(string parts) => new(parts, int.MaxValue) { IsSum = true };
}
