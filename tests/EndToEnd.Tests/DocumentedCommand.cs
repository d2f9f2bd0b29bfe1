using System.Text.RegularExpressions;

namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>A command from a code block of the documents.</summary>
/// <param name="Line">As it is printed.</param>
/// <param name="Arguments">What stands behind <c>dotnet run --project local --</c>.</param>
internal sealed partial record DocumentedCommand(string Line, IReadOnlyList<string> Arguments)
{
    private const string Start = "dotnet run --project local";

    /// <summary>The command's name; empty for the main job.</summary>
    public string Name => Arguments is [var first, ..] && !first.StartsWith('-') ? first : "";

    /// <summary>Whether it works on the storage of an <c>up</c> that runs.</summary>
    public bool IsConnected => Arguments.Contains("--connection");

    /// <summary>Every line of the code blocks of README.md, CONTRIBUTING.md and docs.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md" }
            .Select(name => Path.Combine(CommandLineProcess.Root, name))
            .Concat(
                Directory.GetFiles(Path.Combine(CommandLineProcess.Root, "docs"), "*.md", SearchOption.AllDirectories)
            )
            .SelectMany(file => Block().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .SelectMany(block => block.Groups["text"].Value.Split('\n'))
            .Select(line => line.Trim()),
    ];

    /// <summary>The commands, each once.</summary>
    public static IReadOnlyList<DocumentedCommand> All { get; } =
    [
        .. Lines
            .Where(line => line.StartsWith(Start, StringComparison.Ordinal))
            .Select(line => Remark().Replace(line, ""))
            .Distinct()
            .Select(line => new DocumentedCommand(
                line,
                [.. Word().Matches(line[Start.Length..]).Select(m => m.Value.Trim('"', '\'')).Skip(1)]
            )),
    ];

    /// <summary>The lines that need Azure, the core tools or a running site, which a test machine does not
    /// have.</summary>
    public static IEnumerable<string> NotRun => Lines.Where(line => OtherTool().IsMatch(line)).Distinct();

    /// <summary>The arguments with real values for the placeholders.</summary>
    /// <param name="values">The value of each placeholder.</param>
    public string[] Filled(IReadOnlyDictionary<string, string> values) =>
        [
            .. Arguments.Select(argument =>
                values.TryGetValue(argument.TrimEnd('…'), out var value) ? value
                : !Placeholder().IsMatch(argument) ? argument
                : throw new InvalidOperationException(
                    $"The test knows no value for the placeholder {argument} in: {Line}"
                )
            ),
        ];

    [GeneratedRegex(
        @"^```[^\n]*\n(?<text>.*?)^```$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Block();

    // What a line does stands behind it, two spaces or more away.
    [GeneratedRegex(@"\s{2,}.*$", RegexOptions.None, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z]{2,}$|[<>{}…]", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(^|&& )(az|func|curl) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherTool();
}
