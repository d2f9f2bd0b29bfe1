using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>A section of the page, named in its contents.</summary>
/// <param name="Id">Where the contents lead to.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record PageSection(string Id, string Title, IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>Whether it is printed on pages turned on their side.</summary>
    public bool IsWide { get; init; }

    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}
