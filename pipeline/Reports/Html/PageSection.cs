using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>A section of the page, named in its contents.</summary>
internal sealed record PageSection(string Id, string Title, IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>Whether it is folded on a screen and left out in print.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Its class, by which it is laid out.</summary>
    public string Class => IsFolded ? $"{Id} screen" : Id;

    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}
