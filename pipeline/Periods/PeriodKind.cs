namespace ChildrensTrust.Pipeline.Periods;

/// <summary>What kind of stretch of time a figure is about. Two periods are comparable only when their kinds are the
/// same.</summary>
public enum PeriodKind
{
    /// <summary>1 January to 31 December.</summary>
    CalendarYear,

    /// <summary>1 April to 31 March, labelled 2023/24.</summary>
    FinancialYear,

    /// <summary>1 September to 31 August, labelled 2023/24.</summary>
    AcademicYear,

    /// <summary>A collection year, mostly to 31 March, labelled by the day on which it ends.</summary>
    ReportingYear,

    /// <summary>6 April to 5 April.</summary>
    TaxYear,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>A school term, or two terms together.</summary>
    Term,

    /// <summary>April to September, or October to March.</summary>
    HalfYear,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A numbered week.</summary>
    Week,

    /// <summary>A single day, such as 31 March.</summary>
    Day,

    /// <summary>Several years pooled into one figure.</summary>
    Years,
}
