namespace ChildrensTrust.Pipeline.Formats;

/// <summary>The six feeds: each is a folder of the container landing.</summary>
public enum Feed
{
    /// <summary>National statistical releases.</summary>
    National,

    /// <summary>Statistical neighbour models, and releases that carry every authority.</summary>
    Neighbours,

    /// <summary>NHS breastfeeding at 6 to 8 weeks.</summary>
    Breastfeeding,

    /// <summary>NHS child measurement programme.</summary>
    Obesity,

    /// <summary>The council's own newer figures.</summary>
    Local,

    /// <summary>The plan's key actions and their status.</summary>
    KeyActions,
}

/// <summary>The folder of each feed.</summary>
public static class FeedFolders
{
    private static readonly string[] Folders =
    [
        "national",
        "neighbours",
        "breastfeeding",
        "obesity",
        "local",
        "key-actions",
    ];

    /// <summary>Every folder, in the order of the feeds.</summary>
    public static IReadOnlyList<string> All => Folders;

    /// <summary>The folder of a feed.</summary>
    public static string Folder(this Feed feed) => Folders[(int)feed];

    /// <summary>Finds a feed by its folder.</summary>
    public static bool TryParse(string? folder, out Feed feed)
    {
        var index = Array.IndexOf(Folders, folder);
        feed = (Feed)Math.Max(index, 0);
        return index >= 0;
    }
}
