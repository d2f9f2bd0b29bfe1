namespace ChildrensTrust.Pipeline.Reports.Excel;

/// <summary>How wide a column must be: as wide as its longest text, but long texts wrap, and numbers and words do
/// not.</summary>
internal static class ColumnWidth
{
    /// <summary>What a cell needs beside its text: the indents on both sides and the margins.</summary>
    public const double Room = 3.5;

    // Widths count in digits. Capitals, and all letters of a heading, are wider.
    private const double Wide = 1.25;
    private const double Bold = 1.15;

    // The longest name of a release is 43, a hash 64.
    private const double LongestWord = 65;

    /// <summary>The width, in characters.</summary>
    /// <param name="heading">The heading, which may wrap between its words.</param>
    /// <param name="most">How many characters of a text a line may have; longer texts wrap.</param>
    public static double Of(string heading, IEnumerable<Cell> cells, double most)
    {
        var (text, word, number) = (0d, Word(heading) * Bold, 0d);
        foreach (var cell in cells)
        {
            var shown = CellWriter.Shown(cell);
            if (cell is Cell.Number)
                number = Math.Max(number, shown.Length);
            else
                (text, word) = (Math.Max(text, LongestLine(shown)), Math.Max(word, Word(shown)));
        }
        double[] all = [Math.Min(text, most), Math.Min(word, LongestWord), number];
        return Math.Round(Room + all.Max(), 1);
    }

    private static int LongestLine(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var line in text.Split('\n'))
            longest = Math.Max(longest, text[line].Length);
        return longest;
    }

    // The width of the widest word.
    private static double Word(ReadOnlySpan<char> text)
    {
        var (widest, word) = (0d, 0d);
        foreach (var letter in text)
        {
            word =
                letter is ' ' or '\n' ? 0
                : char.IsAsciiLetterUpper(letter) || letter == '_' ? word + Wide
                : word + 1;
            widest = Math.Max(widest, word);
        }
        return widest;
    }
}
