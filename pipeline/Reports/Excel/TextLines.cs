namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>Breaks a text into lines, between its words.</summary>
internal static class TextLines
{
    /// <summary>The lines, none longer than a width unless a single word is.</summary>
    public static IEnumerable<string> Break(string text, int width)
    {
        while (text.Length > width && text.LastIndexOf(' ', width) is > 0 and var space)
        {
            yield return text[..space];
            text = text[(space + 1)..];
        }
        yield return text;
    }
}
