using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Comparison;

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
        Converters = { new VerdictConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a snapshot.</summary>
    public static BinaryData Write(Snapshot snapshot) =>
        new([.. JsonSerializer.SerializeToUtf8Bytes(snapshot, Options), (byte)'\n']);

    /// <summary>Reads a snapshot.</summary>
    public static Snapshot Read(BinaryData json) => JsonSerializer.Deserialize<Snapshot>(json, Options)!;

    private sealed class VerdictConverter : JsonConverter<Verdict>
    {
        public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var words = reader.GetString();
            return Enum.GetValues<Verdict>().Single(v => v.Words() == words);
        }

        public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Words());
    }
}
