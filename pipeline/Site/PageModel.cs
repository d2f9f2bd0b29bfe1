using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Reports;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>What one page says. It is written twice, by a template for people and as JSON for programs, so the two
/// cannot differ.</summary>
/// <param name="Trail">The pages above it, from the home page down.</param>
internal abstract record PageModel(
    string Title,
    [property: JsonIgnore] string Template,
    [property: JsonIgnore] IReadOnlyList<PageLink> Trail
)
{
    /// <summary>Why the catalogue in config is not the one in use; null, and not written, where it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CatalogueNotInUse { get; init; }

    /// <summary>Ties the words of its tables to those of the committee's summary.</summary>
    [JsonIgnore]
    public string Legend { get; } = Scorewords.Legend("the committee’s summary");

    /// <summary>Whether it has a list that is long enough for a box that filters it.</summary>
    [JsonIgnore]
    public virtual bool HasFilter => false;
}

/// <summary>A link to another page.</summary>
/// <param name="Path">The address beneath the site's root.</param>
internal sealed record PageLink(string Text, string Path)
{
    /// <summary>The home page.</summary>
    public static PageLink Home { get; } = new("Home", PagePath.Index);

    /// <summary>The list of indicators.</summary>
    public static PageLink Indicators { get; } = new("Indicators", "indicators/index.html");

    /// <summary>The list of releases.</summary>
    public static PageLink Releases { get; } = new("Files received", "releases/index.html");

    /// <summary>What is overdue and what comes next.</summary>
    public static PageLink Due { get; } = new("Overdue and next", "due.html");

    /// <summary>The pages that every page links to.</summary>
    public static IReadOnlyList<PageLink> Everywhere { get; } = [Home, Indicators, Releases, Due];

    /// <summary>An indicator.</summary>
    public static PageLink Indicator(string id, string name) => new(name, $"indicators/{id}.html");

    /// <summary>A release.</summary>
    public static PageLink Release(string id, string file) => new(file, $"releases/{id}.html");
}

/// <summary>Says that there is no such page.</summary>
internal sealed record NotFoundModel() : PageModel("There is no such page", "not-found", [PageLink.Home]);
