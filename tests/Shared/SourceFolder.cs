namespace ChildrensTrust.Tests;

/// <summary>Finds folders of the repository from where a test runs.</summary>
internal static class SourceFolder
{
    /// <summary>The path of a folder.</summary>
    public static string Of(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Pipeline.sln")))
                return Path.Combine(at.FullName, path);
        }
        throw new DirectoryNotFoundException("Pipeline.sln is in no folder above the tests.");
    }
}
