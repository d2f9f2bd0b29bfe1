using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ChildrensTrust.Local.Storage;

/// <summary>The pipeline's settings for a storage account, as Azure Functions would have them in its own.</summary>
internal static partial class LandingSettings
{
    public static IReadOnlyDictionary<string, string?> ConnectionString(string text) =>
        new Dictionary<string, string?> { ["Landing"] = text };

    /// <summary>An account by name or address is entered by identity: whoever is signed in with the Azure CLI, for
    /// example.</summary>
    public static IReadOnlyDictionary<string, string?> Read(string connection)
    {
        if (AccountName().IsMatch(connection))
            return ByIdentity(new Uri($"https://{connection}.blob.core.windows.net/"));
        if (
            connection.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(connection, UriKind.Absolute, out var address)
        )
            return ByIdentity(address);
        if (ConnectionStringStart().IsMatch(connection))
            return ConnectionString(Usable(connection));

        throw UserFaultException.Asked(
            "--connection takes a storage account's name, the https address of its blobs, or a connection string."
        );
    }

    /// <summary>The clients read the string themselves: what they cannot make anything of is reported before any work
    /// begins, and without repeating a key.</summary>
    private static string Usable(string connection)
    {
        try
        {
            _ = new BlobServiceClient(connection);
            _ = new TableServiceClient(connection);
            return connection;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            throw UserFaultException.Asked(
                "--connection is not a whole connection string: a part of it is missing or cut short. Copy it "
                    + "again from where it is shown."
            );
        }
    }

    private static Dictionary<string, string?> ByIdentity(Uri blobs)
    {
        if (!blobs.Host.Contains(".blob.", StringComparison.Ordinal) || blobs.Query.Length > 0)
            throw UserFaultException.Asked(
                "--connection takes the address of an account's blobs, like https://NAME.blob.core.windows.net, "
                    + "without a signature."
            );

        return new Dictionary<string, string?>
        {
            ["Landing:blobServiceUri"] = $"https://{blobs.Authority}/",
            ["Landing:tableServiceUri"] =
                $"https://{blobs.Authority.Replace(".blob.", ".table.", StringComparison.Ordinal)}/",
        };
    }

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountName();

    [GeneratedRegex(
        @"\A(UseDevelopmentStorage|DefaultEndpointsProtocol|AccountName|BlobEndpoint)=",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ConnectionStringStart();
}
