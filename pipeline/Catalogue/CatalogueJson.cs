using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>How the catalogue and the register are written as JSON: a name that is not known is an error, not a
/// silence.</summary>
internal static class CatalogueJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new WordConverterFactory() },
        };

    private static readonly JsonDocumentOptions Plain = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    // What these hold goes by names that the council chooses.
    private static readonly string[] Maps = ["where", "parts", "polarities"];

    /// <summary>Reads a text of reference data.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <exception cref="CatalogueException">It is no such text; the message says what to correct.</exception>
    public static T Read<T>(BinaryData json, string what)
        where T : class
    {
        var text = json.ToMemory();
        if (text.Span.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];
        try
        {
            using var document = JsonDocument.Parse(text, Plain);
            if (Nulls(document.RootElement, "$", isMap: false).FirstOrDefault() is { } path)
                throw new CatalogueException([$"{what} has null at {path}, where a value is required."]);
            return JsonSerializer.Deserialize<T>(text.Span, Options)
                ?? throw new CatalogueException([$"{what} is empty."]);
        }
        catch (UnknownWordException fault)
        {
            throw new CatalogueException([$"{what} has a word that is not known at {fault.Path}. {fault.Message}"]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new CatalogueException([
                $"{what} is not valid JSON or has a name that is not known: {fault.Message}",
            ]);
        }
    }

    /// <summary>What a council's own catalogue is, where it names a profile and no indicators: the shipped one, with
    /// what the council says instead.</summary>
    /// <param name="own">The council's text.</param>
    /// <param name="shipped">The text that the product ships.</param>
    /// <exception cref="CatalogueException">It has neither indicators nor a profile.</exception>
    public static BinaryData Over(BinaryData own, Func<BinaryData> shipped)
    {
        try
        {
            var text = own.ToMemory().Span;
            if (
                JsonNode.Parse(text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text, AnyCase, Plain)
                    is not JsonObject named
                || named.ContainsKey("indicators")
            )
                return own;
            if (!named.ContainsKey("profile"))
                throw new CatalogueException([
                    "The catalogue has neither indicators nor a profile. Name a profile, and say beside it only what "
                        + $"is to differ. Now it says only: {string.Join(", ", named.Select(n => n.Key))}.",
                ]);
            var whole = JsonNode.Parse(shipped(), AnyCase, Plain)!.AsObject();
            foreach (var (name, value) in named)
                whole[name] = value?.DeepClone();
            return BinaryData.FromString(whole.ToJsonString());
        }
        // What is wrong with it is said by whoever reads it.
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return own;
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    // A property may be null where it may be absent, which the serialiser knows; of what is in a list or a map it does
    // not.
    private static IEnumerable<string> Nulls(JsonElement element, string path, bool isMap) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element
                .EnumerateArray()
                .SelectMany((item, i) => NullsOf(item, $"{path}[{i}]", mustBe: true, isMap: false)),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(p =>
                    NullsOf(p.Value, $"{path}.{p.Name}", isMap, Maps.Contains(p.Name, StringComparer.OrdinalIgnoreCase))
                ),
            _ => [],
        };

    private static IEnumerable<string> NullsOf(JsonElement element, string path, bool mustBe, bool isMap) =>
        element.ValueKind == JsonValueKind.Null
            ? mustBe
                ? [path]
                : []
            : Nulls(element, path, isMap);
}
