using ChildrensTrust.Pipeline.Health;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="Health"/> answers.</summary>
/// <param name="Status">The worst of the checks: pass, warn or fail.</param>
/// <param name="Checks">Each check.</param>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Item> Checks)
{
    /// <summary>The answer for these checks.</summary>
    /// <param name="checks">The checks.</param>
    public static HealthAnswer For(IReadOnlyList<HealthCheck> checks) =>
        new(Word(checks.Max(c => c.Status)), [.. checks.Select(c => new Item(c.Name, Word(c.Status), c.Sentence))]);

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>One check.</summary>
    /// <param name="Name">What was looked at.</param>
    /// <param name="Status">pass, warn or fail.</param>
    /// <param name="Sentence">The same for a person.</param>
    public sealed record Item(string Name, string Status, string Sentence);
}
