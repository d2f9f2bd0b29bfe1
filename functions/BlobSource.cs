using Microsoft.Azure.Functions.Worker;

namespace ChildrensTrust.Functions;

/// <summary>
/// How Azure Functions learns of a new blob. An attribute's argument is fixed when the code is compiled, so this is a property of the build, not a setting:
/// Flex Consumption supports Event Grid alone, while Azurite raises no events and can only be polled.
/// </summary>
internal static class BlobSource
{
#if EVENT_GRID
    public const BlobTriggerSource Chosen = BlobTriggerSource.EventGrid;
#else
    public const BlobTriggerSource Chosen = BlobTriggerSource.LogsAndContainerScan;
#endif
}
