using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Web;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Storage.Tests;

/// <summary>
/// Makes the emulator answer about one blob as an account does that keeps versions: version 3 is the blob itself, 2 an
/// older one of the same content, 1 a deleted one with the same hash, and 0 a deleted one of the same size and no hash.
/// The emulator keeps none of its own.
/// </summary>
internal sealed class KeptVersions(string container, string blob) : HttpPipelinePolicy
{
    private readonly List<string> _deleted = [];

    /// <summary>What was deleted, in order: the version, and whether for good.</summary>
    public IReadOnlyList<string> Deleted => _deleted;

    /// <summary>Whether a deleted copy stays until its days are over.</summary>
    public bool Refuses { get; init; }

    public PipelineStorage On(Emulator emulator)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return new(new(emulator.ConnectionString, options), new(emulator.ConnectionString));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var uri = message.Request.Uri.ToUri();
        var query = HttpUtility.ParseQueryString(uri.Query);
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var isIts = path.EndsWith($"/{container}/{blob}", StringComparison.Ordinal);
        if (message.Request.Method == RequestMethod.Delete && isIts)
        {
            _deleted.Add(query["versionid"] is { } version ? $"{version} {query["deletetype"]}" : "");
            if (query["versionid"] is not null)
            {
                message.Response =
                    Refuses && query["deletetype"] is not null
                        ? new Answer(409, "OperationNotAllowed")
                        : new Answer(202, null);
                return;
            }
        }
        await ProcessNextAsync(message, pipeline);
        var isList = query["comp"] == "list" && path.EndsWith($"/{container}", StringComparison.Ordinal);
        if (!isList || message.Response.IsError)
            return;
        var list = XDocument.Parse(message.Response.Content.ToString());
        if (list.Descendants("Blob").FirstOrDefault(b => b.Element("Name")!.Value == blob) is { } current)
        {
            current.AddBeforeSelf(
                Version(current, "0", deleted: true, hash: false),
                Version(current, "1", deleted: true, hash: true),
                Version(current, "2", deleted: false, hash: true)
            );
            current
                .Element("Name")!
                .AddAfterSelf(new XElement("VersionId", "3"), new XElement("IsCurrentVersion", true));
        }
        message.Response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(list.ToString()));
    }

    private static XElement Version(XElement current, string id, bool deleted, bool hash)
    {
        var version = new XElement(current);
        version.Element("Deleted")?.Remove();
        version.Element("Name")!.AddAfterSelf(new XElement("VersionId", id), new XElement("Deleted", deleted));
        if (!hash)
            version.Descendants("Content-MD5").Remove();
        return version;
    }

    private sealed class Answer(int status, string? errorCode) : Response
    {
        private const string ErrorCode = "x-ms-error-code";

        public override int Status => status;
        public override string ReasonPhrase => "";
        public override Stream? ContentStream { get; set; }
        public override string ClientRequestId { get; set; } = "";
        public override bool IsError => status >= 400;

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
            errorCode is null ? [] : [new(ErrorCode, errorCode)];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
            (value = name == ErrorCode ? errorCode : null) is not null;

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
