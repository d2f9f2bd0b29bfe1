namespace ChildrensTrust.Pipeline.Tests.Formats.Lait;

/// <summary>Rows of the Local Authority Interactive Tool.</summary>
internal static class LaitRows
{
    public const string Header = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region";
    public const string Notts = "TotAbs,Overall absence,2015,Nottinghamshire,4.53,891.0,East Midlands";
    public const string England = "TotAbs,Overall absence,2015,England,4.62,970.0,NA";
}
