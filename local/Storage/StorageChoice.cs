namespace ChildrensTrust.Local.Storage;

/// <summary>Which storage the command line was told to work on: a folder that Azurite keeps, or an account that is
/// already there.</summary>
/// <param name="Connection">The account, which wins over the folder: a name, the address of its blobs, or a connection
/// string.</param>
internal sealed record StorageChoice(string Data, string? Connection);
