namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The catalogue cannot be used. Nothing is ingested or compared with a catalogue that has a fault.</summary>
/// <param name="faults">What to mend, a sentence each.</param>
public sealed class CatalogueException(IReadOnlyList<string> faults) : Exception(string.Join(" ", faults))
{
    /// <summary>What to mend, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
