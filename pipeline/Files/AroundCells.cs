using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Gives the texts of a sheet's part that are not in its cells: headers, footers, prompts and hyperlinks, be
/// they before the cells or after. The cells are read as rows.</summary>
internal static class AroundCells
{
    /// <summary>Takes the texts.</summary>
    /// <returns>Whether the cells end somewhere. If not, the part is no sheet, or is not in UTF-8.</returns>
    public static async Task<bool> ReadAsync(Stream sheet, Action<string> take, CancellationToken cancellationToken)
    {
        var (texts, decoder, at) = (new MarkupTexts(take), Encoding.UTF8.GetDecoder(), 0L);
        var (cellsBegin, cellsEnd) = (long.MaxValue, long.MaxValue);
        var tags = new MarkupTags(
            (name, _, ends, kind) =>
            {
                if (name != "sheetData")
                    return;
                cellsBegin = Math.Min(cellsBegin, ends);
                if (kind != MarkupTags.Kind.Opens)
                    cellsEnd = Math.Min(cellsEnd, ends);
            }
        );
        var (buffer, characters) = (new byte[1 << 16], new char[Encoding.UTF8.GetMaxCharCount(1 << 16)]);
        for (int read; (read = await sheet.ReadAsync(buffer, cancellationToken)) > 0; at += read)
        {
            if (cellsEnd == long.MaxValue)
                tags.Add(buffer.AsSpan(0, read));
            Add(0, (int)Math.Clamp(cellsBegin - at, 0, read));
            Add((int)Math.Clamp(cellsEnd - at, 0, read), read);
        }
        texts.EndText();
        return cellsEnd != long.MaxValue;

        void Add(int from, int to) =>
            texts.Add(characters.AsSpan(0, decoder.GetChars(buffer.AsSpan(from..to), characters, flush: false)));
    }
}
