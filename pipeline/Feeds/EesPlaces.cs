using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>Finds the area of a row in the Explore Education Statistics format: its level says which columns name it.</summary>
internal sealed class EesPlaces(Header header, AreaRegister areas)
{
    private readonly int _level = header.IndexOf("geographic_level");
    private readonly int _country = header.IndexOf("country_code");
    private readonly int _region = header.IndexOf("region_code");
    private readonly int _newCode = header.IndexOf("new_la_code");
    private readonly int _oldCode = header.IndexOf("old_la_code");

    /// <summary>Why the row is passed over for its level; null where it is not.</summary>
    public string? SkipReason(CsvRows rows)
    {
        if (rows.Is(_level, "National"))
            return rows.Text(_country) is "" or AreaRegister.England ? null : "another country";
        if (rows.Is(_level, "Regional"))
            return null;
        if (rows.Is(_level, "Local authority"))
            return rows.Text(_newCode) is "x" or "z" && rows.Text(_oldCode) is "x" or "z" or "" ? "area not stated" : null;
        return $"geographic level {Level(rows.Text(_level))}";
    }

    /// <summary>The area; null where the register has none of that code.</summary>
    public Area? Find(CsvRows rows)
    {
        if (rows.Is(_level, "National"))
            return areas.FindByCode(AreaRegister.England);
        if (rows.Is(_level, "Regional"))
            return areas.FindByCode(rows.Text(_region));
        return rows.Text(_newCode) is { Length: > 1 } code ? areas.FindByCode(code) : areas.FindByNumber(rows.Text(_oldCode));
    }

    // A level is a word of the format and not a cell's content; anything else in its place is not repeated.
    private static string Level(string text) => text is { Length: > 0 and < 60 } && text.All(c => char.IsAsciiLetter(c) || c is ' ' or '-') ? text : "not stated";
}
