using System.Buffers.Binary;
using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Reads the shared texts of a workbook of Excel 97 to 2003 for those that end with a mark in superscript. The
/// list is one record and those that continue it; a text may be cut anywhere.</summary>
internal sealed class OldSharedTexts
{
    private readonly IReadOnlyList<byte[]> _records;
    private int _record;
    private int _at;

    private OldSharedTexts(IReadOnlyList<byte[]> records) => _records = records;

    /// <summary>The texts with a mark, by their numbers.</summary>
    /// <param name="raised">The numbers of the fonts that are in superscript.</param>
    public static Dictionary<int, RunText> Marked(IReadOnlyList<byte[]> records, IReadOnlySet<int> raised)
    {
        var (reader, marked) = (new OldSharedTexts(records), new Dictionary<int, RunText>());
        reader.Int();
        for (var (i, count) = (0, reader.Int()); i < count && reader.HasMore; i++)
        {
            if (reader.Text(raised) is { HasMark: true } text)
                marked[i] = text;
        }
        return marked;
    }

    private bool HasMore
    {
        get
        {
            for (; _record < _records.Count && _at >= _records[_record].Length; _record++)
                _at = 0;
            return _record < _records.Count;
        }
    }

    private RunText Text(IReadOnlySet<int> raised)
    {
        var (length, flags) = (Short(), Byte());
        var (runs, further) = ((flags & 8) != 0 ? Short() : 0, (flags & 4) != 0 ? Int() : 0);
        var whole = Characters(length, (flags & 1) != 0);
        var (plain, marks, from, isRaised) = (new StringBuilder(), new StringBuilder(), 0, false);
        for (var i = 0; i < runs; i++)
        {
            var (begins, font) = (Math.Clamp((int)Short(), from, length), Short());
            (isRaised ? marks : plain).Append(whole, from, begins - from);
            (from, isRaised) = (begins, raised.Contains(font));
        }
        (isRaised ? marks : plain).Append(whole, from, length - from);
        for (var i = 0; i < further; i++)
            Byte();
        return RunText.Of(whole, plain.ToString(), marks.ToString());
    }

    // Where the characters go on in another record, that record says anew whether each has one byte or two.
    private string Characters(int length, bool isWide)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            if (text.Length > 0 && _at >= _records[_record].Length)
                isWide = (Byte() & 1) != 0;
            text.Append((char)(isWide ? Short() : Byte()));
        }
        return text.ToString();
    }

    private byte Byte() =>
        HasMore ? _records[_record][_at++] : throw new InvalidDataException("The shared texts are cut off.");

    private ushort Short() => (ushort)(Byte() | (Byte() << 8));

    private int Int() => Short() | (Short() << 16);
}
