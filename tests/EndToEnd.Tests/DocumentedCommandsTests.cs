using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>What the documents say of the command line is so: their commands work as printed, and the page of the
/// command line has them all.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string[] OfEveryCommand = ["--help", "--version", "--data", "--connection"];

    // The sections of the page, in its order, which is the order in which someone would use the commands.
    private static readonly Dictionary<string, string> Sections = Section()
        .Matches(
            File.ReadAllText(Path.Combine(CommandLineProcess.Root, "docs", "command-line.md")).ReplaceLineEndings("\n")
        )
        .ToDictionary(
            m => m.Groups["name"].Value is "Without a command" ? "" : m.Groups["name"].Value,
            m => m.Groups["text"].Value
        );

    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;
    private readonly Dictionary<string, string> _values = [];

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Explicit = true)]
    public async Task Every_command_of_the_documents_works()
    {
        foreach (var line in DocumentedCommand.NotRun)
            TestContext.Current.TestOutputHelper!.WriteLine($"Not run here: {line}");
        DocumentedCommand
            .All.Select(c => c.Name)
            .Except(Sections.Keys)
            .ShouldBeEmpty("docs/command-line.md has no section on them");
        // A purge takes snapshots with it that other commands need.
        var story = DocumentedCommand
            .All.OrderBy(c => c.Name == "purge")
            .ThenBy(c => Sections.Keys.ToList().IndexOf(c.Name))
            .ToList();

        await using (await SharedStorage.StartAsync(Data, TestContext.Current.CancellationToken))
        {
            foreach (var command in story.Where(c => c.Name != "up" && !c.IsConnected))
                await RunAsync(command);
        }
        foreach (var command in story.Where(c => c.Name == "up"))
            await using (await StartAsync(command)) { }
        await using var up = await StartAsync(new("up", ["up"]));
        await new BlobServiceClient(up.Connection)
            .GetBlobContainerClient("$web")
            .CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        (_values["CONNECTION"], _values["ACCOUNT"]) = (up.Connection, up.Connection);
        foreach (var command in story.Where(c => c.IsConnected))
            await RunAsync(command);
    }

    [Fact]
    public void A_placeholder_that_the_test_does_not_know_is_named() =>
        Should
            .Throw<InvalidOperationException>(() =>
                new DocumentedCommand("screen PAPER", ["screen", "PAPER"]).Filled(_values)
            )
            .Message.ShouldBe("The test knows no value for the placeholder PAPER in: screen PAPER");

    [Fact]
    public async Task The_page_of_the_command_line_has_every_command_with_an_example_and_every_option()
    {
        var commands = CommandName()
            .Matches((await HelpAsync()).Split("Commands:")[1])
            .Select(m => m.Groups["name"].Value)
            .ToList();
        Sections.Keys.ShouldBe(commands.Append("").Append("What all commands share"), ignoreOrder: true);
        foreach (var command in commands.Append(""))
        {
            DocumentedCommand.All.ShouldContain(
                c => c.Name == command,
                $"docs/command-line.md has no example of {command}"
            );
            var options = Option().Matches(await HelpAsync(command)).Select(m => m.Value.Trim()).Except(OfEveryCommand);
            options.Where(o => !Sections[command].Contains($"| `{o}", StringComparison.Ordinal)).ShouldBeEmpty(command);
        }
    }

    private async Task RunAsync(DocumentedCommand command)
    {
        var feed = command.Arguments.SkipWhile(a => a != "--feed").Skip(1).FirstOrDefault("national");
        _values["FILE"] = Directory
            .GetFiles(Path.Combine(CommandLineProcess.Root, "sample-feeds", "2012", feed), "*.csv")
            .Order(StringComparer.Ordinal)
            .First();
        if (command.Arguments.Contains("ID"))
            _values["ID"] = await ReleaseAsync(
                command.IsConnected ? ["--connection", _values["CONNECTION"]] : ["--data", Data]
            );
        string[] arguments =
        [
            .. command.Filled(_values),
            .. command.IsConnected ? [] : new[] { "--data", Data },
            .. command.Name == "" ? new[] { "--out", "out" } : [],
        ];

        var (code, output, errors) = await CommandLineProcess.RunAsync(null, arguments, _folder);

        code.ShouldBe(0, $"{command.Line}\n{output}\n{errors}");
    }

    private async Task<UpProcess> StartAsync(DocumentedCommand command)
    {
        using var late = new CancellationTokenSource(Patience);
        // Whatever port the document names, this machine may have it in use.
        return await UpProcess.StartAsync(
            [.. command.Arguments.TakeWhile(a => a != "--port"), "--port", "0"],
            Data,
            late.Token
        );
    }

    private static async Task<string> ReleaseAsync(string[] storage)
    {
        var (_, output, _) = await CommandLineProcess.RunAsync(["status", "--json", .. storage]);
        using var status = JsonDocument.Parse(output);
        return status.RootElement.GetProperty("releases")[0].GetProperty("release").GetString()!;
    }

    private static async Task<string> HelpAsync(string command = "") =>
        (await CommandLineProcess.RunAsync([.. new[] { command, "--help" }.Where(a => a.Length > 0)])).Output;

    [GeneratedRegex(
        @"^## (?<name>[^\n]+)\n(?<text>.*?)(?=^## |\z)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Section();

    [GeneratedRegex("^  (?<name>[a-z]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex CommandName();

    [GeneratedRegex("^ +--[a-z-]+", RegexOptions.Multiline, 1000)]
    private static partial Regex Option();
}
