using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>Reads one publisher's format. A reader has no state of its own: what it finds goes into the
/// reading.</summary>
internal interface IReleaseReader
{
    /// <summary>The format's name, as the ledger has it.</summary>
    string Format { get; }

    /// <summary>What the catalogue's sources call it; null for a format in which no indicator is looked up.</summary>
    SourceFormat? Source => null;

    /// <summary>The feeds in whose folders it belongs.</summary>
    IReadOnlyList<Feed> Feeds { get; }

    /// <summary>Whether a file is refused that is in another folder, because what the product itself writes could be
    /// taken for it.</summary>
    bool OnlyInItsFeeds => false;

    /// <summary>The column names that tell the format; a file has it where all of them are in the header.</summary>
    IReadOnlyList<string> TellingColumns { get; }

    /// <summary>The columns that a file of this format must have; what it lacks of them is reported where its header is
    /// nearly that of the format.</summary>
    IReadOnlyList<string> NeededColumns => TellingColumns;

    /// <summary>Whether someone of the council writes its texts, which are printed as they stand, or only describe
    /// columns; a publisher's footnotes are neither.</summary>
    bool HasOwnTexts => false;

    /// <summary>Whether a row of column names is the header of this format.</summary>
    bool Recognises(Header header) => TellingColumns.All(header.Has);

    /// <summary>Whether a row of column names is the header of this format, for a format whose columns are named by
    /// what the register holds.</summary>
    /// <param name="reading">The catalogue and the areas to know it by.</param>
    bool Recognises(Header header, FileReading reading) => Recognises(header);

    /// <summary>Whether rows may have fewer or more cells than the header, as in tables made for people: titles, second
    /// header rows, footnotes.</summary>
    bool AllowsRaggedRows => false;

    /// <summary>Whether several columns may have one name, found by their places.</summary>
    bool AllowsRepeatedNames => false;

    /// <summary>Reads every row.</summary>
    /// <param name="reading">Where observations, counts and findings go.</param>
    Task ReadAsync(CsvRows rows, FileReading reading, CancellationToken cancellationToken);
}
