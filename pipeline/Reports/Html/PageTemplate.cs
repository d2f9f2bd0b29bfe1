using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace ChildrensTrust.Pipeline.Reports.Html;

/// <summary>Renders the templates that lie beside this file. Every text is encoded by the template engine; only what
/// was rendered before is passed on as it is.</summary>
internal static class PageTemplate
{
    // Making one takes longer than most templates take to parse.
    private static readonly FluidParser Parser = new();
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Templates = new(StringComparer.Ordinal);
    private static readonly TemplateOptions Options = new() { MemberAccessStrategy = new UnsafeMemberAccessStrategy() };
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Renders a template.</summary>
    /// <param name="name">Its file's name, without the ending.</param>
    public static void Render(TextWriter to, string name, object model)
    {
        var template = Templates.GetOrAdd(name, n => Parser.Parse(Text(n + ".liquid")));
        // Nothing in a template waits: it has been written when this returns.
        template.RenderAsync(to, Encoder, new TemplateContext(model, Options)).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Encodes a text for html.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>Writes a text encoded for html.</summary>
    public static void Encode(TextWriter to, string text) => Encoder.Encode(to, text);

    /// <summary>The text of a file that lies beside this one, with line feeds alone.</summary>
    public static string Text(string file)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(file)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
