using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace ChildrensTrust.Local.Output;

/// <summary>Where the command line writes: results to standard output, how it goes to standard error. With JSON,
/// standard output holds the one document and nothing else.</summary>
internal sealed class ConsoleOutput
{
    /// <summary>Wide enough that no line is broken where the output goes to a file.</summary>
    private const int FileWidth = 100_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IAnsiConsole _errors = Open(Console.Error, Console.IsErrorRedirected);

    public ConsoleOutput(bool json = false) => Results = json ? _errors : Open(Console.Out, Console.IsOutputRedirected);

    /// <summary>For people.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Writes one line of a result, unbroken however long it is, so that it can be copied.</summary>
    public void Tell(string line) => Results.Profile.Out.Writer.WriteLine(Plain.Line(line));

    /// <summary>Writes a text of a result: broken at its spaces and indented on a terminal, unbroken
    /// elsewhere.</summary>
    /// <param name="indent">The columns before each line but the first.</param>
    public void Tell(string text, int indent)
    {
        foreach (var line in Hanging.Lines(Plain.Line(text), Results.Profile.Width, indent))
            Results.Profile.Out.Writer.WriteLine(line);
    }

    /// <summary>Writes a part of a line of a result, in colour where there is a terminal.</summary>
    public void Tell(string part, Color color) => Results.Write(new Text(Plain.Line(part), new Style(color)));

    /// <summary>Says how it goes, on standard error.</summary>
    public void Say(string sentence) => _errors.Profile.Out.Writer.WriteLine(Plain.Line(sentence));

    /// <summary>Says what a person has to put right, on standard error.</summary>
    public void Fault(string sentence) => _errors.WriteLine(Plain.Text(sentence), new Style(Color.Red));

    /// <summary>Writes the one JSON document.</summary>
    public static void Document<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, Options));

    /// <summary>Shows that something takes its time: turning, with the seconds, on a terminal; a line for each step
    /// elsewhere.</summary>
    public async Task<T> WaitingAsync<T>(string title, Func<IProgress<string>, Task<T>> work)
    {
        if (!_errors.Profile.Capabilities.Interactive)
            return await work(new Steps(Say));

        return await _errors
            .Status()
            .StartAsync(
                Markup.Escape(title),
                async status =>
                {
                    var step = title;
                    var started = TimeProvider.System.GetTimestamp();
                    await using var seconds = new Timer(
                        _ =>
                            status.Status(
                                Markup.Escape(
                                    $"{step} ({TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s)"
                                )
                            ),
                        state: null,
                        TimeSpan.FromSeconds(1),
                        TimeSpan.FromSeconds(1)
                    );
                    return await work(new Steps(text => step = text));
                }
            );
    }

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
                Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            }
        );
        if (redirected)
            console.Profile.Width = FileWidth;

        return console;
    }

    private sealed class Steps(Action<string> take) : IProgress<string>
    {
        public void Report(string value) => take(value);
    }
}
