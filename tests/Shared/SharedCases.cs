namespace ChildrensTrust.Tests;

/// <summary>Small files with one fault each, kept beside the repository and not in it.</summary>
public static class SharedCases
{
    /// <summary>The paths of all files in an order that is always the same; skips the test where the folder is not
    /// there.</summary>
    public static IReadOnlyList<string> Files()
    {
        var folder = SharedFeeds.Find("cases");
        Assert.SkipWhen(folder is null, "The cases are not beside this repository (../shared/cases).");
        return [.. Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }
}
