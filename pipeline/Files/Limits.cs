namespace ChildrensTrust.Pipeline.Files;

/// <summary>How large a file may be. Each limit is far above any real file and far below what would hurt.</summary>
internal sealed record Limits
{
    /// <summary>Bytes of a text file, of the text in an archive, and of a sheet written as text.</summary>
    public long TextBytes { get; init; } = 2L << 30;

    /// <summary>Bytes of a workbook or an archive as it is stored.</summary>
    public long PackedBytes { get; init; } = 200L << 20;

    /// <summary>Bytes of a workbook or an archive when unpacked.</summary>
    public long UnpackedBytes { get; init; } = 2L << 30;

    /// <summary>How many times larger a file inside a workbook or an archive, of more than 1 MiB, may become when it is
    /// unpacked.</summary>
    public int UnpackedRatio { get; init; } = 200;

    /// <summary>Files inside a workbook or an archive.</summary>
    public int PackedEntries { get; init; } = 1000;

    /// <summary>Sheets of a workbook.</summary>
    public int Sheets { get; init; } = 100;

    /// <summary>Cells of a sheet from its first to its farthest, blank ones too: one left in the last corner makes 17
    /// billion.</summary>
    public long SheetCells { get; init; } = 500_000_000;

    /// <summary>Bytes of the shared texts of a workbook when unpacked: they are held in memory, at twice this and
    /// more.</summary>
    public long SharedTextBytes { get; init; } = 100L << 20;

    /// <summary>Bytes of a workbook when unpacked that are neither rows nor shared texts, such as styles: they are held
    /// in memory, at ten times this.</summary>
    public long PackedOtherBytes { get; init; } = 32L << 20;

    /// <summary>Bytes of one row as a workbook writes it: a row is held in memory, at twenty times this.</summary>
    public long PackedRowBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of one cell, shared text or tag as a workbook writes it: one in many styles takes time that grows
    /// with its square.</summary>
    public long PackedTextBytes { get; init; } = 128L << 10;

    /// <summary>Bytes of a workbook of Excel 97 to 2003, whose texts are held in memory, at many times this.</summary>
    public long OldWorkbookBytes { get; init; } = 32L << 20;

    /// <summary>Figures that are kept of a file: they are held in memory until the file is read.</summary>
    public int Figures { get; init; } = 500_000;

    /// <summary>Rows below the header.</summary>
    public long Rows { get; init; } = 10_000_000;

    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 2000;

    /// <summary>Bytes of one row in UTF-8, without its line break.</summary>
    public int RecordBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of one cell in UTF-8.</summary>
    public int CellBytes { get; init; } = 32 << 10;

    /// <summary>Rows above the header, such as a title.</summary>
    public int RowsAboveHeader { get; init; } = 30;

    internal static string Words(long bytes) =>
        bytes >= 1 << 20 ? $"{bytes >> 20} MiB"
        : bytes >= 1 << 10 ? $"{bytes >> 10} KiB"
        : $"{bytes} bytes";

    /// <summary>How long reading a table may take; less than the host gives a function.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How much longer the rows that are not read may be searched for personal data, where the file is
    /// refused; with <see cref="Time"/> it is less than the host gives a function.</summary>
    public TimeSpan SearchTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What measures that time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
