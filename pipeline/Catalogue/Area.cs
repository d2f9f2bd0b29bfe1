namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>A place that figures are about, known by its newest official code.</summary>
public sealed record Area
{
    /// <summary>The Government Statistical Service code, such as E10000024.</summary>
    public required string Code { get; init; }

    /// <summary>The number by which the Department for Education knows it, such as 891, or the NHS code of a primary
    /// care trust.</summary>
    public string? Number { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that publishers print for it, such as "Bristol" for "Bristol, City of".</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What kind of area it is.</summary>
    public required AreaType Type { get; init; }

    /// <summary>The code of its region.</summary>
    public string? Region { get; init; }

    /// <summary>The code of its county, for a district.</summary>
    public string? County { get; init; }

    /// <summary>Codes it had before, when only the code changed and not the territory that its figures
    /// describe.</summary>
    public IReadOnlyList<FormerCode> Formerly { get; init; } = [];

    /// <summary>The day it came into being, where that is after April 2009.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day it existed.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The country that it is in; null where its code does not say.</summary>
    public Country? Country =>
        Code.ToUpperInvariant() switch
        {
            ['E', ..] => Catalogue.Country.England,
            ['W', ..] => Catalogue.Country.Wales,
            ['S', ..] => Catalogue.Country.Scotland,
            ['N', ..] => Catalogue.Country.NorthernIreland,
            _ => null,
        };

    /// <summary>Whether it is a local authority with children's services, in any country.</summary>
    public bool IsUpperTier =>
        Type is AreaType.County or AreaType.UnitaryAuthority or AreaType.MetropolitanDistrict or AreaType.LondonBorough;

    /// <summary>Whether it is one of the authorities of England, which are ranked among each other and between whose
    /// figures England's own must be.</summary>
    public bool IsEnglishAuthority => IsUpperTier && Country == Catalogue.Country.England;

    /// <summary>Whether it existed on a day.</summary>
    public bool ExistedOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>A code that an area had before.</summary>
/// <param name="Until">The last day it was in use.</param>
public sealed record FormerCode(string Code, DateOnly Until);
