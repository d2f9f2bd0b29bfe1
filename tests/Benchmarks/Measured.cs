namespace ChildrensTrust.Benchmarks;

/// <summary>One line of the table: two figures of one run and their ratio, with the most that it may be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Against">What it is measured against.</param>
/// <param name="Mine">Our figure.</param>
/// <param name="Other">The other.</param>
/// <param name="Unit">"s", "MB" or "µs a row".</param>
/// <param name="Limit">The most that the ratio may be.</param>
internal sealed record Measured(string Name, string Against, double Mine, double Other, string Unit, double Limit)
{
    /// <summary>How many times the other.</summary>
    public double Ratio => Mine / Other;

    /// <summary>Whether it is within its limit.</summary>
    public bool Holds => Ratio <= Limit;
}
