using System.Globalization;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>How a run of a text is written.</summary>
internal enum RunStyle
{
    /// <summary>As the rest.</summary>
    Plain,

    /// <summary>In superscript, as a mark of a footnote is.</summary>
    Raised,

    /// <summary>In subscript or struck out.</summary>
    Unclear,
}

/// <summary>What the styles of an OpenDocument spreadsheet say that changes what a cell or a sheet means: which runs of
/// a text are in superscript, and which sheets are hidden.</summary>
internal sealed class OpenDocumentStyles
{
    private const int MostParents = 20;
    private readonly Dictionary<string, (string? Parent, RunStyle? Style)> _runs = [];
    private readonly HashSet<string> _hidden = [];

    /// <summary>Takes a style.</summary>
    /// <param name="xml">At the beginning of an element style; left at its end.</param>
    public void Take(XmlReader xml)
    {
        var (name, family, parent) = (
            xml.Attribute("name") ?? "",
            xml.Attribute("family"),
            xml.Attribute("parent-style-name")
        );
        RunStyle? run = null;
        foreach (var _ in xml.Inside())
        {
            if (xml.IsAt("text-properties"))
            {
                if (xml.Attribute("text-position") is { } position)
                    run = Of(position);
                if (xml.Attribute("text-line-through-style") is { } line && line != "none")
                    run = RunStyle.Unclear;
            }
            else if (family == "table" && xml.IsAt("table-properties") && xml.Attribute("display") == "false")
                _hidden.Add(name);
        }
        if (family == "text")
            _runs[name] = (parent, run);
    }

    /// <summary>How a run of text is written; null where its style does not say.</summary>
    public RunStyle? StyleOf(string? style, int parents = MostParents) =>
        parents == 0 || style is null || !_runs.TryGetValue(style, out var run)
            ? null
            : run.Style ?? StyleOf(run.Parent, parents - 1);

    /// <summary>Whether a sheet of this style is hidden.</summary>
    public bool Hides(string? style) => style is not null && _hidden.Contains(style);

    // "super 58%" and "33% 58%" raise the text, "sub 58%" and "-33% 58%" lower it.
    private static RunStyle Of(string position) =>
        position.StartsWith("super", StringComparison.Ordinal) ? RunStyle.Raised
        : position.StartsWith("sub", StringComparison.Ordinal) ? RunStyle.Unclear
        : decimal.TryParse(position.Split('%')[0], CultureInfo.InvariantCulture, out var percent) && percent != 0
            ? percent > 0 ? RunStyle.Raised
                : RunStyle.Unclear
        : RunStyle.Plain;
}
