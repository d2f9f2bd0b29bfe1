namespace ChildrensTrust.Pipeline.Tests.Formats.Ees;

/// <summary>Rows of an Explore Education Statistics file of absence.</summary>
internal static class EesRows
{
    public const string Header =
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_type,sess_overall,sess_possible,sess_overall_percent";
    public const string England = "201011,Academic year,National,E92000001,England,,,,,,Total,5800,100000,5.80";
    public const string EastMidlands =
        "201011,Academic year,Regional,E92000001,England,E12000004,East Midlands,,,,Total,590,10000,5.9";
    public const string Notts =
        "201011,Academic year,Local authority,E92000001,England,E12000004,East "
        + "Midlands,891,E10000024,Nottinghamshire,Total,57,1000,5.7";
}
