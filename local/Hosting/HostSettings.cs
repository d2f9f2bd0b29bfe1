using System.Text.Json;

namespace ChildrensTrust.Local.Hosting;

/// <summary>The settings of host.json that bear on blobs: the same file that Azure Functions reads.</summary>
internal sealed record HostSettings(int MaxDegreeOfParallelism, int PoisonBlobThreshold)
{
    /// <summary>How often Azure Functions tries a blob where host.json does not say.</summary>
    private const int UsualThreshold = 5;

    public static HostSettings Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var blobs = document.RootElement.GetProperty("extensions").GetProperty("blobs");
        return new HostSettings(
            blobs.GetProperty("maxDegreeOfParallelism").GetInt32(),
            blobs.TryGetProperty("poisonBlobThreshold", out var threshold) ? threshold.GetInt32() : UsualThreshold
        );
    }
}
