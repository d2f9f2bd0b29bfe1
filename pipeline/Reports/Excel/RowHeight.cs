namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>How high a row must be for its longest text. Excel would find it by itself; other programs do
/// not.</summary>
internal static class RowHeight
{
    /// <summary>The height of a row of one line, in points.</summary>
    public const double Line = 15.75;

    /// <summary>The height of the row with the title.</summary>
    public const double Title = 24;

    /// <summary>The height of a row with the heading of a section: it keeps away from the section above.</summary>
    public const double Section = 30;

    // A letter of a sentence is narrower than the digit that widths count in.
    private const double LettersADigit = 1.08;

    /// <summary>The height of a row.</summary>
    /// <param name="cells">Each cell's text and the width of its column in characters.</param>
    public static double Calculate(IEnumerable<(string Text, double Width)> cells) =>
        Line * cells.Max(c => Lines(c.Text, (c.Width - ColumnWidth.Room) * LettersADigit));

    private static int Lines(ReadOnlySpan<char> text, double width)
    {
        var lines = 0;
        foreach (var part in text.Split('\n'))
            lines += LinesOf(text[part], width);
        return lines;
    }

    private static int LinesOf(ReadOnlySpan<char> part, double width)
    {
        var (lines, used) = (1, 0);
        foreach (var at in part.Split(' '))
        {
            var letters = part[at].Length;
            if (used > 0 && used + 1 + letters > width)
                (lines, used) = (lines + 1, 0);
            used += (used > 0 ? 1 : 0) + letters;
            // A word that is longer than a line, such as a file's name, goes on in the next.
            while (used > width)
                (lines, used) = (lines + 1, used - (int)width);
        }
        return lines;
    }
}
