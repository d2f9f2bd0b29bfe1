using Azure;
using ChildrensTrust.Functions.Logging;
using ChildrensTrust.Pipeline.Releases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Poison;

/// <summary>
/// Takes up what the host has given up on. A file that is merely bad never comes here: it is refused with its findings.
/// What comes here failed for another reason, such as storage that could not be reached, and can be tried again.
/// </summary>
public sealed class PoisonedFiles(FailedDrops failed, ILogger<PoisonedFiles> logger)
{
    /// <summary>
    /// Enters the file in the ledger as failed, with what to do, and raises the alert. The host gives a queue of this
    /// name no queue for its own failures, so a message that cannot be read is set aside here: it would come back for
    /// ever. host.json leaves the decoding to us for the same reason.
    /// </summary>
    /// <param name="message">The host's message about the blob.</param>
    /// <param name="cancellationToken">Ends the work early; the host delivers the message again.</param>
    [Function(nameof(PoisonedFiles))]
    public async Task RunAsync(
        [QueueTrigger("webjobs-blobtrigger-poison", Connection = "Landing")] string message,
        CancellationToken cancellationToken
    )
    {
        if (PoisonMessage.Read(message) is not { } poison)
            logger.SetAside(await failed.SetAsideAsync(message, cancellationToken));
        else if (
            await failed.RecordAsync(poison.ContainerName, poison.BlobName, new ETag(poison.ETag), cancellationToken) is
            { } file
        )
            logger.NotTakenIn(file);
        else
            logger.Settled(poison);
    }
}
