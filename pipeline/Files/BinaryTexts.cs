using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>
/// Gives the texts in bytes whose form is not known, such as a workbook of Excel 97 to 2003 with its comments and
/// properties:
/// every run of printable characters, one or two bytes each.
/// </summary>
internal sealed class BinaryTexts(Action<string> take)
{
    private const int Shortest = 9;
    private const int Longest = 4096;

    private readonly StringBuilder _narrow = new();

    // A text of two bytes a character may begin at an even or an odd place.
    private readonly StringBuilder[] _wide = [new(), new()];
    private byte _before;
    private long _at;

    /// <summary>Takes the texts of a stream.</summary>
    public static async Task ReadAsync(Stream content, Action<string> take, CancellationToken cancellationToken)
    {
        var texts = new BinaryTexts(take);
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
            texts.Add(buffer.AsSpan(0, read));
        texts.End();
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            Put(_narrow, b is >= 0x20 and < 0x7F or >= 0xA0, (char)b);
            if (_at > 0)
                Put(
                    _wide[_at % 2],
                    (b == 0 && _before is >= 0x20 and not 0x7F) || b is 0x20 or 0xFF,
                    (char)(_before | (b << 8))
                );
            (_before, _at) = (b, _at + 1);
        }
    }

    private void Put(StringBuilder run, bool isText, char c)
    {
        if (isText)
            run.Append(c);
        if (!isText || run.Length == Longest)
            End(run);
    }

    private void End()
    {
        End(_narrow);
        Array.ForEach(_wide, End);
    }

    private void End(StringBuilder run)
    {
        if (run.Length >= Shortest)
            take(run.ToString());
        run.Clear();
    }
}
