using System.CommandLine;
using System.CommandLine.Help;
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

    private const string Program = "dotnet run --project local --";

    /// <summary>All commands and their options.</summary>
    public static RootCommand Root()
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
        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        var screen = new ConsoleOutput(json: true);
        var unknown = UnknownOptions.In(parsed);
        if (parsed.Errors.Count > 0 || unknown.Count > 0)
        {
            var faults = parsed
                .Errors.Select(error => error.Message)
                .Concat(unknown.Select(option => $"Unrecognised option {Plain.Line(option)}."));
            var meant = string.Concat(
                parsed.UnmatchedTokens.Concat(unknown).Select(typed => NearWords.Question(typed, Known(parsed)))
            );
            screen.Fault($"{string.Join(" ", faults)} {meant}See --help.");
            return ExitCode.Misused;
        }

        if (parsed.Action is HelpAction)
            return Help(parsed);

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

    // By default, help shows the name of the built file, which nobody types.
    private static int Help(ParseResult parsed)
    {
        using var text = new StringWriter();
        var code = parsed.Invoke(new InvocationConfiguration { Output = text });
        Console.Out.Write(text.ToString().Replace(RootCommand.ExecutableName, Program, StringComparison.Ordinal));
        return code;
    }

    private static IEnumerable<string> Known(ParseResult parsed) =>
        parsed
            .CommandResult.Command.Subcommands.Select(command => command.Name)
            .Concat(parsed.CommandResult.Command.Options.Select(option => option.Name))
            .Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive).Select(option => option.Name));
}
