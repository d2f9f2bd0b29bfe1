using System.Security.Cryptography;
using System.Text;
using Azure;

namespace ChildrensTrust.Local.Hosting;

/// <summary>One state of one blob, due to one function.</summary>
internal sealed record BlobDelivery(BlobFunction Function, string Blob, ETag ETag)
{
    /// <summary>
    /// What its receipt is kept under. A listing gives an ETag without its quotation marks and an upload with them: H
    /// writes them always. A line break cannot occur in a function's or a container's name.
    /// </summary>
    public string Key { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{Function.Name}\n{Function.Path.Container}\n{ETag.ToString("H")}\n{Blob}")
            )
        );
}

/// <summary>How a delivery ended.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The function returned.</summary>
    Done,

    /// <summary>The function failed as often as host.json allows, and is not tried again.</summary>
    Poisoned,
}
