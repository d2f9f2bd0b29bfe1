using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChildrensTrust.Local.Commands;

/// <summary>Mistyped options. A command that takes files or ids would take them for one of those.</summary>
internal static class UnknownOptions
{
    private const string Mark = "--";

    /// <summary>The options that the command does not have, each without its value. What comes after a bare -- is
    /// none.</summary>
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        var meant = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(t => t.Value).ToList();
        return
        [
            .. parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .Where(value => value.StartsWith(Mark, StringComparison.Ordinal) && !meant.Contains(value))
                .Select(value => value.Split('=')[0]),
        ];
    }
}
