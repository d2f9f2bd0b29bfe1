namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Where a publisher brings figures of the catalogue.</summary>
/// <param name="Title">The publication's title.</param>
/// <param name="Page">The site and the name of its page.</param>
/// <param name="Folder">The folder of landing to which its files are uploaded.</param>
internal sealed record Publication(string Id, string Title, string Publisher, string Page, string Folder)
{
    /// <summary>How the names of columns begin that only this publication's files have: by them a file is known of
    /// which the catalogue takes nothing.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
