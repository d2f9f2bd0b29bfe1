using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>A section of the page, named in its contents.</summary>
internal sealed record PageSection(string Id, string Title, IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>Whether it is printed on pages turned on their side.</summary>
    public bool IsWide { get; init; }

    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}
