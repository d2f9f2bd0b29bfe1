using ChildrensTrust.Pipeline.Formats;

namespace ChildrensTrust.Local.Drops;

/// <summary>A file on this machine that is to land in a feed's folder.</summary>
internal sealed record Drop(string Path, Feed Feed)
{
    /// <summary>When its publisher released it, where known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>From when it holds, for a model of neighbours, where known.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>provisional, revised or final, where known.</summary>
    public string? Status { get; init; }

    /// <summary>What every reader of its figures should know.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the file is right although its figures are of another size than those before.</summary>
    public bool IsScopeConfirmed { get; init; }

    /// <summary>The file's own name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its blob in the landing container.</summary>
    public string Blob => $"{Feed.Folder()}/{Name}";
}
