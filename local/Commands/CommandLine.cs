using System.CommandLine;
using Azure;
using Azure.Identity;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;

namespace ChildrensTrust.Local.Commands;

/// <summary>The whole command line, and the one place where a fault becomes a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Long enough to stop Azurite in order after Ctrl+C.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        var storage = new StorageOptions();
        var root = new RootCommand(
            "Runs the Children's Trust comparison pipeline on this machine. Without a command: uploads the sample "
                + "feeds, produces the snapshot of 30 September 2012 and writes it to out/2012-09-30."
        )
        {
            UpCommand.Create(storage),
            IngestCommand.Create(storage),
            SnapshotCommand.Create(storage),
            StatusCommand.Create(storage),
            RetryCommand.Create(storage),
            WithdrawCommand.Withdraw(storage),
            WithdrawCommand.Reinstate(storage),
            PurgeCommand.Create(storage),
            RebuildCommand.Create(storage),
            RevisionsCommand.Create(storage),
            ExportCommand.Create(storage),
            PublishCommand.Create(storage),
            ScreenCommand.Create(),
            TemplateCommand.Create(),
        };
        storage.AddTo(root);
        var output = new Option<string?>("--out")
        {
            Description = "The folder for the files of the main job. By default out/2012-09-30 in the repository.",
            HelpName = "DIR",
        };
        root.Add(output);
        root.SetAction(
            (parsed, cancellationToken) =>
                MainJob.RunAsync(storage.Read(parsed), parsed.GetValue(output), cancellationToken)
        );

        var parsed = root.Parse(args);
        var screen = new ConsoleOutput(json: true);
        if (parsed.Errors.Count > 0)
        {
            screen.Fault($"{string.Join(" ", parsed.Errors.Select(error => error.Message))} See --help.");
            return ExitCode.Misused;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = Goodbye,
                }
            );
        }
        catch (UserFaultException fault)
        {
            screen.Fault(fault.Message);
            return fault.Code;
        }
        catch (OperationCanceledException)
        {
            screen.Say("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CatalogueException)
        {
            screen.Fault(fault.Message);
            return ExitCode.Failed;
        }
        catch (AuthenticationFailedException)
        {
            // Its own message lists every way of signing in that was tried, over a dozen lines.
            screen.Fault(
                "The storage account asks for an Azure identity, and none could be used on this machine. Sign in "
                    + "with az login, or give --connection a connection string."
            );
            return ExitCode.Failed;
        }
        catch (Exception fault)
            when (fault is RequestFailedException or AggregateException { InnerException: RequestFailedException })
        {
            var first = (fault.InnerException ?? fault).Message.Split('\n')[0];
            screen.Fault($"The storage account refused or could not be reached: {first}");
            return ExitCode.Failed;
        }
    }
}
