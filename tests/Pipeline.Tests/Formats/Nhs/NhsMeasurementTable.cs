namespace ChildrensTrust.Pipeline.Tests.Formats.Nhs;

/// <summary>A table in the shape of the programme’s workbooks; the figures are illustrative.</summary>
internal static class NhsMeasurementTable
{
    public const string Titles =
        "Table 3B: Prevalence of underweight healthy weight overweight and obese "
        + "children,,,,,,,,,,,,,,,,,\nNational Child Measurement Programme: 2010/11 school "
        + "year,,,,,,,,,,,,,,,,,\n,,,,,,,,,,,,,,,,,\n";
    public const string Header =
        "Org code,ONS code,Name,Reception,,,,,,,,,,,Year 6,,,\n"
        + ",,,Number measured,Underweight,,Overweight,,Obese,,,,Overweight and obese combined,,Number "
        + "measured,Obese,,Overweight and obese combined\n"
        + ",,,,Number,Prevalence,Number,Prevalence,Number,Prevalence,Lower 95% CI,Upper 95% "
        + "CI,Number,Prevalence,,Number,Prevalence,Prevalence\n";

    public const string England =
        ",,England,540000,5400,1.0,71280,13.2,50760,9.4,9.3,9.5,122040,22.6,500000,95000,19.0,33.4";
    public const string Region =
        "E,E12000004,East Midlands,44000,440,1.0,5800,13.2,4004,9.1,8.8,9.4,9804,22.3,42000,7854,18.7,33.1";
    public const string Authority =
        "37,E10000024,Nottinghamshire,8000,70,0.9,1040,13.0,696,8.7,8.1,9.3,1736,21.7,7500,1380,18.4,32.6";
    public const string Sha =
        "Q33,E18000004,East Midlands,44000,440,1.0,5800,13.2,4004,9.1,8.8,9.4,9804,22.3,42000,7854,18.7,33.1";
    public const string Trust =
        "5ET,E16000023,Bassetlaw PCT,1100,*,*,150,13.6,99,9.0,7.4,10.8,249,22.6,1050,200,19.0,33.0";
    public const string Unknown =
        "00BC,E09000026,Redbridge,3000,30,1.0,390,13.0,330,11.0,9.9,12.2,720,24.0,2800,560,20.0,34.0";
    public const string Footnotes =
        "* = between 1 and 5,,,,,,,,,,,,,,,,,\nCopyright NHS Information Centre,,,,,,,,,,,,,,,,,\n";

    public static string Sound => Table(England, Region, Authority, Sha, Trust, Unknown);

    public static string Table(params string[] rows) => $"{Titles}{Header}{string.Join('\n', rows)}\n{Footnotes}";
}
