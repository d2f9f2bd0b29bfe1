using CsvHelper;

namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>Writes CSV that opens in a spreadsheet as it is meant: UTF-8 with its mark, texts that are not calculated,
/// numbers that stay numbers.</summary>
internal static class SafeCsv
{
    /// <summary>A writer with its header written.</summary>
    /// <param name="output">Where to write; it is left open.</param>
    public static CsvWriter Create(Stream output, IEnumerable<string> header)
    {
        var csv = CsvWriter.Create(
            output,
            new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true },
            leaveOpen: true
        );
        foreach (var name in header)
            csv.WriteField(name);
        csv.EndRecord();
        return csv;
    }

    /// <summary>Writes a text, made harmless. The writer's own guard knows ASCII signs alone.</summary>
    public static void WriteText(this CsvWriter csv, string? text) => csv.WriteField(FormulaText.Harmless(text ?? ""));
}
