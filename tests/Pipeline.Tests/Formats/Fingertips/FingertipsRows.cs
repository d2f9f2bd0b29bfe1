namespace ChildrensTrust.Pipeline.Tests.Formats.Fingertips;

/// <summary>Rows of a Fingertips download.</summary>
internal static class FingertipsRows
{
    public const string Header =
        "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category "
        + "Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
        + "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England "
        + "value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period "
        + "range";

    // Hospital admissions for injuries, 2010/11, as published (Fingertips 90284).
    public const string Notts =
        "90284,Injuries,E92000001,England,E10000024,Nottinghamshire,Counties & UAs,Persons,<15 "
        + "yrs,,,2010/11,94.40,89.23,99.79,86.41,102.93,1247,132103,,,Better,,20100000,,,1y";
    public const string England =
        "90284,Injuries,,,E92000001,England,England,Persons,<15 yrs,,,2010/11,115.22,114.50,115.94,,,,,,,Not "
        + "compared,,20100000,,,1y";
}
