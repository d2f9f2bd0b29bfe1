namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The areas that the pipeline knows, found by any code or number a publisher uses.</summary>
public sealed class AreaRegister
{
    /// <summary>The code of England.</summary>
    public const string England = "E92000001";

    private const int CodeLength = 9;
    private const int KindLength = 3;

    private readonly Dictionary<string, Area> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Area> _byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Area>> _byName = [];
    private readonly HashSet<string> _whole = new(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<ILookup<string, Area>> _byWords;

    private AreaRegister(IReadOnlyList<Area> areas)
    {
        All = areas;
        _byWords = new(() =>
            areas
                .SelectMany(a => a.Aliases.Prepend(a.Name).Select(AreaWords.Of).Distinct().Select(words => (words, a)))
                .ToLookup(n => n.words, n => n.a)
        );
        foreach (var area in areas)
        {
            if (
                area.Country == Country.England
                && (area.IsUpperTier || area.Type is AreaType.Country or AreaType.Region)
            )
                _whole.Add(Kind(area.Code));
            _byCode.Add(area.Code, area);
            foreach (var former in area.Formerly)
                _byCode.Add(former.Code, area);
            // An area without a number is a district, or only keeps an old code apart from its successor's; publishers
            // give its code.
            if (area.Number is null)
                continue;
            _byNumber.Add(area.Number, area);
            foreach (var name in area.Aliases.Prepend(area.Name).Select(Plain).Distinct())
            {
                if (!_byName.TryGetValue(name, out var same))
                    _byName.Add(name, same = []);
                same.Add(area);
            }
        }
    }

    /// <summary>Every area, in the register's order.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>Finds an area by its present or a former code, whatever its capitals; null where the register has
    /// none.</summary>
    public Area? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether a code is not in the register and is of a kind of which the register has all: England, its
    /// regions and its authorities. Of wards, trusts and councils of Wales there are more than it has.</summary>
    public bool Lacks(string code) =>
        code.Length == CodeLength
        && code.Skip(1).All(char.IsAsciiDigit)
        && _whole.Contains(Kind(code))
        && FindByCode(code) is null;

    /// <summary>Finds an area by its Department for Education number or NHS code; null where the register has
    /// none.</summary>
    /// <param name="number">A number such as 891, or 891.0 or 0891 as a spreadsheet or a database may keep
    /// it.</param>
    public Area? FindByNumber(string number) =>
        _byNumber.GetValueOrDefault(
            (number.EndsWith(".0", StringComparison.Ordinal) ? number[..^2] : number).TrimStart('0')
        );

    /// <summary>
    /// Finds an area by its name or an alias, whatever the case, the punctuation, and "&amp;" for "and". Null where the
    /// register has none, and where two areas have had the name (Dorset, before and after April 2019) and the day does
    /// not tell which is meant.
    /// </summary>
    /// <param name="name">A name such as "Bristol" or "Bristol, City of".</param>
    /// <param name="on">A day on which the area that is meant existed; null where that is not known.</param>
    public Area? FindByName(string name, DateOnly? on = null) =>
        _byName.GetValueOrDefault(Plain(name)) switch
        {
            null => null,
            [var only] => only,
            var several => several.FindAll(area => on is { } day && area.ExistedOn(day)) is [var then] ? then : null,
        };

    /// <summary>The areas that a name may refer to, without the words for the kind of area: "City of Bristol" and
    /// "Bristol UA" are Bristol. In the register's order.</summary>
    internal IEnumerable<Area> FindAlike(string name) => _byWords.Value[AreaWords.Of(name)];

    /// <summary>Whether an area goes by a name (see <see cref="FindAlike"/>).</summary>
    internal bool IsNameOf(string name, Area area) => FindAlike(name).Contains(area);

    /// <summary>The districts of a county, in the register's order; none for other areas.</summary>
    public IReadOnlyList<Area> DistrictsOf(string county) => [.. All.Where(a => a.County == county)];

    // The first three characters of a statistical code say what kind of area it is of.
    private static string Kind(string code) => code.Length < KindLength ? code : code[..KindLength];

    private static string Plain(string name) =>
        string.Concat(name.Replace("&", " and ", StringComparison.Ordinal).Where(char.IsLetterOrDigit))
            .ToUpperInvariant();

    /// <summary>Reads a register.</summary>
    /// <param name="json">The register's JSON, as in areas.json.</param>
    /// <exception cref="CatalogueException">The text is not a valid register; the message says what to
    /// correct.</exception>
    public static AreaRegister Read(BinaryData json)
    {
        var areas = CatalogueJson.Read<Document>(json, "The area register").Areas;
        var codes = areas.Select(a => a.Code).Concat(areas.SelectMany(a => a.Formerly).Select(f => f.Code));
        var faults = codes
            .Concat(areas.Select(a => a.Number).OfType<string>())
            .GroupBy(c => c, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => $"The area register has {g.Key} {g.Count()} times.")
            .ToList();
        var byCode = areas.ToLookup(a => a.Code);
        faults.AddRange(
            from area in areas
            from within in byCode[area.Region ?? ""].Concat(byCode[area.County ?? ""])
            where within.Country != area.Country
            select $"The area {area.Code} is not in the country of its region or county, {within.Code}."
        );
        if (areas.All(a => a.Code != England))
            faults.Add($"The area register has no England ({England}), with which everything is compared.");
        return faults.Count == 0 ? new(areas) : throw new CatalogueException(faults);
    }

    private sealed record Document(string Source, IReadOnlyList<Area> Areas);
}
