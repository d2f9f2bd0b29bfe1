using System.Globalization;
using System.Xml;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>What the styles of an OpenDocument spreadsheet say that changes what a cell or a sheet means: which runs of
/// a text are in superscript, and which sheets are hidden.</summary>
internal sealed class OpenDocumentStyles
{
    private const int MostParents = 20;
    private readonly Dictionary<string, (string? Parent, bool? IsRaised)> _runs = [];
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
        bool? isRaised = null;
        foreach (var _ in xml.Inside())
        {
            if (xml.IsAt("text-properties") && xml.Attribute("text-position") is { } position)
                isRaised = IsRaised(position);
            else if (family == "table" && xml.IsAt("table-properties") && xml.Attribute("display") == "false")
                _hidden.Add(name);
        }
        if (family == "text")
            _runs[name] = (parent, isRaised);
    }

    /// <summary>Whether a run of text is in superscript; null where its style does not say.</summary>
    public bool? IsRaisedIn(string? style)
    {
        for (var i = 0; i < MostParents && style is not null && _runs.TryGetValue(style, out var run); i++)
        {
            if (run.IsRaised is not null)
                return run.IsRaised;
            style = run.Parent;
        }
        return null;
    }

    /// <summary>Whether a sheet of this style is hidden.</summary>
    public bool Hides(string? style) => style is not null && _hidden.Contains(style);

    // "super 58%" and "33% 58%" raise the text, "sub 58%" and "-33% 58%" lower it.
    private static bool IsRaised(string position) =>
        position.StartsWith("super", StringComparison.Ordinal)
        || (decimal.TryParse(position.Split('%')[0], CultureInfo.InvariantCulture, out var percent) && percent > 0);
}
