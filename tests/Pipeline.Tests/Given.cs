using System.Globalization;

namespace ChildrensTrust.Pipeline.Tests;

/// <summary>Reads the texts of theory tables, whatever the culture of the run.</summary>
internal static class Given
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
