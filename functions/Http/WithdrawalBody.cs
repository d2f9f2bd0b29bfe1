using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Functions.Http;

/// <summary>The body of <see cref="Withdrawals"/>. It is no query: a query is in logs.</summary>
internal sealed record WithdrawalBody(string? By, string? Reason)
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Reads a body; null where it is none.</summary>
    public static async Task<WithdrawalBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var text = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(
            text,
            text.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        try
        {
            return length > MostBytes
                ? null
                : JsonSerializer.Deserialize<WithdrawalBody>(text.AsSpan(0, length), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
