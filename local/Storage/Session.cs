using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Local.Storage;

/// <summary>What a command works in: the chosen storage, open, and a host on it. Azurite, where it is ours, stops
/// last.</summary>
internal sealed class Session : IAsyncDisposable
{
    private Session(Azurite? azurite, FunctionHost host)
    {
        Azurite = azurite;
        Host = host;
    }

    /// <summary>Null where the storage was there already.</summary>
    public Azurite? Azurite { get; }

    public FunctionHost Host { get; }

    public static async Task<Session> OpenAsync(
        StorageChoice choice,
        ConsoleOutput screen,
        CancellationToken cancellationToken,
        Func<FunctionHostOptions, FunctionHostOptions>? shape = null
    )
    {
        var running = choice.Connection is null ? Azurite.FindAnnounced(choice.Data) : null;
        if (running is not null)
            screen.Say($"Working on the storage of the command that is running on {choice.Data}.");
        var connection = choice.Connection ?? running;
        var azurite = connection is null
            ? await screen.WaitingAsync(
                "Starting Azurite, the storage emulator",
                progress =>
                    Azurite.StartAsync(new AzuriteOptions { DataFolder = choice.Data }, progress, cancellationToken)
            )
            : null;
        try
        {
            var settings = azurite is null
                ? LandingSettings.Read(connection!)
                : LandingSettings.ConnectionString(azurite.ConnectionString);
            var options = new FunctionHostOptions { Settings = settings };
            var workplace = new Session(azurite, FunctionHost.Create(shape is null ? options : shape(options)));

            // An account in Azure is laid out by its deployment, and whoever only reads may not create.
            if (settings.ContainsKey("Landing"))
                await workplace.Get<PipelineStorage>().EnsureCreatedAsync(cancellationToken);

            return workplace;
        }
        catch
        {
            if (azurite is not null)
                await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of the pipeline's services.</summary>
    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (Azurite is not null)
            await Azurite.DisposeAsync();
    }
}
