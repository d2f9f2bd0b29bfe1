namespace ChildrensTrust.Pipeline.Periods;

/// <summary>What a publisher's bare year means: its kind, and on which day of the year it ends.</summary>
internal sealed record YearType(PeriodKind Kind, int StartMonth, int StartDay)
{
    private static readonly Dictionary<string, YearType> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["calendar"] = new(PeriodKind.CalendarYear, 1, 1),
        ["financial"] = new(PeriodKind.FinancialYear, 4, 1),
        ["academic"] = new(PeriodKind.AcademicYear, 9, 1),
        ["reporting"] = new(PeriodKind.ReportingYear, 4, 1),
        ["tax"] = new(PeriodKind.TaxYear, 4, 6),
        ["at-31-march"] = new(PeriodKind.Day, 3, 31),
        ["at-30-september"] = new(PeriodKind.Day, 9, 30),
        ["at-31-august"] = new(PeriodKind.Day, 8, 31),
    };

    /// <summary>The names that the catalogue may use.</summary>
    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>Finds a year type by the catalogue's name for it; null where there is none.</summary>
    /// <param name="name">Such as "academic" or "at-31-march".</param>
    public static YearType? Find(string? name) =>
        name is not null && Named.TryGetValue(name, out var found) ? found : null;

    /// <summary>Whether a year, or a day, begins on the day on which those of this type do.</summary>
    public bool Begins(Period period) =>
        (StartMonth, StartDay, Kind == PeriodKind.Day)
        == (period.Start.Month, period.Start.Day, period.Kind == PeriodKind.Day);

    /// <summary>The year that ends in the given calendar year: academic 2015 is 2014/15, calendar 2015 is
    /// 2015.</summary>
    public Period Ending(int year)
    {
        if (Kind == PeriodKind.Day)
            return new(Kind, new(year, StartMonth, StartDay), new(year, StartMonth, StartDay));
        var start = new DateOnly(StartMonth == 1 ? year : year - 1, StartMonth, StartDay);
        return new(Kind, start, start.AddYears(1).AddDays(-1));
    }
}
