using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ChildrensTrust.Functions.Poison;

/// <summary>What Azure Functions puts on the queue webjobs-blobtrigger-poison: a blob whose function has failed as
/// often as host.json allows.</summary>
/// <param name="ETag">The state of it that failed, with quotation marks.</param>
public sealed record PoisonMessage(string FunctionId, string ContainerName, string BlobName, string ETag)
{
    /// <summary>Reads a message as it is on the queue: JSON, which the host writes in Base64.</summary>
    /// <returns>The message; null where it is anything else.</returns>
    public static PoisonMessage? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var json = Base64.IsValid(text) ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
            return
                JsonSerializer.Deserialize<PoisonMessage>(json, JsonSerializerOptions.Web)
                    is { FunctionId: not null, ContainerName: not null, BlobName: not null, ETag: not null } message
                ? message
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
