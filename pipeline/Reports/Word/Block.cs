namespace ChildrensTrust.Pipeline.Reports.Word;

/// <summary>A piece of the committee report.</summary>
internal abstract record Block
{
    /// <summary>A text in one of the document's styles; where it introduces the next piece, both stay on one
    /// page.</summary>
    public sealed record Text(string Style, string Words, bool Introduces = false) : Block;

    /// <summary>A table with its caption above it. The first cell of a row names what the row is about.</summary>
    public sealed record Table(
        string Caption,
        string Description,
        IReadOnlyList<(string Name, double Share, bool IsNumber)> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows
    ) : Block;

    /// <summary>From here on the paper is landscape: tables are wide.</summary>
    public sealed record Landscape : Block;

    public static Block Heading(string words) => new Text(DocumentStyle.Heading1, words);

    public static Block Subheading(string words) => new Text(DocumentStyle.Heading2, words);

    /// <summary>A paragraph with the next number.</summary>
    public static Block Numbered(string words) => new Text(DocumentStyle.Numbered, words, words.EndsWith(':'));

    public static Block Bullet(string words) => new Text(DocumentStyle.Bullet, words, words.EndsWith(':'));

    public static Block SubBullet(string words) => new Text(DocumentStyle.SubBullet, words);

    public static Block Plain(string words) => new Text(DocumentStyle.Body, words);
}
