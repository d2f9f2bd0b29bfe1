using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Gives the texts of a sheet's part that come after its cells: headers, footers, prompts and hyperlinks. The
/// cells are read as rows.</summary>
internal static class AfterCells
{
    private static readonly byte[] Mark = [.. "</sheetData>"u8];

    /// <summary>Takes the texts.</summary>
    public static async Task ReadAsync(Stream sheet, Action<string> take, CancellationToken cancellationToken)
    {
        var texts = new MarkupTexts(take);
        var decoder = Encoding.UTF8.GetDecoder();
        var (buffer, characters, kept, found) = (new byte[1 << 16], new char[1 << 16], 0, false);
        for (int read; (read = await sheet.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0; )
        {
            var bytes = buffer.AsMemory(0, kept + read);
            var at = found ? 0 : bytes.Span.IndexOf(Mark);
            if (at < 0)
            {
                // The mark may be cut by the end of the buffer.
                kept = Math.Min(Mark.Length - 1, bytes.Length);
                bytes[^kept..].CopyTo(buffer);
                continue;
            }
            (found, kept) = (true, 0);
            texts.Add(characters.AsSpan(0, decoder.GetChars(bytes.Span[at..], characters, flush: false)));
        }
        texts.EndText();
    }
}
