namespace ChildrensTrust.Pipeline.Tests.Formats.Ons;

/// <summary>Rows of the web edition of Explore local statistics.</summary>
internal static class OnsRows
{
    public const string Web =
        "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes";

    // As published.
    public const string Notts =
        "E10000024,Nottinghamshire,County or Unitary Authority,Children in relative poverty before housing "
        + "costs,2021-04-01/P1Y,18.10592029,Percentage,%,,,,This data has been aggregated and may show differences "
        + "to other published figures";

    public static string Sound => $"{Web}\n{Notts}\n{Notts.Replace("2021", "2022")}\n";
}
