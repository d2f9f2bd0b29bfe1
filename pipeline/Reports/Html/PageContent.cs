using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Content inside a template. It is written straight into the page and never held as a separate
/// string.</summary>
/// <param name="write">Writes it as html.</param>
internal sealed class PageContent(Action<TextWriter> write) : FluidValue
{
    /// <summary>Blocks, one after another.</summary>
    public PageContent(IReadOnlyList<PageBlock> blocks)
        : this(to =>
        {
            foreach (var block in blocks)
                block.Write(to);
        }) { }

    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.Object;

    /// <inheritdoc/>
    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        write(writer);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool ToBooleanValue() => true;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => 0;

    /// <inheritdoc/>
    public override object ToObjectValue() => this;

    /// <inheritdoc/>
    public override string ToStringValue() => "";
}
