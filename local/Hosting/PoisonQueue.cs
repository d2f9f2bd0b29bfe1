using System.Text.Json;

namespace ChildrensTrust.Local.Hosting;

/// <summary>
/// Stands for the queue webjobs-blobtrigger-poison: hands the message that Azure Functions would put there to the
/// functions that watch it. A delivery without a receipt is delivered again after a restart, so nothing is lost where
/// no queue keeps the message.
/// </summary>
internal sealed class PoisonQueue(IReadOnlyList<HostedFunction> functions, FunctionInvoker invoker)
{
    private const string Name = "webjobs-blobtrigger-poison";

    public async Task HandOverAsync(BlobDelivery delivery, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.Serialize(
            new
            {
                Type = "BlobTrigger",
                FunctionId = $"Host.Functions.{delivery.Function.Name}",
                BlobType = "BlockBlob",
                ContainerName = delivery.Function.Path.Container,
                BlobName = delivery.Blob,
                ETag = delivery.ETag.ToString("H"),
            }
        );
        foreach (var function in functions.OfType<QueueFunction>().Where(each => each.Queue == Name))
            await invoker.InvokeAsync(function, message, parts: null, cancellationToken);
    }
}
