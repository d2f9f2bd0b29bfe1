using System.IO.Compression;

namespace ChildrensTrust.Pipeline.Tests.Formats;

/// <summary>Packs files as a person’s program would.</summary>
internal static class Zipped
{
    public static byte[] Create(params (string Name, byte[] Content)[] files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return content.ToArray();
    }
}
