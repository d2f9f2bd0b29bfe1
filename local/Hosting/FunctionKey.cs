using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Local.Hosting;

/// <summary>The key that functions ask for, made anew at each start.</summary>
internal sealed class FunctionKey
{
    public string Text { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Whether the request carries the key. How long the answer takes says nothing of how near a guess
    /// was.</summary>
    public bool Opens(HttpRequest request)
    {
        var given = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "";
        return CryptographicOperations.FixedTimeEquals(Hash(given), Hash(Text));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
