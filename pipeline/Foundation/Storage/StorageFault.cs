using Azure;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs.Models;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>What a refusal by storage means.</summary>
internal static class StorageFault
{
    /// <summary>
    /// Whether a write that must be the first came second. It may have come after itself: where the answer to a write
    /// is lost, the client writes again and gets its own answer. So whoever asks must read what is there, and never
    /// conclude that another one wrote it. Any other conflict, such as a table that is being deleted, is a fault like
    /// others.
    /// </summary>
    public static bool IsAlreadyThere(this RequestFailedException fault) =>
        fault.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || fault.ErrorCode == BlobErrorCode.ConditionNotMet
        || fault.ErrorCode == TableErrorCode.EntityAlreadyExists;

    /// <summary>Whether an entity that was to be added, or replaced as it was read, has been written or deleted by
    /// another one in between.</summary>
    public static bool IsOvertaken(this RequestFailedException fault) =>
        fault.IsAlreadyThere()
        || fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
        || fault.ErrorCode == TableErrorCode.ResourceNotFound;
}
