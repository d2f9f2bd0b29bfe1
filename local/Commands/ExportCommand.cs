using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>export</c>: every observation in one tidy CSV file.</summary>
internal static class ExportCommand
{
    public static Command Create(StorageOptions storage)
    {
        var output = new Option<string>("--out")
        {
            Description = "The file to write, ending with .csv.",
            HelpName = "FILE",
            Required = true,
        };
        var command = new Command("export", "Write every observation to one tidy CSV file.") { output };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(storage.ReadExisting(parsed), parsed.GetValue(output)!, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(StorageChoice choice, string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw UserFaultException.Asked($"{path} is a folder; --out needs a file.");
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw UserFaultException.Asked("export writes CSV. Give --out a file whose name ends with .csv.");

        var screen = new ConsoleOutput();
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);

        // Written aside first: whoever reads the file never sees half of it.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = path + ".part";
        await using (var file = File.Create(aside))
            await workplace.Get<ObservationExport>().WriteCsvAsync(file, cancellationToken);
        File.Move(aside, path, overwrite: true);

        screen.Say($"Every observation is in {path}.");
        return ExitCode.Done;
    }
}
