namespace ChildrensTrust.Local.Emulator;

/// <summary>A program on this machine's search path.</summary>
internal static class Executable
{
    /// <exception cref="UserFaultException">It is not there; the message is <paramref name="otherwise"/>.</exception>
    public static string Find(string name, string otherwise)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );

        return folders
                .SelectMany(folder => names.Select(each => Path.Combine(folder, each)))
                .FirstOrDefault(File.Exists)
            ?? throw new UserFaultException(otherwise);
    }
}
