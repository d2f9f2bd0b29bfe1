using System.Buffers.Binary;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// The cells of a workbook of Excel 97 to 2003 of which ExcelDataReader does not say enough ([MS-XLS]): those whose
/// text has a mark in superscript, and those that hold an error.
/// </summary>
internal sealed class OldWorkbookCells
{
    private const ushort Eof = 0x0A;
    private const ushort Formula = 0x06;
    private const ushort Font = 0x31;
    private const ushort Continue = 0x3C;
    private const ushort BoundSheet = 0x85;
    private const ushort SharedTexts = 0xFC;
    private const ushort LabelOfShared = 0xFD;
    private const ushort Truth = 0x205;
    private const ushort Begin = 0x809;
    private const ushort Excel97 = 0x600;

    private static readonly Dictionary<byte, string> Errors = new()
    {
        [0x00] = "#NULL!",
        [0x07] = "#DIV/0!",
        [0x0F] = "#VALUE!",
        [0x17] = "#REF!",
        [0x1D] = "#NAME?",
        [0x24] = "#NUM!",
        [0x2A] = "#N/A",
    };

    private readonly Dictionary<(int Sheet, int Row, int Column), RunText> _marked = [];
    private readonly Dictionary<(int Sheet, int Row, int Column), string> _errors = [];

    /// <summary>The text of such a cell; null for any other. Rows and columns are counted from 0.</summary>
    public string? Text((int Sheet, int Row, int Column) at, SheetRemarks remarks) =>
        _errors.TryGetValue(at, out var error) ? remarks.Error(error)
        : _marked.TryGetValue(at, out var text) ? remarks.WithoutMark(text)
        : null;

    /// <summary>Finds them. Of a damaged workbook, those before the fault; the library finds out whether it can be read
    /// at all.</summary>
    public static OldWorkbookCells Find(byte[] file)
    {
        var cells = new OldWorkbookCells();
        try
        {
            if (new CompoundFile(file).Stream("Workbook") is { } book)
                cells.Read(book);
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or InvalidDataException)
        {
            // A record or a sector is shorter than it should be.
        }
        return cells;
    }

    private void Read(byte[] book)
    {
        var (sheets, raised, texts, fonts) = (new List<int>(), new HashSet<int>(), new List<byte[]>(), 0);
        foreach (var (id, at, length) in Records(book, 0))
        {
            var data = book.AsSpan(at, length);
            if (id == Begin && Short(data, 0) != Excel97)
                return;
            if (id == Font)
            {
                // No font has the number 4.
                if (Short(data, 8) == 1)
                    raised.Add(fonts < 4 ? fonts : fonts + 1);
                fonts++;
            }
            else if (id == BoundSheet && data[5] == 0)
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
            else if (id == SharedTexts || (id == Continue && texts.Count > 0))
                texts.Add(data.ToArray());
            else if (texts.Count > 0 && id != Continue && id != SharedTexts)
                break;
        }
        var marked = raised.Count == 0 ? [] : OldSharedTexts.Marked(texts, raised);
        foreach (var (sheet, begins) in sheets.Index())
        {
            foreach (var (id, at, length) in Records(book, begins))
                Take(sheet, id, book.AsSpan(at, length), marked);
        }
    }

    private void Take(int sheet, ushort id, ReadOnlySpan<byte> data, Dictionary<int, RunText> marked)
    {
        if (id is not (Formula or Truth or LabelOfShared))
            return;
        var cell = (sheet, (int)Short(data, 0), (int)Short(data, 2));
        if (id == LabelOfShared && marked.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(data[6..]), out var text))
            _marked[cell] = text;
        else if (id == Truth && data[7] == 1)
            _errors[cell] = Errors.GetValueOrDefault(data[6], "#ERROR");
        // The result of a formula is a number, or says in this form that it is something else.
        else if (id == Formula && Short(data, 12) == 0xFFFF && data[6] == 2)
            _errors[cell] = Errors.GetValueOrDefault(data[8], "#ERROR");
    }

    // The records of one part of the stream, up to its end.
    private static IEnumerable<(ushort Id, int At, int Length)> Records(byte[] book, int begins)
    {
        for (var at = begins; at >= 0 && at + 4 <= book.Length; )
        {
            var (id, length) = (Short(book.AsSpan(at), 0), (int)Short(book.AsSpan(at), 2));
            if (id == Eof || at + 4 + length > book.Length)
                yield break;
            yield return (id, at + 4, length);
            at += 4 + length;
        }
    }

    private static ushort Short(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);
}
