using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>template</c>: writes a file of the council's own with an example row, to fill in and upload.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var feed = new Option<string>("--feed")
        {
            Description = "local, for newer figures; key-actions, for the plan's actions.",
            HelpName = "FEED",
            Required = true,
        };
        feed.AcceptWords(Feed.Local.Folder(), Feed.KeyActions.Folder());
        var output = new Option<string>("--out")
        {
            Description = "The file to write; .csv or .xlsx.",
            HelpName = "FILE",
            Required = true,
        };

        var command = new Command("template", "Write a local return or list of key actions to fill in.")
        {
            feed,
            output,
        };
        command.SetAction((parsed, _) => Task.FromResult(Write(parsed.GetValue(feed)!, parsed.GetValue(output)!)));
        return command;
    }

    private static int Write(string folder, string path)
    {
        _ = FeedFolders.TryParse(folder.ToLowerInvariant(), out var feed);
        if (File.Exists(path))
            throw UserFaultException.Asked($"{path} is there already. Choose another name; nothing is overwritten.");
        var isText = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".xlsx" => false,
            _ => throw UserFaultException.Asked("The file's name must end with .csv or .xlsx."),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var screen = new ConsoleOutput();
        if (isText)
            File.WriteAllLines(
                path,
                [
                    string.Join(',', Template.Columns(feed)!.Select(c => c.Name)),
                    string.Join(',', Template.ExampleRow(feed)!),
                ]
            );
        else
            TemplateWorkbook.Write(path, feed, Reference.Default.Catalogue);

        // A workbook has them on a sheet of its own.
        if (isText && feed == Feed.Local)
            foreach (var (id, name, unit, years) in Template.Indicators(Reference.Default.Catalogue))
                screen.Tell($"{id, -40} {name} ({unit}){(years.Length > 0 ? $", year_type {years}" : "")}", 41);
        var page = feed is Feed.Local ? "local-returns" : "key-actions";
        screen.Say(
            $"{path} is ready to be filled in. Its first row is an example and is not read. "
                + $"docs/formats/{page}.md says what each column holds."
        );
        return ExitCode.Done;
    }
}
