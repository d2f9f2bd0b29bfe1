using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Local.Publishing;

/// <summary>A container of a storage account, such as $web, from which its static website is served.</summary>
public sealed class ContainerTarget(BlobContainerClient container) : IPublishTarget
{
    /// <inheritdoc />
    public string Name => $"the container {container.Name}";

    /// <inheritdoc />
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await container.GetBlobsAsync(new GetBlobsOptions(), cancellationToken).AnyAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<BinaryData?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(path).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw new UserFaultException(
                $"The storage account has no container {container.Name}. For $web, turn on the account's static "
                    + "website first."
            );
        }
    }

    /// <inheritdoc />
    public async Task WriteAsync(Page page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);

        var headers = new BlobHttpHeaders
        {
            ContentType = page.ContentType,
            CacheControl = PagePolicy.CacheControl(page),
        };
        await container
            .GetBlobClient(page.Path)
            .UploadAsync(page.Body, new BlobUploadOptions { HttpHeaders = headers }, cancellationToken);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        await container.GetBlobClient(path).DeleteIfExistsAsync(cancellationToken: cancellationToken);
}
