namespace ChildrensTrust.Storage.Tests;

/// <summary>Small files in the shape of the Explore Education Statistics format.</summary>
internal static class Csv
{
    public const string AbsenceHeader =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_type,sess_overall_percent\n";

    /// <summary>Overall absence of Nottinghamshire and England in one academic year.</summary>
    public static string Absence(string year, string nottinghamshire, string england) =>
        AbsenceHeader
        + $"{year},Academic year,National,E92000001,England,,,,,,Total,{england}\n"
        + $"{year},Academic year,Local authority,E92000001,England,E12000004,East "
        + $"Midlands,891,E10000024,Nottinghamshire,Total,{nottinghamshire}\n";
}
