using System.Globalization;
using Humanizer;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>Writes small whole numbers in words, as the report does.</summary>
internal static class NumberWords
{
    /// <summary>A number in words; "none" for 0, digits from 100.</summary>
    public static string For(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number switch
        {
            0 => "none",
            < 100 => number.ToWords(CultureInfo.InvariantCulture),
            _ => number.ToString(),
        };
    }
}
