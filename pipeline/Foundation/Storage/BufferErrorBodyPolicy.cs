using Azure.Core;
using Azure.Core.Pipeline;

namespace ChildrensTrust.Pipeline.Foundation.Storage;

/// <summary>
/// Reads what storage says of an error as a part of the try: where the answer breaks off, the call is tried again as
/// any other whose answer was lost. By itself the client reads it after the last try of a download, and fails of the
/// connection where it should say "not there".
/// </summary>
internal sealed class BufferErrorBodyPolicy : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (Unread(message) is not { } body)
            return;
        var whole = new MemoryStream();
        await using (body)
            await body.CopyToAsync(whole, message.CancellationToken);
        Replace(message, whole);
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        if (Unread(message) is not { } body)
            return;
        var whole = new MemoryStream();
        using (body)
            body.CopyTo(whole);
        Replace(message, whole);
    }

    private static Stream? Unread(HttpMessage message) =>
        message.Response is { IsError: true, ContentStream: { CanSeek: false } body } ? body : null;

    private static void Replace(HttpMessage message, MemoryStream whole)
    {
        whole.Position = 0;
        message.Response.ContentStream = whole;
    }
}
