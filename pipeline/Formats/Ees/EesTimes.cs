using System.Globalization;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Screens the two time columns: each row's own pair, and whether the identifiers of a file belong
/// together.</summary>
internal sealed class EesTimes
{
    private const int MaxRemembered = 10_000;
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    private readonly Dictionary<(string Identifier, string Time), RowFault?> _known = [];
    private readonly SortedSet<string> _families = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a row's period; null for nothing.</summary>
    public RowFault? Fault(string identifier, string time)
    {
        if (_known.TryGetValue((identifier, time), out var fault))
            return fault;
        fault = Examine(identifier, time);
        if (_known.Count < MaxRemembered)
            _known.Add((identifier, time), fault);
        return fault;
    }

    /// <summary>What is to be said of all identifiers together.</summary>
    public void Finish(FindingList findings)
    {
        if (_families.Count > 1)
            findings.Add(
                Check.TimeMixed.Found(
                    $"The file mixes time identifiers that do not belong together: {string.Join(", ", _families)}.",
                    column: "time_identifier"
                )
            );
    }

    private RowFault? Examine(string identifier, string time)
    {
        if (!EesTimeIdentifier.TryFind(identifier, out var name, out var digits))
            return new(
                Check.TimeIdentifierUnknown,
                "the time identifier is not one this format uses",
                "time_identifier"
            );
        _families.Add(Family(name));
        if (SpreadsheetDate.Is(time))
            return new(Check.PeriodIsDate, "the time period is a date", "time_period");
        time = EesTimeIdentifier.Digits(time, digits);
        if (time.Contains("E+", StringComparison.OrdinalIgnoreCase))
            return Unreadable(
                "the time period was rounded by a spreadsheet, which shows long numbers with an exponent; format its "
                    + "column as text"
            );
        if (time.Length == 0 || !time.All(char.IsAsciiDigit))
            return Unreadable(
                "the time period is not in a form that can be read: write 2024 for a single year, or 202324, 2023/24, "
                    + "2023-24, 2023_24, 2023 to 2024 or 2324 for 2023/24"
            );
        // Which of the two is wrong cannot be told.
        if (digits == 4 && time.Length == 6)
            return new(
                Check.PeriodUnreadable,
                "the time period has two years, but its time identifier (such as Calendar year) needs one: correct one "
                    + "of them",
                "time_identifier"
            );
        if (digits == 6 && time is (['1', '9', _, _] or ['2', '0', _, _]))
            return new(
                Check.PeriodUnreadable,
                "the time period has one year, but its time identifier (such as Academic year) needs two: write 202324 "
                    + "for 2023/24, or correct the identifier",
                "time_identifier"
            );
        if (time.Length != digits)
            return Unreadable(
                $"the time period does not have the {digits} digits that its identifier needs, such as "
                    + $"{(digits == 6 ? "202324 for 2023/24" : "2024")}"
            );
        if (EesTimeIdentifier.TryParse(name, time, null, out _))
            return null;
        var year = int.Parse(time[..4], CultureInfo.InvariantCulture);
        return Unreadable(
            year is < 1900 or > 2100 ? "the year of the time period is not from 1900 to 2100"
            : digits == 6 ? "the two years of the time period do not follow one another"
            : "the year of the time period has no such week"
        );
    }

    private static RowFault Unreadable(string says) => new(Check.PeriodUnreadable, says, "time_period");

    // Identifiers of one family may be in one file: the three terms, weeks, months, the quarters of one kind of
    // year, the two parts.
    private static string Family(string name) =>
        Months.Contains(name) ? "months"
        : name.StartsWith("Week ", StringComparison.Ordinal) ? "weeks"
        : name.StartsWith("Part ", StringComparison.Ordinal) ? "parts of a year"
        : name is "Autumn term" or "Spring term" or "Summer term" ? "terms"
        : name[..^1].EndsWith(" Q", StringComparison.Ordinal) ? $"{name[..^3]} quarters"
        : name;
}
