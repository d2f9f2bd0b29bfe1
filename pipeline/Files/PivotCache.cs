using System.Text;
using System.Xml;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// The copy of a table that a workbook keeps for a pivot table, even where the table itself was deleted: its columns
/// with their distinct values in one part, its rows in another. Both are watched for personal data as the table would
/// be.
/// </summary>
internal static class PivotCache
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        Async = true,
    };

    /// <summary>Whether a part of a workbook is one of a pivot table's copy.</summary>
    public static bool IsPart(string name) =>
        name.StartsWith("xl/pivotCache/", StringComparison.OrdinalIgnoreCase)
        && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is found in a part; null for nothing.</summary>
    public static async Task<Finding?> FindAsync(Stream part, CancellationToken cancellationToken)
    {
        // The rows do not name their columns, so a day in them may be of anything: the columns' own values tell.
        // One column is watched at a time, however many there are.
        var (watch, inFields, column) = (new PersonalDataTripwire(), false, 0);
        using var xml = XmlReader.Create(part, Settings);
        try
        {
            while (await xml.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "cacheField")
                {
                    if (watch.Finding is { } found)
                        return found;
                    (watch, inFields) = (new(), true);
                    watch.Header([xml.GetAttribute("name") ?? ""]);
                }
                else if (xml.LocalName == "r" && !inFields)
                {
                    watch.NextRow();
                    column = 0;
                }
                else if (xml.LocalName is "s" or "n" or "d" or "x" or "m" or "b" or "e")
                {
                    var value = Encoding.UTF8.GetBytes(xml.LocalName is "s" or "n" ? xml.GetAttribute("v") ?? "" : "");
                    if (!inFields)
                        watch.Cell(column++, value);
                    else
                    {
                        watch.NextRow();
                        watch.Cell(
                            0,
                            xml.LocalName == "d" ? Encoding.UTF8.GetBytes(xml.GetAttribute("v") ?? "") : value
                        );
                    }
                }
            }
        }
        catch (XmlException)
        {
            // Excel refuses such a workbook. What was read before counts.
        }
        return watch.Finding;
    }
}
