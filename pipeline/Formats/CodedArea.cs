using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Finds the area of a row that has a code and a name. The code decides, and the name must not be another
/// area's. Where there is no code the name is used, and that is said.</summary>
/// <param name="code">The column of the code.</param>
/// <param name="name">The column of the name; -1 where the file has none.</param>
/// <param name="type">The column that says what kind of area it is; -1 where the file has none.</param>
internal sealed class CodedArea(CsvRows rows, FileReading reading, int code, int name, int type)
{
    private readonly Dictionary<(string Code, string Name), bool> _contradicts = [];

    /// <summary>The area; null where it cannot be known, and then the row is counted.</summary>
    /// <param name="period">Gives the row's period, which says which area a name meant then; null where it cannot be
    /// read.</param>
    public Area? Find(Func<Period?> period)
    {
        if (rows.Text(code).Length == 0)
            return FindByName(period());
        if (reading.Reference.Areas.FindByCode(rows.Text(code)) is not { } area)
            UnknownArea.Take(rows, reading, code, name);
        else if (name >= 0 && Contradicts(rows.Text(name), area))
            reading.Reject(
                Check.CodesDisagree.Found(
                    "The code and the name belong to different areas.",
                    rows.Row,
                    rows.NameOf(name)
                )
            );
        else
            return area;
        return null;
    }

    private Area? FindByName(Period? period)
    {
        if (UnknownArea.IsOfOtherKind(rows.Text(type)))
            reading.Rows.Skip(UnknownArea.OtherKind);
        else if (rows.Text(name).Length == 0)
            UnknownArea.Reject(rows, reading, code);
        else if (period is not { } then)
            reading.Reject(
                Check.PeriodUnreadable.Found(
                    "The row has no code, and its period cannot be read, so its name cannot be matched to an area.",
                    rows.Row
                )
            );
        else if (
            AreaNames.Find(
                reading.Reference.Areas,
                rows.Text(name),
                then,
                area => area.IsEnglishAuthority || area.Type is AreaType.Country or AreaType.Region
            )
            is not { } area
        )
            UnknownArea.Reject(rows, reading, name, "name");
        else
        {
            reading.Findings.Add(
                Check.AreaByName.Found(
                    "The row has no code, so its area was found by name.",
                    rows.Row,
                    rows.NameOf(name)
                )
            );
            return area;
        }
        return null;
    }

    private bool Contradicts(string text, Area area)
    {
        if (text.Equals(area.Name, StringComparison.OrdinalIgnoreCase))
            return false;
        if (!_contradicts.TryGetValue((area.Code, text), out var known))
            _contradicts.Add((area.Code, text), known = AreaNames.IsOfAnother(text, area, reading.Reference.Areas));
        return known;
    }
}
