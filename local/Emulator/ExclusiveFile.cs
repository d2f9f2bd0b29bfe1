namespace ChildrensTrust.Local.Emulator;

/// <summary>A file that one process at a time holds open. The operating system lets go of it when that process ends,
/// however it ends.</summary>
internal static class ExclusiveFile
{
    /// <returns>Null where another process holds it.</returns>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
