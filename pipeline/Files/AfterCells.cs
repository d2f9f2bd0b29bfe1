using System.Text;

namespace ChildrensTrust.Pipeline.Files;

/// <summary>Gives the texts of a sheet's part that come after its cells: headers, footers, prompts and hyperlinks. The
/// cells are read as rows.</summary>
internal static class AfterCells
{
    /// <summary>Takes the texts.</summary>
    /// <returns>Whether the cells end somewhere. If not, the part is no sheet, or is not in UTF-8.</returns>
    public static async Task<bool> ReadAsync(Stream sheet, Action<string> take, CancellationToken cancellationToken)
    {
        var (texts, decoder, begins, at) = (new MarkupTexts(take), Encoding.UTF8.GetDecoder(), long.MaxValue, 0L);
        var tags = new MarkupTags(
            (name, _, ends, kind) =>
            {
                if (name == "sheetData" && kind != MarkupTags.Kind.Opens)
                    begins = Math.Min(begins, ends);
            }
        );
        var (buffer, characters) = (new byte[1 << 16], new char[Encoding.UTF8.GetMaxCharCount(1 << 16)]);
        for (int read; (read = await sheet.ReadAsync(buffer, cancellationToken)) > 0; at += read)
        {
            if (begins == long.MaxValue)
                tags.Add(buffer.AsSpan(0, read));
            if (begins - at < read)
                texts.Add(
                    characters.AsSpan(
                        0,
                        decoder.GetChars(buffer.AsSpan((int)Math.Max(0, begins - at)..read), characters, flush: false)
                    )
                );
        }
        texts.EndText();
        return begins != long.MaxValue;
    }
}
