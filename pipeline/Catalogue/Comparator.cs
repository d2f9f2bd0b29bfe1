using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>What kind of comparator it is.</summary>
public enum ComparatorKind
{
    /// <summary>The published figure of the area's region.</summary>
    Region,

    /// <summary>The average of the other authorities of the area's type in its country.</summary>
    Type,

    /// <summary>The average of all other authorities with children's services in the area's country.</summary>
    Authorities,

    /// <summary>The average of the areas that are named.</summary>
    List,
}

/// <summary>Something that every figure is compared with, beside England and the statistical neighbours. It is data: a
/// council adds its own to the catalogue.</summary>
internal sealed record Comparator
{
    /// <summary>The id of a district's county, which no catalogue names.</summary>
    public const string County = "county";

    /// <summary>The id in files: lower case words joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The name in reports; "{type}" stands for the area's type, such as "county councils". A region goes by
    /// its own name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind it is.</summary>
    public required ComparatorKind Kind { get; init; }

    /// <summary>How its areas are averaged.</summary>
    public AverageMethod Average { get; init; } = AverageMethod.Mean;

    /// <summary>The codes of its areas, for a list.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Its name for an area.</summary>
    public string NameFor(Area area) => Name.Replace("{type}", Plural(area.Type), StringComparison.Ordinal);

    /// <summary>The areas behind it; an area is never its own comparator.</summary>
    /// <param name="on">A day of the period: areas that did not exist then are left out.</param>
    public IReadOnlyList<Area> MembersFor(Area area, DateOnly on, AreaRegister areas) =>
        [
            .. (
                Kind == ComparatorKind.List
                    ? Members.Select(areas.FindByCode).OfType<Area>()
                    : areas.All.Where(a =>
                        a.IsUpperTier
                        && a.Country == area.Country
                        && (Kind == ComparatorKind.Authorities || a.Type == area.Type)
                    )
            ).Where(a => a.Code != area.Code && a.ExistedOn(on)),
        ];

    private static string Plural(AreaType type) =>
        type switch
        {
            AreaType.County => "county councils",
            AreaType.UnitaryAuthority => "unitary authorities",
            _ => $"{type.Word()}s",
        };
}

/// <summary>How the statistical neighbours are averaged, unless a snapshot is asked for otherwise.</summary>
internal sealed record NeighbourSettings
{
    /// <summary>The average.</summary>
    public AverageMethod Average { get; init; } = AverageMethod.Mean;

    /// <summary>An average of fewer figures than this is given, and marked.</summary>
    public int Minimum { get; init; } = 5;
}
