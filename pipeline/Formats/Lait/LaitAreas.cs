using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Lait;

/// <summary>Finds the area of a row of the Local Authority Interactive Tool, by its number. A name beside the number
/// must be that area's: the number alone does not tell a slip from a figure of England.</summary>
internal sealed class LaitAreas(CsvRows rows, FileReading reading)
{
    private readonly int _number = rows.Header.IndexOf("LA Number");
    private readonly int _name = rows.Header.IndexOf("LA and Regions");

    /// <summary>The area of a row that is passed over; null where its number is not known.</summary>
    public Area? OfPart() => reading.Reference.Areas.FindByNumber(rows.Text(_number));

    /// <summary>The area; null where it cannot be known, and then the row is rejected.</summary>
    public Area? Find()
    {
        if (reading.Reference.Areas.FindByNumber(rows.Text(_number)) is not { } area)
            UnknownArea.Reject(rows, reading, _number, "number");
        else if (rows.Text(_name) is { Length: > 0 } name && !reading.Reference.Areas.IsNameOf(name, area))
            reading.Reject(
                Check.CodesDisagree.Found(
                    "The number and the name belong to different areas.",
                    rows.Row,
                    rows.NameOf(_number)
                )
            );
        else
            return area;
        return null;
    }
}
