namespace ChildrensTrust.Local;

/// <summary>The folder that holds Pipeline.sln, above the program or above the current folder.</summary>
internal static class RepositoryRoot
{
    private const string Mark = "Pipeline.sln";

    public static string Find() =>
        Above(AppContext.BaseDirectory)
        ?? Above(Environment.CurrentDirectory)
        ?? throw new UserFaultException(
            $"No folder above this program or the current folder holds {Mark}. Run it inside the repository."
        );

    private static string? Above(string folder)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            if (File.Exists(Path.Combine(each.FullName, Mark)))
                return each.FullName;
        }

        return null;
    }
}
