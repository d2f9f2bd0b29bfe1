namespace ChildrensTrust.Local.Emulator;

/// <summary>Where an Azurite keeps its data and its program.</summary>
public sealed record AzuriteOptions
{
    /// <summary>The folder whose subfolder <c>azurite</c> holds the data; null keeps the data in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Where npm installs Azurite, once; null means <c>.local/tools/azurite</c> in the repository.</summary>
    public string? InstallFolder { get; init; }

    /// <summary>How long Azurite may take to listen. A cold disk has been seen to take 11 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
