using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>What kind of area it is.</summary>
public enum AreaType
{
    /// <summary>England, or another country.</summary>
    Country,

    /// <summary>A region, or a part of one for which figures are published, as Inner London.</summary>
    Region,

    /// <summary>A county council's area.</summary>
    County,

    /// <summary>The area of a unitary authority; of any council, in Wales.</summary>
    [JsonStringEnumMemberName("unitary authority")]
    UnitaryAuthority,

    /// <summary>A metropolitan district.</summary>
    [JsonStringEnumMemberName("metropolitan district")]
    MetropolitanDistrict,

    /// <summary>A London borough, or the City of London.</summary>
    [JsonStringEnumMemberName("London borough")]
    LondonBorough,

    /// <summary>A district of a county.</summary>
    District,

    /// <summary>A primary care trust, as there were until March 2013.</summary>
    [JsonStringEnumMemberName("primary care trust")]
    PrimaryCareTrust,
}

/// <summary>The country that an area is in, which its code begins with.</summary>
public enum Country
{
    /// <summary>E.</summary>
    England,

    /// <summary>W.</summary>
    Wales,

    /// <summary>S.</summary>
    Scotland,

    /// <summary>N.</summary>
    NorthernIreland,
}
