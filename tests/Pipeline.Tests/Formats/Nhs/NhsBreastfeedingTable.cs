namespace ChildrensTrust.Pipeline.Tests.Formats.Nhs;

/// <summary>A table in the shape of the Department of Health’s workbooks; the counts are illustrative.</summary>
internal static class NhsBreastfeedingTable
{
    public const string Titles =
        "Breastfeeding prevalence at 6 to 8 weeks,,,,,,,,,\nQuarter 2 2012/13,,,,,,,,,\n,,,,,,,,,\n";
    public const string Header =
        "PCT code,PCT name,Infants due a 6-8 week check,Breastfeeding status of infants at the "
        + "check,,,,,Percentage of infants,\n"
        + ",,,Totally breastfed,Partially breastfed,Not at all breastfed,Status not known,Status "
        + "known,Prevalence,Coverage\n";

    public const string England = "Eng,England,170000,55000,25500,85000,4500,165500,47.4,97.4";
    public const string Notts = "5N8,Nottinghamshire County Teaching PCT,1950,500,300,1120,30,1920,41.0,98.5";
    public const string Worksop = "5ET,Bassetlaw PCT,300,60,45,190,5,295,35.0,98.3";
    public const string Nottingham = "5EM,Nottingham City PCT,1000,350,130,500,20,980,48.0,98.0";
    public const string Derby = "5N7,Derby City PCT,1000,300,130,550,20,980,43.0,98.0";
    public const string Footnotes = ",,,,,,,,,\nSource: Department of Health,,,,,,,,,\nDK: data not known,,,,,,,,,\n";

    public static string Sound => Table(England, Notts, Worksop, Nottingham, Derby);

    public static string Table(params string[] rows) => $"{Titles}{Header}{string.Join('\n', rows)}\n{Footnotes}";
}
