namespace ChildrensTrust.Pipeline.Releases;

/// <summary>One decision about whether a release counts.</summary>
/// <param name="IsWithdrawn">True where it was withdrawn, false where it was reinstated.</param>
public sealed record WithdrawalStep(bool IsWithdrawn, string By, DateTimeOffset At, string Reason);

/// <summary>What was decided about a release, the oldest decision first.</summary>
/// <param name="Number">How many decisions there were. The later of two records has the higher number.</param>
/// <param name="Steps">The decisions; in the ledger the newest of them.</param>
public sealed record Withdrawal(int Number, IReadOnlyList<WithdrawalStep> Steps)
{
    internal static Withdrawal None { get; } = new(0, []);

    /// <summary>The last decision.</summary>
    public WithdrawalStep? Last => Steps.Count == 0 ? null : Steps[^1];

    /// <summary>Whether the release is withdrawn now.</summary>
    public bool IsInForce => Last is { IsWithdrawn: true };

    internal Withdrawal And(WithdrawalStep step) => new(Number + 1, [.. Steps, step]);

    internal Withdrawal Newest(int most) => this with { Steps = [.. Steps.TakeLast(most)] };
}
