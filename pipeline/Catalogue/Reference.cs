namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>What figures are read and compared by: the catalogue of indicators and the register of areas.</summary>
public sealed record Reference(IndicatorCatalogue Catalogue, AreaRegister Areas)
{
    private static readonly Lazy<AreaRegister> ShippedAreas = new(() => AreaRegister.Read(Shipped("areas.json")));

    /// <summary>Why what config holds is not what this is, in a sentence; null where it is.</summary>
    public string? NotInUse { get; init; }

    /// <summary>Reads catalogue.json and areas.json as the product ships them.</summary>
    public static Reference Default { get; } = Build(null, null, null);

    /// <summary>The same, with the heading and the indicators of one cadence.</summary>
    internal Reference For(Cadence cadence) => this with { Catalogue = Catalogue.For(cadence) };

    /// <summary>Builds it out of its two texts; null stands for what the product ships.</summary>
    /// <param name="formats">The formats that the catalogue may name; null for the shipped one.</param>
    /// <exception cref="CatalogueException">One of them has a fault; the message says what to correct.</exception>
    internal static Reference Build(BinaryData? catalogue, BinaryData? areas, IReadOnlyList<SourceFormat>? formats)
    {
        try
        {
            var register = areas is null ? ShippedAreas.Value : AreaRegister.Read(areas);
            var text = catalogue is null
                ? Shipped("catalogue.json")
                : CatalogueJson.Over(catalogue, () => Shipped("catalogue.json"));
            return new(IndicatorCatalogue.Read(text, register, formats), register);
        }
        // Whatever the checks let through is a fault of these texts too: nothing else goes into this.
        catch (Exception fault)
            when (fault is not (CatalogueException or OperationCanceledException or OutOfMemoryException))
        {
            throw new CatalogueException(
                [$"The catalogue or the area register cannot be used ({fault.GetType().Name})."],
                fault
            );
        }
    }

    private static BinaryData Shipped(string name)
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream(name)!;
        return BinaryData.FromStream(stream);
    }
}
