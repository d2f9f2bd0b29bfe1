using ChildrensTrust.Pipeline.Reports.Office.Charts;

namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>A piece of the committee report.</summary>
internal abstract record Block
{
    /// <summary>A text in one of the document's styles; where it introduces the next piece, both stay on one
    /// page.</summary>
    public sealed record Text(string Style, string Words, bool Introduces = false) : Block
    {
        /// <summary>What the text is about, in bold before it; empty for none.</summary>
        public string Term { get; init; } = "";

        /// <summary>Whether a page begins with it.</summary>
        public bool BeginsPage { get; init; }
    }

    /// <summary>The counts of the scorecard, beside each other.</summary>
    public sealed record Counts(IReadOnlyList<ScoreCount> All) : Block;

    /// <summary>A chart across the page.</summary>
    public sealed record Chart(OfficeChart Drawn) : Block;

    /// <summary>A table across a landscape page, with its caption above it. The first cell of a row names what the row
    /// is about; a row of one cell heads those below it.</summary>
    public sealed record Table(
        string Caption,
        string Description,
        IReadOnlyList<Column> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows
    ) : Block
    {
        /// <summary>Whether it is of a portrait page, below the heading that is its caption.</summary>
        public bool IsBelowHeading { get; init; }

        /// <summary>The table without the columns that are empty in every row, and with no cell empty in the
        /// others.</summary>
        public Table Filled()
        {
            var full = Rows.Where(r => r.Count > 1).ToList();
            List<int> used = [.. Enumerable.Range(0, Columns.Count).Where(i => full.Exists(r => r[i].Length > 0))];
            return this with
            {
                Columns = [.. used.Select(i => Columns[i])],
                Rows =
                [
                    .. Rows.Select(r =>
                        r.Count == 1 ? r : [.. used.Select(i => r[i].Length > 0 ? r[i] : Columns[i].Otherwise)]
                    ),
                ],
            };
        }
    }

    /// <summary>A column of a table.</summary>
    /// <param name="Share">Its width, as compared with the others.</param>
    /// <param name="Otherwise">What stands in an empty cell.</param>
    public sealed record Column(string Name, double Share, bool IsNumber = false, string Otherwise = "none");

    /// <summary>From here on the paper is landscape: tables are wide.</summary>
    public sealed record Landscape : Block;

    public static Block Heading(string words) => new Text(DocumentStyle.Heading1, words);

    public static Block Subheading(string words) => new Text(DocumentStyle.Heading2, words);

    /// <summary>A paragraph with the next number.</summary>
    public static Block Numbered(string words) => new Text(DocumentStyle.Numbered, words, words.EndsWith(':'));

    public static Block Bullet(string words) => new Text(DocumentStyle.Bullet, words, words.EndsWith(':'));

    public static Block Plain(string words) => new Text(DocumentStyle.Body, words, words.EndsWith(':'));
}
