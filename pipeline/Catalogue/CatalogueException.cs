namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The catalogue cannot be used. Nothing is ingested or compared with a catalogue that has a fault.</summary>
/// <param name="cause">The fault that no check foresaw; null for none.</param>
public sealed class CatalogueException(IReadOnlyList<string> faults, Exception? cause = null)
    : Exception(string.Join(" ", faults), cause)
{
    /// <summary>What to correct, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
