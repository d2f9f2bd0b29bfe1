using System.Text.RegularExpressions;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>
/// The address of a page beneath the site's root. Only names of letters, digits, dot, hyphen and underscore that begin
/// with a letter or a digit are addresses: nothing that climbs out of a folder, hides in an escape or names a drive can
/// be written.
/// </summary>
/// <param name="Text">The whole address, such as "indicators/overall-absence.html".</param>
public sealed partial record PagePath(string Text)
{
    /// <summary>The name that stands for a folder.</summary>
    public const string Index = "index.html";
    private const int MaxLength = 300;
    private const string Html = ".html";
    private const string Json = ".json";

    /// <summary>Whether it is the JSON twin of a page.</summary>
    public bool IsJson => Text.EndsWith(Json, StringComparison.Ordinal);

    /// <summary>The address without .html or .json; null where it ends otherwise.</summary>
    public string? Name =>
        IsJson ? Text[..^Json.Length]
        : Text.EndsWith(Html, StringComparison.Ordinal) ? Text[..^Html.Length]
        : null;

    /// <summary>The way from this page up to the site's root, such as "../": it stands before every link.</summary>
    public string Root => RootOf(Text);

    /// <summary>Reads an address; the empty one and one that ends in a slash mean the page of that folder.</summary>
    /// <param name="text">The address as it was asked for, once unescaped; null for none.</param>
    /// <returns>The address; null where it cannot be one.</returns>
    public static PagePath? Read(string? text)
    {
        if (text is null or "" || text.EndsWith('/'))
            text += Index;
        return text.Length <= MaxLength && Form().IsMatch(text) ? new(text) : null;
    }

    /// <summary>The way up to the root from anything that was asked for.</summary>
    /// <param name="text">The address, however strange.</param>
    public static string RootOf(string text) =>
        string.Concat(Enumerable.Repeat("../", Math.Min(text.Count(c => c == '/'), MaxLength)));

    [GeneratedRegex(
        @"\A[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000
    )]
    private static partial Regex Form();
}
