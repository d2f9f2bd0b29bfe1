namespace ChildrensTrust.Pipeline.Files;

/// <summary>Files that go when they are closed.</summary>
internal static class TemporaryFile
{
    private const int InvalidArgument = 22;
    private const int InvalidArgumentOnWindows = unchecked((int)0x80070057);

    /// <summary>What the names of this process's files begin with, so that one left by a crash is known for what it
    /// is.</summary>
    public static string Prefix { get; } = $"childrens-trust-{Environment.ProcessId}-";

    /// <summary>Whether a fault is the disk's and not of what a file holds. The libraries that read a file pass it on
    /// or wrap it. A damaged file can ask for a place before its beginning, which is no fault of the disk.</summary>
    public static bool IsFaultOfDisk(Exception fault) =>
        fault.GetBaseException() is { HResult: not (InvalidArgument or InvalidArgumentOnWindows) } root
        && (root.GetType() == typeof(IOException) || root is UnauthorizedAccessException);

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
