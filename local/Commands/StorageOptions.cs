using System.CommandLine;
using ChildrensTrust.Local.Storage;

namespace ChildrensTrust.Local.Commands;

/// <summary>The two options that every command shares.</summary>
internal sealed class StorageOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder whose data Azurite keeps. By default .local in the repository.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> _connection = new("--connection")
    {
        Description =
            "A storage account instead: its name or address, used as the signed-in Azure user, or a connection "
            + "string.",
        HelpName = "NAME|URL",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(_data);
        root.Add(_connection);
    }

    public StorageChoice Read(ParseResult parsed) =>
        new(parsed.GetValue(_data) ?? Path.Combine(RepositoryRoot.Find(), ".local"), parsed.GetValue(_connection));
}
