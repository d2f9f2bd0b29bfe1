using System.Globalization;
using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>A piece of the page. Each kind has a template of its own name.</summary>
internal abstract record PageBlock
{
    /// <summary>Writes the piece as html.</summary>
    public void Write(TextWriter to) => PageTemplate.Render(to, GetType().Name, this);

    /// <summary>The piece as html, for a page of another kind.</summary>
    public string Html()
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        Write(html);
        return html.ToString();
    }
}

/// <summary>A heading.</summary>
/// <param name="Id">Where a link can lead to; null for none.</param>
internal sealed record PageHeading(int Level, string Text, string? Id = null) : PageBlock;

/// <summary>A paragraph.</summary>
/// <param name="Class">"meta" for what is quieter; null for plain.</param>
internal sealed record PageText(string Text, string? Class = null) : PageBlock;

/// <summary>A list.</summary>
internal sealed record PageList(IReadOnlyList<PageCell> Items) : PageBlock
{
    /// <summary>A list of plain texts.</summary>
    public static PageList From(IEnumerable<string> items) => new([.. items.Select(i => new PageCell(i))]);
}

/// <summary>A drawing and what it shows, in words.</summary>
/// <param name="Id">The id of the words, by which the drawing is named.</param>
/// <param name="Svg">The drawing's content.</param>
internal sealed record PageDrawing(string Id, string Svg, int Width, int Height, string Caption) : PageBlock
{
    /// <summary>The reasons of the breaks that are numbered in it, in their order.</summary>
    public IReadOnlyList<string> Breaks { get; init; } = [];
}

/// <summary>Blocks side by side where there is room.</summary>
internal sealed record PagePair(IReadOnlyList<PageBlock> Blocks) : PageBlock
{
    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}

/// <summary>What is shown when a reader asks for it, and in print.</summary>
internal sealed record PageDetails(string Summary, IReadOnlyList<PageBlock> Blocks) : PageBlock
{
    /// <summary>The blocks as html.</summary>
    public FluidValue Content => new PageContent(Blocks);
}
