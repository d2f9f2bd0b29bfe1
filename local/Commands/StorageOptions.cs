using System.CommandLine;
using ChildrensTrust.Local.Output;
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

    /// <summary>The storage to work on; a folder that is not there is made.</summary>
    public StorageChoice Read(ParseResult parsed) =>
        new(parsed.GetValue(_data) ?? Path.Combine(RepositoryRoot.Find(), ".local"), parsed.GetValue(_connection));

    /// <summary>The storage of a command that only works on what has been ingested.</summary>
    /// <exception cref="UserFaultException">The folder that was given is not there.</exception>
    public StorageChoice ReadExisting(ParseResult parsed) =>
        Read(parsed) is var choice
        && choice.Connection is null
        && parsed.GetValue(_data) is { } given
        && !Path.Exists(given)
            ? throw UserFaultException.Asked(
                $"There is no folder {Plain.Line(given)}. Use --data with a folder that already holds data."
            )
            : choice;
}
