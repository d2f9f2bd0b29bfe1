using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Storage.Tests;

/// <summary>Makes the emulator list a blob under a name that another program might have given it.</summary>
internal sealed class RenamedBlob(string name, string listedAs) : HttpPipelineSynchronousPolicy
{
    public PipelineStorage On(Emulator emulator)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new(new(emulator.ConnectionString, options), new(emulator.ConnectionString));
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response.IsError || !message.Request.Uri.Query.Contains("comp=list", StringComparison.Ordinal))
            return;
        var list = message.Response.Content.ToString();
        message.Response.ContentStream = new MemoryStream(
            Encoding.UTF8.GetBytes(
                list.Replace($"<Name>{name}</Name>", $"<Name>{listedAs}</Name>", StringComparison.Ordinal)
            )
        );
    }
}
