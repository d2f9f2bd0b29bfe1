namespace ChildrensTrust.Pipeline.Feeds;

/// <summary>How large a file may be. Each limit is far above any real file and far below what would hurt.</summary>
public sealed record Limits
{
    /// <summary>Bytes of a text file.</summary>
    public long TextBytes { get; init; } = 2L << 30;
    /// <summary>Bytes of a workbook or an archive as it is stored.</summary>
    public long PackedBytes { get; init; } = 200L << 20;
    /// <summary>Bytes of a workbook or an archive when unpacked.</summary>
    public long UnpackedBytes { get; init; } = 2L << 30;
    /// <summary>How many times larger a workbook or an archive may become when it is unpacked.</summary>
    public int UnpackedRatio { get; init; } = 200;
    /// <summary>Files inside a workbook or an archive.</summary>
    public int PackedEntries { get; init; } = 1000;
    /// <summary>Sheets of a workbook.</summary>
    public int Sheets { get; init; } = 100;
    /// <summary>Rows below the header.</summary>
    public long Rows { get; init; } = 10_000_000;
    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 2000;
    /// <summary>Bytes of one row.</summary>
    public int RecordBytes { get; init; } = 1 << 20;
    /// <summary>Bytes of one cell.</summary>
    public int CellBytes { get; init; } = 32 << 10;
    /// <summary>Rows above the header, such as a title.</summary>
    public int RowsAboveHeader { get; init; } = 30;
}
