using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Blocks inside a template: each is written straight to where the page is, and is never a text of its
/// own.</summary>
internal sealed class PageContent(IReadOnlyList<PageBlock> blocks) : FluidValue
{
    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.Object;

    /// <inheritdoc/>
    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        foreach (var block in blocks)
            block.Write(writer);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool ToBooleanValue() => blocks.Count > 0;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => 0;

    /// <inheritdoc/>
    public override object ToObjectValue() => blocks;

    /// <inheritdoc/>
    public override string ToStringValue() => "";
}
