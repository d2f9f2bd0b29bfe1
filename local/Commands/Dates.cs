using System.Globalization;
using System.Text.RegularExpressions;

namespace ChildrensTrust.Local.Commands;

/// <summary>Dates of the command line.</summary>
internal static partial class Dates
{
    /// <exception cref="UserFaultException">The text is no date.</exception>
    public static DateOnly? Read(string option, string? text)
    {
        if (text is null)
            return null;

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        throw UserFaultException.Asked(
            Written().IsMatch(text)
                ? $"{option}: there is no such day as {text}."
                : $"{option} takes a date written like 2012-09-30."
        );
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
