using System.Collections.Frozen;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats.Ees;

/// <summary>A geographic level of the Explore Education Statistics format, and the columns that name its areas; a bar
/// stands between the names of one column in different editions.</summary>
internal sealed record EesLevel(string Name, params string[] Columns)
{
    public const string National = "National";
    public const string Regional = "Regional";
    public const string Authority = "Local authority";

    private static readonly EesLevel[] Table =
    [
        new(National, "country_code", "country_name"),
        new(Regional, "region_code", "region_name"),
        new(Authority, "new_la_code", "old_la_code", "la_name"),
        new("Local authority district", "lad_code", "lad_name"),
        new("Parliamentary constituency", "pcon_code", "pcon_name"),
        new("Ward", "ward_code", "ward_name"),
        new(
            "Local enterprise partnership",
            "local_enterprise_partnership_code|lep_code",
            "local_enterprise_partnership_name|lep_name"
        ),
        new("Local skills improvement plan area", "lsip_code", "lsip_name"),
        new("English devolved area", "english_devolved_area_code", "english_devolved_area_name"),
        new("Mayoral combined authority", "mayoral_combined_authority_code", "mayoral_combined_authority_name"),
        new("Opportunity area", "opportunity_area_code", "opportunity_area_name"),
        new("Police force area", "pfa_code|police_force_area_code", "pfa_name|police_force_area_name"),
        new("Planning area", "planning_area_code", "planning_area_name"),
        new("RSC region", "rsc_region_lead_name"),
        new("MAT", "trust_id", "trust_name"),
        new("Sponsor", "sponsor_id", "sponsor_name"),
        new("School", "school_urn|urn", "school_laestab|laestab"),
        new("Provider", "provider_ukprn", "provider_name"),
        new("Institution", "institution_id", "institution_name"),
    ];

    private static readonly FrozenDictionary<string, EesLevel> ByName = Table.ToFrozenDictionary(
        level => level.Name,
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Identity = Table
        .SelectMany(level => level.Columns)
        .SelectMany(column => column.Split('|'))
        .Concat(["time_period", "time_identifier", "geographic_level", "la_code", "estab", "school_name", "version"])
        .Select(Header.Key)
        .ToFrozenSet();

    /// <summary>The columns of places in an authority, which a row of the whole authority leaves out.</summary>
    public static IReadOnlyList<string> WithinAuthority { get; } =
    [
        "lad_code",
        "lad_name",
        "ward_code",
        "ward_name",
        "school_name",
        "school_urn",
        "urn",
        "school_laestab",
        "laestab",
        "estab",
        "trust_name",
        "sponsor_name",
        "provider_name",
        "institution_name",
    ];

    /// <summary>Whether a column says where or when and not what, however its name is written ("New LA Code"); none of
    /// them is a breakdown or a figure.</summary>
    public static bool IsIdentity(string column) => Identity.Contains(Header.Key(column));

    /// <summary>The level of that name, whatever its case; null where the format has none.</summary>
    public static EesLevel? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The columns of the level that a header lacks.</summary>
    public IEnumerable<string> Lacking(Header header) =>
        Columns.Where(column => !column.Split('|').Any(header.Has)).Select(column => column.Split('|')[0]);
}
