using System.Globalization;

namespace ChildrensTrust.Local.Commands;

/// <summary>Dates of the command line.</summary>
internal static class Dates
{
    /// <exception cref="UserFaultException">The text is no date.</exception>
    public static DateOnly? Read(string option, string? text)
    {
        if (text is null)
            return null;

        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw UserFaultException.Asked($"{option} takes a date written like 2012-09-30.");
    }
}
