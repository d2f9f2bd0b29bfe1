using System.Text.Json;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The areas that the pipeline knows, found by any code or number a publisher uses.</summary>
public sealed class AreaRegister
{
    /// <summary>The code of England.</summary>
    public const string England = "E92000001";

    private readonly Dictionary<string, Area> _byCode = [];
    private readonly Dictionary<string, Area> _byNumber = [];

    private AreaRegister(IReadOnlyList<Area> areas)
    {
        All = areas;
        foreach (var area in areas)
        {
            _byCode.Add(area.Code, area);
            foreach (var former in area.Formerly)
                _byCode.Add(former.Code, area);
            if (area.Number is not null)
                _byNumber.Add(area.Number, area);
        }
    }

    /// <summary>Every area, in the register's order.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>Finds an area by its present or a former code; null where the register has none.</summary>
    /// <param name="code">A code such as E10000024.</param>
    public Area? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Finds an area by its Department for Education number or NHS code; null where the register has none.</summary>
    /// <param name="number">A number such as 891.</param>
    public Area? FindByNumber(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Reads a register.</summary>
    /// <param name="json">The register's JSON, as in areas.json.</param>
    /// <exception cref="CatalogueException">The text is not a valid register; the message says what to mend.</exception>
    public static AreaRegister Read(BinaryData json)
    {
        try
        {
            var areas = json.ToObjectFromJson<Document>(CatalogueJson.Options)?.Areas ?? throw new CatalogueException(["The area register is empty."]);
            var codes = areas.Select(a => a.Code).Concat(areas.SelectMany(a => a.Formerly).Select(f => f.Code));
            var twice = codes.Concat(areas.Select(a => a.Number).OfType<string>()).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"The area register has {g.Key} {g.Count()} times.").ToList();
            return twice.Count == 0 ? new(areas) : throw new CatalogueException(twice);
        }
        catch (JsonException fault)
        {
            throw new CatalogueException([$"The area register is not valid JSON or has a name that is not known: {fault.Message}"]);
        }
    }

    private sealed record Document(string Source, IReadOnlyList<Area> Areas);
}
