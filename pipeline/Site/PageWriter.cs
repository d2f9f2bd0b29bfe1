using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Reports;
using ChildrensTrust.Pipeline.Reports.Html.Charts;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.FileProviders;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>Writes what a page says: as HTML by its template within the layout, every text encoded by the template
/// engine, or as JSON.</summary>
internal static partial class PageWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly EmbeddedFileProvider Files = new(typeof(PageWriter).Assembly, "page");
    private static readonly TemplateOptions Options = OptionsWithFilters();

    // Making one takes longer than most templates take to parse.
    private static readonly FluidParser Parser = new();
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Templates = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a page.</summary>
    /// <param name="root">The way up to the site's root.</param>
    public static Page Write(PageModel model, string path, string root, bool asJson) =>
        asJson
            ? new(
                path,
                "application/json; charset=utf-8",
                BinaryData.FromString(JsonSerializer.Serialize<object>(model, Json) + "\n")
            )
            : new(path, "text/html; charset=utf-8", BinaryData.FromString(Html(model, path, root)));

    /// <summary>A page and its JSON twin.</summary>
    /// <param name="reference">It says whether the catalogue in config is in use.</param>
    /// <param name="path">The address of the page.</param>
    public static IReadOnlyList<Page> Both(PageModel model, Reference reference, string path)
    {
        var noticed = model with { CatalogueNotInUse = reference.NotInUse };
        var twin = Path.ChangeExtension(path, ".json");
        return [Write(noticed, path, PagePath.RootOf(path), false), Write(noticed, twin, PagePath.RootOf(twin), true)];
    }

    private static string Html(PageModel model, string path, string root)
    {
        var content = Template(model.Template).Render(Context(new { Root = root, Page = (object)model }), Encoder);
        return Template("layout")
            .Render(
                Context(
                    new
                    {
                        Root = root,
                        model.Title,
                        model.Trail,
                        model.CatalogueNotInUse,
                        Everywhere = PageLink.Everywhere,
                        Path = path,
                        Twin = path.EndsWith(".html", StringComparison.Ordinal) && model is not NotFoundModel
                            ? path[..^".html".Length] + ".json"
                            : null,
                        Policy = PagePolicy.ForMeta,
                        SvgDrawing.Style,
                        Script = model.HasFilter ? PagePolicy.Script : null,
                        Content = content,
                    }
                ),
                Encoder
            );
    }

    private static TemplateContext Context(object model) => new(model, Options);

    private static TemplateOptions OptionsWithFilters()
    {
        var options = new TemplateOptions
        {
            MemberAccessStrategy = new UnsafeMemberAccessStrategy(),
            FileProvider = Files,
        };
        options.ValueConverters.Add(static value =>
            value switch
            {
                DateOnly day => new StringValue(PlaceText.Date(day)),
                DateTimeOffset at => new StringValue(PlaceText.Date(DateOnly.FromDateTime(at.UtcDateTime))),
                _ => null!,
            }
        );
        options.Filters.AddFilter(
            "count",
            (input, _, _) =>
                new StringValue(input.ToNumberValue().ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
        );
        // A long file name may be broken after one of these, not within a word.
        options.Filters.AddFilter(
            "breakable",
            (input, _, _) =>
                new StringValue(
                    FileNameBreak().Replace(Encoder.Encode(input.ToStringValue()), "$0<wbr>"),
                    encode: false
                )
        );
        return options;
    }

    // Not within an encoded character.
    [GeneratedRegex("[_-](?=[A-Za-z0-9])", RegexOptions.None, 60_000)]
    private static partial Regex FileNameBreak();

    private static IFluidTemplate Template(string name) =>
        Templates.GetOrAdd(
            name,
            static name =>
            {
                using var stream = Files.GetFileInfo($"{name}.liquid").CreateReadStream();
                using var text = new StreamReader(stream);
                return Parser.Parse(text.ReadToEnd());
            }
        );
}
