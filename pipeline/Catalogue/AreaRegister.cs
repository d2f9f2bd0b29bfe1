using System.Text.Json;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>The areas that the pipeline knows, found by any code, number or name a publisher uses.</summary>
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
    /// <exception cref="ArgumentException">Two areas share a code or a number.</exception>
    public static AreaRegister Read(BinaryData json) =>
        new(json.ToObjectFromJson<Document>(CatalogueJson.Options)?.Areas ?? throw new JsonException("The area register is empty."));

    private sealed record Document(string Source, IReadOnlyList<Area> Areas);
}
