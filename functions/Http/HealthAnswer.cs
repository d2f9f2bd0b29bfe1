using ChildrensTrust.Pipeline.Health;

namespace ChildrensTrust.Functions.Http;

/// <summary>What <see cref="Health"/> answers.</summary>
/// <param name="Status">The worst of the checks: pass, warn or fail.</param>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Item> Checks)
{
    /// <summary>The answer for these checks.</summary>
    public static HealthAnswer For(IReadOnlyList<HealthCheck> checks) =>
        new(Word(checks.Max(c => c.Status)), [.. checks.Select(c => new Item(c.Name, Word(c.Status), c.Sentence))]);

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>One check.</summary>
    /// <param name="Status">pass, warn or fail.</param>
    public sealed record Item(string Name, string Status, string Sentence);
}
