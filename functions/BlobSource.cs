using Microsoft.Azure.Functions.Worker;

namespace ChildrensTrust.Functions;

/// <summary>
/// How Azure Functions notices a new blob, and how often we look for those it did not notice. An attribute's argument
/// is fixed when the code is compiled, so this is a property of the build, not a setting: Flex Consumption supports
/// Event Grid alone, while Azurite raises no events and can only be polled.
/// </summary>
internal static class BlobSource
{
#if EVENT_GRID
    public const BlobTriggerSource Chosen = BlobTriggerSource.EventGrid;
    public const string SweepSchedule = "0 */15 * * * *";
#else
    public const BlobTriggerSource Chosen = BlobTriggerSource.LogsAndContainerScan;
    public const string SweepSchedule = "0 * * * * *";
#endif

    /// <summary>Whether the triggers poll, which overlooks files that arrive close together: good enough for
    /// development, not for a deployment.</summary>
    public static bool Polls => Chosen == BlobTriggerSource.LogsAndContainerScan;
}
