namespace ChildrensTrust.Tests;

/// <summary>The publishers' real files, kept beside the repository and not in it. A test that needs one is skipped
/// where they are absent.</summary>
public static class SharedFeeds
{
    private static readonly string? Folder = Find("feeds");

    /// <summary>The path of a file; skips the test where the folder is not there.</summary>
    public static string Path(string name)
    {
        Assert.SkipWhen(Folder is null, "The publishers' files are not beside this repository (../shared/feeds).");
        return System.IO.Path.Combine(Folder!, name);
    }

    /// <summary>A folder that is kept beside the repository; null where it is not there.</summary>
    internal static string? Find(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(at.FullName, "Pipeline.sln")))
                continue;
            var folder = System.IO.Path.Combine(at.Parent!.FullName, "shared", name);
            return Directory.Exists(folder) ? folder : null;
        }
        return null;
    }
}
