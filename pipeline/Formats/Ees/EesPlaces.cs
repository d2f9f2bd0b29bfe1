using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Periods;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>Finds the area of a row in the Explore Education Statistics format: its level says which columns name
/// it.</summary>
internal sealed class EesPlaces(Header header, AreaRegister areas)
{
    private readonly int _level = header.IndexOf("geographic_level");
    private readonly int _country = header.IndexOf("country_code");
    private readonly int _countryName = header.IndexOf("country_name");
    private readonly int _region = header.IndexOf("region_code");
    private readonly int _regionName = header.IndexOf("region_name");
    private readonly int _newCode = header.IndexOf("new_la_code");
    private readonly int _oldCode = header.IndexOf("old_la_code");
    private readonly int _name = header.IndexOf("la_name");
    private readonly int[] _within = [.. EesLevel.WithinAuthority.Select(header.IndexOf).Where(c => c >= 0)];

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<int> Columns =>
        [_level, _country, _countryName, _region, _regionName, _newCode, _oldCode, _name];

    /// <summary>The row's level; null where it is not one of the format's.</summary>
    public EesLevel? Level(CsvRows rows) => EesLevel.Find(rows.Text(_level));

    /// <summary>Why the row is passed over for its level; null where it is not.</summary>
    public string? SkipReason(CsvRows rows, EesLevel level) =>
        level.Name switch
        {
            EesLevel.National => IsOtherCountry(rows) ? "another country" : null,
            EesLevel.Regional => null,
            EesLevel.Authority => IsSymbol(rows.Text(_newCode))
            && (IsSymbol(rows.Text(_oldCode)) || rows.Text(_oldCode).Length == 0)
            && !NamesAuthority(rows.Text(_name))
                ? "area not stated"
                : null,
            _ => $"geographic level {level.Name}",
        };

    /// <summary>The area; null where the register has none of that code, or of that name where the row has no
    /// code.</summary>
    /// <param name="period">The row's, which says which area a name meant then.</param>
    public Area? Find(CsvRows rows, EesLevel level, Period period) =>
        level.Name == EesLevel.National ? (MayBeEngland(rows) ? areas.FindByCode(AreaRegister.England) : null)
        : IsByName(rows, level)
            ? AreaNames.Find(
                areas,
                rows.Text(Column(rows, level)),
                period,
                area => level.Name == EesLevel.Regional ? area.Type == AreaType.Region : area.IsEnglishAuthority
            )
        : level.Name == EesLevel.Regional ? areas.FindByCode(rows.Text(_region))
        : rows.Text(_newCode) is { Length: > 1 } code ? areas.FindByCode(code)
        : areas.FindByNumber(rows.Text(_oldCode));

    /// <summary>Whether a row has no code of its area, and its name says which it is.</summary>
    public bool IsByName(CsvRows rows, EesLevel level) =>
        level.Name switch
        {
            EesLevel.National => rows.Text(_country).Length == 0 && rows.Text(_countryName).Length > 1,
            EesLevel.Regional => rows.Text(_region).Length == 0 && rows.Text(_regionName).Length > 1,
            EesLevel.Authority => IsBlank(rows.Text(_newCode))
                && IsBlank(rows.Text(_oldCode))
                && rows.Text(_name).Length > 1,
            _ => false,
        };

    private static bool IsBlank(string code) => code.Length == 0 || IsSymbol(code);

    /// <summary>The column by which a row of an authority is about a place in it; null for none. Each row is asked,
    /// because schools are many.</summary>
    public int? Within(CsvRows rows, EesLevel level)
    {
        if (level.Name != EesLevel.Authority)
            return null;
        foreach (var column in _within)
        {
            if (!rows.Cell(column).IsEmpty && NamesAnother(rows, rows.Text(column)))
                return column;
        }
        return null;
    }

    // The district of a unitary authority is the authority itself.
    private bool NamesAnother(CsvRows rows, string within) =>
        within.Length > 1
        && within[0] != '['
        && !IsSymbol(within)
        && !EesPlaceNames.IsWhole(within)
        && within != rows.Text(_newCode)
        && !AreaNames.Agree(within, rows.Text(_name))
        && !(areas.FindByCode(rows.Text(_newCode)) is { } area && areas.IsNameOf(within, area));

    // x and z, and what stood for them before.
    private static bool IsSymbol(string code) => code is "x" or "z" or ":" or "." or ".." or "-" or "NA" or "NULL";

    private bool NamesAuthority(string name) =>
        name.Length > 1 && areas.FindAlike(name).Any(area => area.IsEnglishAuthority);

    /// <summary>The column by which the area is looked for.</summary>
    public int Column(CsvRows rows, EesLevel level) =>
        (level.Name, IsByName(rows, level)) switch
        {
            (EesLevel.National, _) => _countryName,
            (EesLevel.Regional, var byName) => byName ? _regionName : _region,
            (_, true) => _name,
            _ => rows.Text(_newCode).Length > 1 ? _newCode : _oldCode,
        };

    /// <summary>What is wrong where the two codes of an authority, or an area's code and its name, are of two areas;
    /// null for nothing.</summary>
    public RowFault? Fault(CsvRows rows, EesLevel level)
    {
        var (code, name) = level.Name switch
        {
            EesLevel.National => (areas.FindByCode(rows.Text(_country)), _countryName),
            EesLevel.Regional => (areas.FindByCode(rows.Text(_region)), _regionName),
            EesLevel.Authority when rows.Text(_newCode).Length > 0 => (areas.FindByCode(rows.Text(_newCode)), _name),
            EesLevel.Authority => (areas.FindByNumber(rows.Text(_oldCode)), _name),
            _ => (null, -1),
        };
        if (code is null)
            return null;
        if (
            level.Name == EesLevel.Authority
            && areas.FindByNumber(rows.Text(_oldCode)) is { } byNumber
            && code != byNumber
        )
            return new(Check.CodesDisagree, "the two codes belong to different authorities", "old_la_code");
        return AreaNames.IsOfAnother(rows.Text(name), code, areas)
            ? new(Check.CodesDisagree, "the code and the name belong to different areas", header.Names[name])
            : null;
    }

    private bool IsOtherCountry(CsvRows rows) =>
        rows.Text(_country).Length == 0
            ? AreaNames.IsBeyond(rows.Text(_countryName))
            : !rows.Is(_country, AreaRegister.England);

    // "England (state-funded)" is England.
    private bool MayBeEngland(CsvRows rows) =>
        rows.Text(_country).Length > 0
        || rows.Text(_countryName) is var name
            && (name.Length == 0 || name.StartsWith("England", StringComparison.OrdinalIgnoreCase))
            && !ExtraBreakdowns.NamesGroup(name);

    /// <summary>Whether the row's code was in use at some time of the period. A new code may stand for years before it:
    /// publishers write its whole series under it.</summary>
    public bool IsLive(CsvRows rows, Area area, Period period)
    {
        var code = rows.Text(area.Type == AreaType.Region ? _region : _newCode);
        var until =
            area.Formerly.FirstOrDefault(former => former.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Until
            ?? area.Until;
        return (area.From is null || area.From <= period.End) && (until is null || period.Start <= until);
    }
}
