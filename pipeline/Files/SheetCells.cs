namespace ChildrensTrust.Pipeline.Files;

/// <summary>The cells of one row of a sheet as texts, without the blank ones at its end.</summary>
/// <param name="most">How many are kept; one behind them takes the last place, so that the row is seen to be too
/// long.</param>
internal sealed class SheetCells(int most)
{
    /// <summary>More columns than any program has.</summary>
    public const int MostColumns = 1 << 14;

    private const int Letters = 26;

    private readonly List<string> _texts = [];

    /// <summary>The texts, from the first column.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The row's number in its sheet, from 1; 0 where the sheet does not say.</summary>
    public long Row { get; private set; }

    /// <summary>How many rows in turn are the same.</summary>
    public long Times { get; private set; }

    /// <summary>Whether the row is hidden.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>How many columns the row has, up to the last that is not blank.</summary>
    public long Width { get; private set; }

    /// <summary>Begins a row.</summary>
    public void Begin(long row, bool isHidden, long times = 1)
    {
        _texts.Clear();
        (Row, Times, IsHidden, Width) = (row, times, isHidden, 0);
    }

    /// <summary>The column of a cell named as Excel does, counted from 0: 2 of "C9". Null where it names
    /// none.</summary>
    public static long? Column(string? at)
    {
        var column = 0L;
        foreach (var c in at ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 1_000_000)
                break;
            column = (column * 26) + c - 'A' + 1;
        }
        return column > 0 ? column - 1 : null;
    }

    /// <summary>A column's name as Excel has it: C for 2.</summary>
    public static string Name(long column) =>
        column < Letters ? $"{(char)('A' + column)}" : Name((column / Letters) - 1) + (char)('A' + (column % Letters));

    /// <summary>Puts a text into a column, counted from 0.</summary>
    public void Put(long column, string text)
    {
        if (text.Length == 0)
            return;
        Width = Math.Max(Width, column + 1);
        var at = (int)Math.Min(column, most - 1);
        while (_texts.Count <= at)
            _texts.Add("");
        _texts[at] = text;
    }
}
