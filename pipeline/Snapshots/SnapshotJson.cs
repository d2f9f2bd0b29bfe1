using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Text;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Snapshots;

/// <summary>Writes a snapshot as JSON and reads it back: figures as decimal numbers exactly as published, verdicts in
/// words, absent things null.</summary>
public static class SnapshotJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new WordsConverter<Verdict>(Verdicts.Words),
            new WordsConverter<Direction>(Directions.Code),
            new WordsConverter<Outlook>(Outlooks.Words),
            new WordsConverter<MissingReason>(MissingReasons.Words),
            new WordsConverter<KeyActionStatus>(EnumWords.Word),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
        },
    };

    /// <summary>Writes a snapshot.</summary>
    public static BinaryData Write(Snapshot snapshot) =>
        new([.. JsonSerializer.SerializeToUtf8Bytes(snapshot, Options), (byte)'\n']);

    /// <summary>Reads a snapshot.</summary>
    public static Snapshot Read(BinaryData json) => JsonSerializer.Deserialize<Snapshot>(json, Options)!;

    // Other programs read the words that people read.
    private sealed class WordsConverter<T>(Func<T, string> words) : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly FrozenDictionary<string, T> _values = Enum.GetValues<T>().ToFrozenDictionary(words);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            _values.TryGetValue(reader.GetString() ?? "", out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(words(value));
    }
}
