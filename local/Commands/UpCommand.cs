using System.CommandLine;
using System.Globalization;
using ChildrensTrust.Local.Emulator;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Formats;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>up</c>: the pipeline stays up, as it would in Azure, until Ctrl+C.</summary>
internal static class UpCommand
{
    private const string PortWanted = "Give --port a number from 0 to 65535; 0 takes any free port.";

    public static Command Create(StorageOptions storage)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port of the pages and of the functions that requests start.",
            HelpName = "PORT",
            DefaultValueFactory = _ => 7071,
            CustomParser = given =>
            {
                if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                    return port;
                given.AddError(PortWanted);
                return default;
            },
        };
        var command = new Command("up", "Keep the pipeline running: watch landing, run the timers and serve the pages.")
        {
            port,
        };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(storage.Read(parsed), parsed.GetValue(port), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice choice, int port, CancellationToken cancellationToken)
    {
        if (port > 65535)
            throw UserFaultException.Asked(PortWanted);

        if (choice.Connection is null && Azurite.FindAnnounced(choice.Data) is not null)
            throw new UserFaultException($"up is running on the data in {choice.Data} already.");

        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(
            choice,
            screen,
            cancellationToken,
            options => options with { Port = port, RunTimers = true, Log = LogLevel.Information }
        );
        await workplace.Host.StartAsync(cancellationToken);
        workplace.Azurite?.Announce();
        Announce(screen, workplace);
        return await StayAsync(workplace, cancellationToken);
    }

    private static void Announce(ConsoleOutput screen, Session workplace)
    {
        var host = workplace.Host;
        screen.Tell($"Pages         {host.Address}");
        screen.Tell($"Upload files to landing/FEED, where FEED is {string.Join(", ", FeedFolders.All)}");
        if (workplace.Azurite is { } azurite)
            screen.Tell($"Storage       {azurite.ConnectionString}");
        screen.Tell($"Function key  {host.Key}");
        screen.Tell(
            "Make any snapshots that are due: "
                + $"curl -X POST -H \"x-functions-key: {host.Key}\" {host.Address}api/snapshots"
        );
        screen.Tell("Ctrl+C stops everything.");
    }

    /// <summary>Stays until Ctrl+C, or until the storage is gone, without which there is nothing to stay for.</summary>
    private static async Task<int> StayAsync(Session workplace, CancellationToken cancellationToken)
    {
        var stopped = Task.Delay(Timeout.Infinite, cancellationToken);
        if (workplace.Azurite is not { } azurite)
        {
            await stopped.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        }

        if (await Task.WhenAny(stopped, azurite.Ended) == stopped)
            return ExitCode.Done;

        throw new UserFaultException($"Azurite has stopped by itself. Its last lines: {await azurite.Ended}");
    }
}
