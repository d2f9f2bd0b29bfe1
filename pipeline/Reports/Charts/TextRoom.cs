using System.Collections.Frozen;

namespace ChildrensTrust.Pipeline.Reports.Charts;

/// <summary>
/// How much room a text of a chart takes, in the units of the drawing. No browser is asked: the widths are those of
/// Arial and of the fonts made to its measure, rounded up, so that what is said to fit does.
/// </summary>
internal static class TextRoom
{
    /// <summary>The size of every text of a chart.</summary>
    public const double Size = 12;

    private const double Bold = 1.08;
    private const double Other = 0.58;

    // In parts of the size, the narrowest first.
    private static readonly FrozenDictionary<char, double> Widths = new (string Letters, double Width)[]
    {
        ("'’ijl", 0.23),
        (" .,:;/ftI|!()[]", 0.29),
        ("r-", 0.34),
        ("cksvxyzJ", 0.5),
        ("ABEKPSVXY&", 0.67),
        ("CDGHNOQRUTFLZw", 0.78),
        ("mM%", 0.89),
        ("W", 1),
    }
        .SelectMany(w => w.Letters.Select(letter => KeyValuePair.Create(letter, w.Width)))
        .ToFrozenDictionary();

    /// <summary>How wide a text is.</summary>
    public static double Of(string text, bool isBold = false) =>
        text.Sum(letter => Widths.GetValueOrDefault(letter, Other)) * Size * (isBold ? Bold : 1);

    /// <summary>The whole text in lines that fit. A word that is longer than a line goes on in the next.</summary>
    public static IReadOnlyList<string> Lines(string text, double room, bool isBold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Of(longer, isBold) <= room)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            for (line = word; line.Length > 1 && Of(line, isBold) > room; )
            {
                var most = line.Length - 1;
                while (most > 1 && Of(line[..most], isBold) > room)
                    most--;
                lines.Add(line[..most]);
                line = line[most..];
            }
        }
        return [.. lines, line];
    }
}
