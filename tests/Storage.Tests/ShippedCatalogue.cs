using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The text of the catalogue that the product ships.</summary>
internal static class ShippedCatalogue
{
    public static async Task<string> ReadAsync()
    {
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        using var reader = new StreamReader(shipped);
        return await reader.ReadToEndAsync();
    }
}
