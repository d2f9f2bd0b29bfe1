namespace ChildrensTrust.Pipeline.Observations;

/// <summary>A published cell: a figure exactly as published, or the reason why there is none.</summary>
public readonly record struct Measure
{
    private Measure(decimal? value, MissingReason? reason, string? symbol) =>
        (Value, Missing, Symbol) = (value, reason, symbol);

    /// <summary>The figure; null where it is missing.</summary>
    public decimal? Value { get; }

    /// <summary>Why it is missing; null where it is not.</summary>
    public MissingReason? Missing { get; }

    /// <summary>The publisher's symbol for a missing figure.</summary>
    public string? Symbol { get; }

    /// <summary>A figure.</summary>
    public static Measure From(decimal value) => new(value, null, null);

    /// <summary>A missing figure.</summary>
    public static Measure None(MissingReason reason, string? symbol = null) => new(null, reason, symbol);
}
