using System.Text.Json;

namespace ChildrensTrust.Functions;

/// <summary>What Azure Functions puts on the queue webjobs-blobtrigger-poison: a blob whose function has failed as often as host.json allows.</summary>
/// <param name="FunctionId">The function, as Host.Functions.NAME.</param>
/// <param name="ContainerName">The blob's container.</param>
/// <param name="BlobName">Its name.</param>
/// <param name="ETag">The state of it that failed, with quotation marks.</param>
public sealed record PoisonMessage(string FunctionId, string ContainerName, string BlobName, string ETag)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">Its text.</param>
    /// <exception cref="JsonException">It is another kind of message. The host keeps it on a queue of its own.</exception>
    public static PoisonMessage Read(string text) =>
        JsonSerializer.Deserialize<PoisonMessage>(text, JsonSerializerOptions.Web) is { FunctionId: not null, ContainerName: not null, BlobName: not null, ETag: not null } message
            ? message : throw new JsonException("The message names no function, container, blob and ETag.");
}
