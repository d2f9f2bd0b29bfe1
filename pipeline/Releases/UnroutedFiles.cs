using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Finds files that were dropped where no function looks. Nothing is kept about them: the listing always
/// knows, and they are gone from it once they are moved.</summary>
public sealed class UnroutedFiles(PipelineStorage storage)
{
    /// <summary>The files, by name. The feeds' own folders are not listed for it.</summary>
    public async IAsyncEnumerable<UnroutedFile> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var top in storage.Landing.GetBlobsByHierarchyAsync(
                new GetBlobsByHierarchyOptions { Delimiter = "/", Traits = BlobTraits.Metadata },
                cancellationToken
            )
        )
        {
            if (top.IsBlob)
            {
                if (!FolderStub.Is(top.Blob))
                    yield return new(ShownName.Of(top.Blob.Name));
                continue;
            }
            if (FeedFolders.All.Contains(top.Prefix.TrimEnd('/')))
                continue;
            await foreach (
                var blob in storage.Landing.GetBlobsAsync(
                    new GetBlobsOptions { Prefix = top.Prefix, Traits = BlobTraits.Metadata },
                    cancellationToken
                )
            )
            {
                if (!FolderStub.Is(blob))
                    yield return new(ShownName.Of(blob.Name));
            }
        }
    }
}
