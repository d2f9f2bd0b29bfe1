using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The last day of a month, the same day every year: "03-31". February has none, because its last day is not
/// the same every year.</summary>
[JsonConverter(typeof(MonthEndConverter))]
public readonly record struct MonthEnd(int Month)
{
    // Any year that is not a leap year.
    private const int OrdinaryYear = 2001;

    /// <summary>That day of a year.</summary>
    public DateOnly In(int year) => new(year, Month, DateTime.DaysInMonth(year, Month));

    /// <summary>The month and the day, as the catalogue has them.</summary>
    public override string ToString() => In(OrdinaryYear).ToString("MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a month and a day.</summary>
    /// <exception cref="CatalogueException">It is not the last day of a month, or it is one of February; the message
    /// says what to write.</exception>
    public static MonthEnd Parse(string text)
    {
        if (text.StartsWith("02-", StringComparison.Ordinal))
            throw new CatalogueException([
                $"The as-at date {text} cannot be used: the last day of February is not the same every year. Use "
                    + "01-31 or 03-31.",
            ]);
        return
            DateOnly.TryParseExact(
                $"{OrdinaryYear}-{text}",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            && day.AddDays(1).Day == 1
            ? new(day.Month)
            : throw new CatalogueException([
                $"The as-at date {text} must be the last day of a month, as month and day: 03-31 or 06-30.",
            ]);
    }
}

/// <summary>Reads a <see cref="MonthEnd"/> from its text.</summary>
internal sealed class MonthEndConverter : JsonConverter<MonthEnd>
{
    public override MonthEnd Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? MonthEnd.Parse(reader.GetString()!)
            : throw new JsonException("An as-at date is a text such as \"03-31\".");

    public override void Write(Utf8JsonWriter writer, MonthEnd value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
