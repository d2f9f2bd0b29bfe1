using Azure;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Storage;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>What figures are read and compared by: the catalogue of indicators and the register of areas.</summary>
/// <param name="Catalogue">The indicators.</param>
/// <param name="Areas">The areas.</param>
public sealed record Reference(IndicatorCatalogue Catalogue, AreaRegister Areas)
{
    /// <summary>Reads catalogue.json and areas.json as the product ships them.</summary>
    public static Reference Default { get; } = Build(Shipped("catalogue.json"), Shipped("areas.json"));

    /// <summary>The same, with the heading and the indicators of one cadence.</summary>
    /// <param name="cadence">The cadence.</param>
    public Reference For(Cadence cadence) => this with { Catalogue = Catalogue.For(cadence) };

    internal static Reference Build(BinaryData catalogue, BinaryData areas)
    {
        var register = AreaRegister.Read(areas);
        return new(IndicatorCatalogue.Read(catalogue, register), register);
    }

    internal static BinaryData Shipped(string name)
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream(name)!;
        return BinaryData.FromStream(stream);
    }
}

/// <summary>Reads the reference data in force: a blob of the same name in the container config overrides what the product ships.</summary>
public sealed class ReferenceStore(PipelineStorage storage)
{
    /// <summary>Reads the catalogue and the register, each from config where it is there.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="CatalogueException">The catalogue in config has a fault; the message says what to mend.</exception>
    public async Task<Reference> LoadAsync(CancellationToken cancellationToken)
    {
        var both = await Task.WhenAll(OverrideAsync("catalogue.json", cancellationToken), OverrideAsync("areas.json", cancellationToken));
        var (catalogue, areas) = (both[0], both[1]);
        return catalogue is null && areas is null
            ? Reference.Default
            : Reference.Build(catalogue ?? Reference.Shipped("catalogue.json"), areas ?? Reference.Shipped("areas.json"));
    }

    private async Task<BinaryData?> OverrideAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await storage.Config.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
