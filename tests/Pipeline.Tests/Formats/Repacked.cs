using System.IO.Compression;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Changes the parts of a workbook.</summary>
internal static class Repacked
{
    /// <summary>The same workbook with each part's text changed.</summary>
    public static byte[] With(byte[] book, Func<string, string> change)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        return Zipped.Create([
            .. zip.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return (entry.FullName, System.Text.Encoding.UTF8.GetBytes(change(reader.ReadToEnd())));
            }),
        ]);
    }
}
