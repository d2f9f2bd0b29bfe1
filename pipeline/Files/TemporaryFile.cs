namespace ChildrensTrust.Pipeline.Files;

/// <summary>Files that go when they are closed.</summary>
internal static class TemporaryFile
{
    /// <summary>What the names of this process's files begin with, so that one left by a crash is known for what it
    /// is.</summary>
    public static string Prefix { get; } = $"childrens-trust-{Environment.ProcessId}-";

    /// <summary>Opens an empty one, which only this user can read.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), Prefix + Path.GetRandomFileName()), options);
    }
}
