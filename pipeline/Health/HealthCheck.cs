namespace ChildrensTrust.Pipeline.Health;

/// <summary>One thing that was looked at, and how it is.</summary>
/// <param name="Name">What was looked at: a name that alerts watch for, so it stays.</param>
/// <param name="Sentence">The same for a person, with what to do where something is to be done.</param>
public sealed record HealthCheck(string Name, HealthStatus Status, string Sentence)
{
    /// <summary>What stopped the check, for the log; null where nothing did.</summary>
    public Exception? Fault { get; init; }
}
