using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Pipeline.Formats;

/// <summary>A file to read.</summary>
/// <param name="Content">Its bytes, from the first.</param>
/// <param name="Name">Its name as dropped, without folders.</param>
/// <param name="Feed">The feed into whose folder it was dropped; null where that is not known.</param>
public sealed record FeedFile(Stream Content, string Name, Feed? Feed)
{
    /// <summary>Whether someone says that it is about what its figures are taken for, although their size speaks
    /// against it.</summary>
    public bool IsScopeConfirmed { get; init; }

    /// <summary>When it was published, or arrived where that is not known; null where neither is.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>From when it holds; null where nothing says it.</summary>
    public DateOnly? InForce { get; init; }
}
