using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Tests;

namespace ChildrensTrust.Storage.Tests;

/// <summary>
/// A store as the code of 27 November 2026, before its folders were put in order, wrote it: every table's entities and
/// every blob but the report's HTML and Office files. Its files are composed; its figures are illustrative.
/// </summary>
internal static class OlderStore
{
    /// <summary>Writes it into an empty store.</summary>
    /// <param name="only">The containers to write; none for everything, tables included.</param>
    public static async Task LoadAsync(Store store, params string[] only)
    {
        using var dump = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(SourceFolder.Of("tests/Storage.Tests/OlderStore"), "store.json"))
        );
        foreach (var blob in dump.RootElement.GetProperty("blobs").EnumerateArray())
        {
            if (only is [] || only.Contains(blob.GetProperty("container").GetString()))
                await UploadAsync(store, blob);
        }
        if (only is not [])
            return;
        foreach (var table in dump.RootElement.GetProperty("tables").EnumerateObject())
        {
            foreach (var row in table.Value.EnumerateArray())
                await Table(store, table.Name)
                    .AddEntityAsync(
                        new TableEntity(row.EnumerateObject().ToDictionary(p => p.Name, p => Cell(p.Value)))
                    );
        }
    }

    private static async Task UploadAsync(Store store, JsonElement blob)
    {
        var content = BinaryData.FromString(blob.GetProperty("text").GetString()!);
        var options = new BlobUploadOptions
        {
            Metadata = blob.TryGetProperty("metadata", out var metadata)
                ? metadata.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString())
                : null,
        };
        await Container(store, blob.GetProperty("container").GetString()!)
            .GetBlobClient(blob.GetProperty("name").GetString())
            .UploadAsync(content, options);
    }

    private static BlobContainerClient Container(Store store, string name) =>
        store.Storage.Containers.Single(c => c.Name == name);

    private static TableClient Table(Store store, string name) =>
        new[]
        {
            store.Storage.Series,
            store.Storage.Releases,
            store.Storage.Findings,
            store.Storage.Drops,
            store.Storage.SnapshotHeaders,
        }.Single(t => t.Name == name);

    private static object Cell(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.String => cell.GetString()!,
            JsonValueKind.Number => cell.GetInt32(),
            JsonValueKind.Object when cell.TryGetProperty("Int64", out var number) => long.Parse(
                number.GetString()!,
                CultureInfo.InvariantCulture
            ),
            JsonValueKind.Object => cell.GetProperty("DateTime").GetDateTimeOffset(),
            _ => cell.GetBoolean(),
        };
}
