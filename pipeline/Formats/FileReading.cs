using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats.Ees;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>What one pass over a file gives: counts, findings, and the observations, neighbour model or key actions in
/// it.</summary>
public sealed class FileReading(Reference reference, string file) : TableReading(reference)
{
    /// <summary>The name of a format that is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>The file's name as it was dropped, without folders.</summary>
    public string File { get; } = file;

    /// <summary>The name of the data file inside, where the file is an archive; null for any other.</summary>
    public string? InnerFile { get; set; }

    /// <summary>The format that was recognised; "unknown" where none was.</summary>
    public string Format { get; set; } = Unknown;

    /// <summary>The first row of the file, for telling what it is when no reader knows it.</summary>
    public IReadOnlyList<string> FirstRow { get; set; } = [];

    /// <summary>The names of the columns that were read, as they are in the file; none where no reader knew
    /// them.</summary>
    public IReadOnlyList<string> Header { get; set; } = [];

    /// <summary>The character between cells.</summary>
    public char Separator { get; set; } = ',';

    /// <summary>The readers that are asked.</summary>
    internal IReadOnlyList<IReleaseReader> Readers { get; init; } = FeedReader.Readers;

    /// <summary>The format that a file's header comes nearest to, when no reader knows it.</summary>
    internal NearestFormat? Nearest { get; set; }

    /// <summary>Whether a table that no reader knows is a list of people.</summary>
    internal bool ListsPeople { get; set; }

    /// <summary>What a companion file (name.meta.csv) says of the columns of its data file; null where the file is
    /// none.</summary>
    public EesMeta? Meta { get; set; }

    /// <summary>What a companion says that is in the same archive as the data; null where there is none.</summary>
    internal EesMeta? Companion { get; set; }

    /// <summary>The lines above the tables, and the names of the sheets that were read.</summary>
    internal List<string> Titles { get; } = [];

    /// <summary>The lines below the tables.</summary>
    internal List<string> Notes { get; } = [];

    /// <summary>The name of the sheet that is being read; empty where the file has none.</summary>
    internal string SheetName { get; set; } = "";

    /// <summary>The sheets of a workbook, and what was found in each.</summary>
    internal SheetsRead Sheets { get; } = new();

    /// <summary>The lists of statistical neighbours, by area code.</summary>
    internal Dictionary<string, IReadOnlyList<Neighbour>> Neighbours { get; } = [];

    /// <summary>The plan's key actions.</summary>
    internal List<KeyAction> KeyActions { get; } = [];
}

/// <summary>One statistical neighbour.</summary>
/// <param name="Closeness">The publisher's word for how close it is.</param>
internal sealed record Neighbour(Area Area, string Closeness);

/// <summary>One key action of the plan.</summary>
internal sealed record KeyAction(
    string Priority,
    string Reference,
    string Action,
    string Lead,
    KeyActionStatus Status,
    string Note
);

/// <summary>How a key action stands.</summary>
public enum KeyActionStatus
{
    /// <summary>Done.</summary>
    Completed,

    /// <summary>Under way and in time.</summary>
    [JsonStringEnumMemberName("on schedule")]
    OnSchedule,

    /// <summary>Late.</summary>
    [JsonStringEnumMemberName("behind schedule")]
    Behind,
}
