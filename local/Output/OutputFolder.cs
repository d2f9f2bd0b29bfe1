namespace ChildrensTrust.Local.Output;

/// <summary>The folder that a command writes to. It is tried before any work is done: what was made and cannot be
/// written would be kept all the same.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder, and a file in it that goes again.</summary>
    /// <exception cref="UserFaultException">Nothing can be written there.</exception>
    public static void Prepare(string folder)
    {
        if (File.Exists(folder))
            throw UserFaultException.Asked($"{folder} is a file; --out needs a folder.");
        try
        {
            Directory.CreateDirectory(folder);
            using var trial = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw UserFaultException.Asked($"Nothing can be written to {folder}. Give --out another folder.");
        }
    }
}
