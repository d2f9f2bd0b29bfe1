namespace ChildrensTrust.Local.Output;

/// <summary>Breaks a text at its spaces into lines that fit a width, each but the first indented.</summary>
internal static class Hanging
{
    /// <summary>The lines. A word that is too long for a line stays whole, so that it can be copied.</summary>
    /// <param name="width">The columns of the terminal.</param>
    /// <param name="indent">The columns before each line but the first.</param>
    public static IEnumerable<string> Lines(string text, int width, int indent)
    {
        var line = text[..^text.TrimStart(' ').Length];
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                yield return line;
                (line, isEmpty) = (new string(' ', indent), true);
            }
            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }
        yield return line;
    }
}
