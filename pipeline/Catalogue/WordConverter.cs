using System.Text.Json;
using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>A word of reference data is none of its closed set.</summary>
internal sealed class UnknownWordException(IEnumerable<string> words)
    : JsonException($"It must be one of {string.Join(", ", words)}.");

/// <summary>Reads the words of closed sets: of every enum, and of <see cref="Unit"/>.</summary>
internal sealed class WordConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum || typeToConvert == typeof(Unit);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert.IsEnum
            ? (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(typeToConvert))!
            : new UnitConverter();

    private sealed class EnumConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumWords.Find<T>(Text(ref reader)) ?? throw new UnknownWordException(EnumWords.All<T>());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Word());
    }

    private sealed class UnitConverter : JsonConverter<Unit>
    {
        public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Unit.Find(Text(ref reader)) ?? throw new UnknownWordException(Unit.Words);

        public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        reader.Skip();
        return "";
    }
}
