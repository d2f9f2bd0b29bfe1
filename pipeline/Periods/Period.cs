using System.Globalization;

namespace ChildrensTrust.Pipeline.Periods;

/// <summary>
/// The time a figure is about: its kind, its first and its last day. Periods sort by their last day, so "latest" never
/// depends on how a publisher writes a label.
/// </summary>
public readonly record struct Period(PeriodKind Kind, DateOnly Start, DateOnly End) : IComparable<Period>
{
    private const string YearTo = "Year to ";
    private const int KeyParts = 3;

    /// <summary>The label that people read, such as "2023/24", "2012/13 Q2" or "Year to 31 March 2024".</summary>
    public string Label =>
        Kind switch
        {
            PeriodKind.CalendarYear => Year(Start),
            PeriodKind.FinancialYear or PeriodKind.AcademicYear or PeriodKind.TaxYear => Split(Start, End),
            PeriodKind.ReportingYear => YearTo + Date(End),
            PeriodKind.Quarter when Start is { Day: 1, Month: 1 or 4 or 7 or 10 } => FinancialQuarter,
            PeriodKind.Years when Start is { Day: 1, Month: 1 } => $"{Year(Start)} to {Year(End)}",
            PeriodKind.Years => $"{Split(Start, Start.AddYears(1))} to {Split(End.AddYears(-1), End)}",
            PeriodKind.Month => End.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            PeriodKind.Day => Date(End),
            _ => $"{Date(Start)} to {Date(End)}",
        };

    /// <summary>The label within a sentence, as in "for the year to 31 March 2024".</summary>
    public string InSentence => Within(Label);

    /// <summary>A label within a sentence.</summary>
    public static string Within(string label) =>
        label.StartsWith(YearTo, StringComparison.Ordinal) ? $"the year to {label[YearTo.Length..]}" : label;

    /// <summary>The same period one year earlier: the one that a figure may be compared with (same quarter, same
    /// term).</summary>
    public Period YearBefore =>
        Kind == PeriodKind.Day
            ? new(Kind, Start.AddYears(-1), End.AddYears(-1))
            : new(Kind, Start.AddYears(-1), LastDay(End.AddYears(-1)));

    /// <summary>The period that follows this one in a series of its kind: the next quarter, half-year or month,
    /// otherwise the same a year later.</summary>
    public Period Next
    {
        get
        {
            var months = Kind switch
            {
                PeriodKind.Month => 1,
                PeriodKind.Quarter => 3,
                PeriodKind.HalfYear => 6,
                _ => 12,
            };
            // A period of whole months ends on the last day of one, whatever its length.
            var wholeMonths = End.AddDays(1).Day == 1 && Kind != PeriodKind.Day;
            return new(
                Kind,
                Start.AddMonths(months),
                wholeMonths ? End.AddDays(1).AddMonths(months).AddDays(-1) : End.AddMonths(months)
            );
        }
    }

    /// <summary>Whether the other period is of the same kind and covers the same part of the year.</summary>
    public bool IsComparableWith(Period other) =>
        Kind == other.Kind
        && Start.Month == other.Start.Month
        && Start.Day == other.Start.Day
        && End.Month == other.End.Month
        && End.Year - Start.Year == other.End.Year - other.Start.Year;

    /// <summary>A compact form that <see cref="Parse"/> reads back.</summary>
    public string Key => $"{Kind}|{Start:yyyyMMdd}|{End:yyyyMMdd}";

    /// <summary>Reads what <see cref="Key"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static Period Parse(ReadOnlySpan<char> key)
    {
        Span<Range> parts = stackalloc Range[KeyParts + 1];
        return key.Split(parts, '|') == KeyParts
            ? new(Enum.Parse<PeriodKind>(key[parts[0]]), Day(key[parts[1]]), Day(key[parts[2]]))
            : throw new FormatException($"{key} is not the key of a period.");
    }

    /// <inheritdoc />
    public int CompareTo(Period other) =>
        End != other.End ? End.CompareTo(other.End)
        : Start != other.Start ? Start.CompareTo(other.Start)
        : Kind.CompareTo(other.Kind);

    /// <summary>Earlier by last day.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later by last day.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => Label;

    private string FinancialQuarter
    {
        get
        {
            var quarter = ((Start.Month + 8) % 12 / 3) + 1;
            var year = quarter == 4 ? Start.Year - 1 : Start.Year;
            return $"{year}/{(year + 1) % 100:00} Q{quarter}";
        }
    }

    private static DateOnly LastDay(DateOnly end) =>
        end is { Month: 2, Day: 28 } && DateTime.IsLeapYear(end.Year) ? end.AddDays(1) : end;

    private static DateOnly Day(ReadOnlySpan<char> text) =>
        DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Split(DateOnly from, DateOnly to) => $"{from.Year}/{to.Year % 100:00}";
}
