using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Formats.Own;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>template</c>: writes an empty file of the council's own, to fill in and drop.</summary>
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

        var command = new Command("template", "Write an empty local return or list of key actions.") { feed, output };
        command.SetAction((parsed, _) => Task.FromResult(Write(parsed.GetValue(feed)!, parsed.GetValue(output)!)));
        return command;
    }

    private static int Write(string folder, string path)
    {
        _ = FeedFolders.TryParse(folder.ToLowerInvariant(), out var feed);
        if (File.Exists(path))
            throw UserFaultException.Asked($"{path} is there already. Choose another name; nothing is overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                File.WriteAllText(path, string.Join(',', Template.Columns(feed)!.Select(c => c.Name)) + "\n");
                break;
            case ".xlsx":
                TemplateWorkbook.Write(path, feed, Reference.Default.Catalogue);
                break;
            default:
                throw UserFaultException.Asked("The file's name must end with .csv or .xlsx.");
        }
        var page = feed is Feed.Local ? "local-returns" : "key-actions";
        new ConsoleOutput().Say(
            $"{path} is ready to be filled in. docs/formats/{page}.md says what each column holds."
        );
        return ExitCode.Done;
    }
}
